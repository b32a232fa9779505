import type { Clock, Log } from "../model/ports.ts";

/** One answered or unanswered request. `status` is absent when no answer came. */
export interface Attempt {
  method: string;
  url: string;
  status?: number;
  headers: Record<string, string | number | undefined>;
  message: string;
  /** Counts from 1. */
  number: number;
}

const attempts = 4;
/** A limit that lifts later than this is not waited for: the report must not hold a runner for an hour. */
const longestWait = 90_000;
const firstBackoff = 1_000;
/** What GitHub asks of clients that hit a secondary limit without being told how long to wait. */
const unspecifiedLimit = 60_000;

/**
 * Milliseconds to wait before trying again, or `undefined` to give up. A limited request was not carried out, so any
 * method may be repeated; after a failure of the service or the network only requests that are safe to repeat are.
 * Rules: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function retryDelay(attempt: Attempt, now: number): number | undefined {
  if (attempt.number >= attempts) return undefined;
  if (isRateLimit(attempt)) {
    const wait = limitLifts(attempt, now) ?? unspecifiedLimit * 2 ** (attempt.number - 1);
    return wait <= longestWait ? wait : undefined;
  }
  const failed = attempt.status === undefined || attempt.status >= 500;
  return failed && isRepeatable(attempt) ? firstBackoff * 2 ** (attempt.number - 1) : undefined;
}

/** A 403 is a limit only when it says so; every other 403 is about permissions. */
export function isRateLimit({ status, headers, message }: Omit<Attempt, "number">): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers["retry-after"] !== undefined ||
    String(headers["x-ratelimit-remaining"]) === "0" ||
    /rate limit/iu.test(message)
  );
}

/** Repeats `send` as `retryDelay` allows; the last failure is thrown as it came. */
export async function withRetries<T>(
  send: () => Promise<T>,
  describe: (error: unknown) => Omit<Attempt, "number"> | undefined,
  ports: { clock: Clock; log: Log; signal?: AbortSignal },
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await send();
    } catch (error) {
      const failed = describe(error);
      const now = ports.clock.now();
      const wait = failed && !ports.signal?.aborted ? retryDelay({ ...failed, number }, now) : undefined;
      if (failed === undefined || wait === undefined) throw error;
      const why = failed.status === undefined ? failed.message : `status ${failed.status}`;
      ports.log.info(`GitHub answered ${failed.method} with ${why}; trying again in ${Math.ceil(wait / 1000)} s`);
      await ports.clock.sleep(wait, ports.signal);
    }
  }
}

function limitLifts({ headers }: Attempt, now: number): number | undefined {
  const after = Number(headers["retry-after"]);
  if (headers["retry-after"] !== undefined && Number.isFinite(after)) return Math.max(0, after * 1000);
  const reset = Number(headers["x-ratelimit-reset"]);
  if (String(headers["x-ratelimit-remaining"]) !== "0" || !Number.isFinite(reset)) return undefined;
  // One second more: the header is rounded down.
  return Math.max(0, reset * 1000 - now) + 1000;
}

function isRepeatable({ method, url }: Attempt): boolean {
  // Slipway's GraphQL requests are queries only.
  return method !== "POST" || url.endsWith("/graphql");
}
