import { vi } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { RunOptions } from "../../src/run/options.ts";
import { validate } from "../../src/validate.ts";

/**
 * Runs that set no limits of their own share one set of engines: to start them takes longer than to check a small
 * repository, and V8 is known to abort when WebAssembly code is freed over and over (nodejs/node#64500).
 */
vi.mock(import("../../src/engine/index.ts"), async (original) => {
  const room = await original();
  const shared = { ...room.openEngines(), close: async () => undefined };
  return { ...room, openEngines: (own) => (Object.keys(own ?? {}).length === 0 ? shared : room.openEngines(own)) };
});

const ports = {
  log: { debug: () => undefined, info: () => undefined, warning: () => undefined },
  clock: { now: () => Date.UTC(2026, 0, 1), sleep: async () => undefined },
  signal: new AbortController().signal,
  env: {},
};

/** What `slipway validate --offline --no-cache` reports about a folder. */
export async function check(root: string, options: Partial<RunOptions> = {}): Promise<Report> {
  const fixed = { root, cache: false, offline: true, requireSources: false, failOn: "error" } as const;
  return (await validate({ ...fixed, ...options }, ports)).report;
}
