import { serve } from "@hono/node-server";
import { createApp, type RequestLogEntry } from "./app.ts";
import { type BillLine, type Invoice, invoice } from "./billing/meter.ts";
import type { EmulatedClock } from "./clock.ts";
import { Engine } from "./engine.ts";
import type { FaultSchedule } from "./faults/schedule.ts";
import type { EmulatorOptions } from "./options.ts";

/** A running emulator. */
export interface Emulator {
  /** What HCLOUD_ENDPOINT takes: `http://127.0.0.1:4300/v1`. */
  url: string;
  /** The emulator's own endpoints: `http://127.0.0.1:4300/_emulator`. */
  controlUrl: string;
  faults: FaultSchedule;
  clock: EmulatedClock;
  billing: {
    /** What a project owes by now. */
    invoice(project?: string): Invoice;
    /** What is still being paid for. */
    open(project?: string): BillLine[];
  };
  /** Every request below /v1 that was answered or whose answer was dropped; empty it with `splice(0)`. */
  requests: RequestLogEntry[];
  /** Stops listening and waits for the work on machines. */
  close(): Promise<void>;
}

/** Starts an emulated Hetzner Cloud and resolves when it listens. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const engine = new Engine(options);
  const requests: RequestLogEntry[] = [];
  const app = createApp(engine, options, requests);
  const hostname = options.host ?? "127.0.0.1";
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname, port: options.port ?? 0 }, (info) =>
      resolve({ server: listening, port: info.port }),
    );
    listening.once("error", reject);
  });
  const origin = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
  const invoiceOf = (project = "default"): Invoice => invoice(engine.project(project), engine.clock.now());
  return {
    url: `${origin}/v1`,
    controlUrl: `${origin}/_emulator`,
    faults: engine.faults,
    clock: engine.clock,
    billing: {
      invoice: invoiceOf,
      open: (project) => invoiceOf(project).lines.filter(({ to }) => to === null),
    },
    requests,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await engine.machines.idle();
      engine.save();
    },
  };
}
