import { Hono } from "hono";
import { z } from "zod";
import type { RequestLogEntry } from "./app.ts";
import { invoice } from "./billing/meter.ts";
import type { Engine } from "./engine.ts";
import { faultSchema } from "./faults/fault.ts";

const moves = z.strictObject({ advance: z.number() });

/** The emulator's own endpoints below /_emulator, for tests in other languages. They need no token. */
export function controlRoutes(engine: Engine, log: RequestLogEntry[]): Hono {
  const control = new Hono();
  const now = (): { now: string } => ({ now: new Date(engine.clock.now()).toISOString() });

  control.get("/faults", (context) => context.json({ faults: engine.faults.list() }));
  control.post("/faults", async (context) => {
    const parsed = faultSchema.safeParse(await bodyOf(context.req.text()));
    return parsed.success
      ? context.json(engine.faults.add(parsed.data), 201)
      : context.json({ error: z.prettifyError(parsed.error) }, 422);
  });
  control.delete("/faults", (context) => {
    engine.faults.clear();
    return context.body(null, 204);
  });
  control.delete("/faults/:id", (context) => {
    engine.faults.clear(Number(context.req.param("id")));
    return context.body(null, 204);
  });

  control.get("/clock", (context) => context.json(now()));
  control.post("/clock", async (context) => {
    const parsed = moves.safeParse(await bodyOf(context.req.text()));
    if (!parsed.success) return context.json({ error: z.prettifyError(parsed.error) }, 422);
    engine.clock.advance(parsed.data.advance);
    engine.save();
    return context.json(now());
  });

  control.get("/billing", (context) =>
    context.json(invoice(engine.project(context.req.query("project") ?? "default"), engine.clock.now())),
  );

  control.get("/requests", (context) => context.json({ requests: log }));
  control.delete("/requests", (context) => {
    log.splice(0);
    return context.body(null, 204);
  });
  return control;
}

async function bodyOf(text: Promise<string>): Promise<unknown> {
  try {
    return JSON.parse(await text);
  } catch {
    return undefined;
  }
}
