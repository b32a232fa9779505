import type { Report } from "../../src/model/report.ts";
import type { RunOptions } from "../../src/run/options.ts";
import { validate } from "../../src/validate.ts";

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
