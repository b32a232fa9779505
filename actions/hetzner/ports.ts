import type { HetznerAccess, HetznerPorts } from "../../src/hetzner-access.ts";
import { SlipwayError } from "../../src/model/error.ts";
import { runnerLog, systemClock } from "../runner-log.ts";

/** The real world, as a runner lends it. */
export function hetznerPorts(signal: AbortSignal): HetznerPorts {
  return { fetch, clock: systemClock, random: Math.random, log: runnerLog(), signal };
}

/** The token comes from an input; the address is the official tools' variable. */
export const accessWith = (token: string, env: Readonly<Record<string, string | undefined>>): HetznerAccess => ({
  token,
  endpoint: env["HCLOUD_ENDPOINT"] || undefined,
});

/** Runs work until the signal or the time limit, in minutes, ends it; what the limit ended is an expected failure. */
export async function withinLimit<T>(
  minutes: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(minutes * 60_000);
  try {
    return await work(AbortSignal.any([signal, limit]));
  } catch (cause) {
    if (!limit.aborted || cause instanceof SlipwayError) throw cause;
    throw new SlipwayError("SLW-TIME-LIMIT", `It was not done after ${minutes} minutes`, {
      hint: "The log says what was being waited for. Run again to finish, or give a longer time-limit.",
      cause,
    });
  }
}
