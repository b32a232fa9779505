import { z } from "zod";
import { manualTime } from "../clock.ts";
import { type Emulator, startEmulator } from "../emulator.ts";
import type { EmulatorOptions } from "../options.ts";

const json = z.record(z.string(), z.any());

export interface Reply {
  status: number;
  headers: Headers;
  body: z.infer<typeof json>;
}

/** An emulator on a clock that stands still, and a way to speak to it. */
export interface Trial extends AsyncDisposable {
  emulator: Emulator;
  call(method: string, path: string, body?: unknown, token?: string): Promise<Reply>;
  /** The error code of an answer that should be a refusal. */
  refusal(method: string, path: string, body?: unknown, token?: string): Promise<string>;
  /** Makes a server of type cx23 in nbg1 and waits until it runs. */
  server(name: string, more?: Record<string, unknown>): Promise<number>;
  /** Moves time on, in milliseconds. */
  wait(milliseconds: number): void;
}

export const hour = 3_600_000;

export async function startTrial(options: EmulatorOptions = {}): Promise<Trial> {
  const time = manualTime("2026-11-02T00:00:00Z");
  const emulator = await startEmulator({ time, ...options });
  const call: Trial["call"] = async (method, path, body, token = "emulator") => {
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === "" ? {} : json.parse(JSON.parse(text)) };
  };
  return {
    emulator,
    call,
    async refusal(...request) {
      const { body } = await call(...request);
      return z.object({ error: z.object({ code: z.string() }) }).parse(body).error.code;
    },
    async server(name, more = {}) {
      const wanted = { name, server_type: "cx23", image: "ubuntu-24.04", location: "nbg1", ...more };
      const { body } = await call("POST", "/servers", wanted);
      emulator.clock.advance(60_000);
      return z.object({ server: z.object({ id: z.number() }) }).parse(body).server.id;
    },
    wait: (milliseconds) => emulator.clock.advance(milliseconds),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/** A well-formed public key; the same for the same number. */
export function publicKey(number: number): string {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt32BE(number);
  const part = (content: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, content.length]), content]);
  const wire = Buffer.concat([part(Buffer.from("ssh-ed25519")), part(bytes)]);
  return `ssh-ed25519 ${wire.toString("base64")}`;
}
