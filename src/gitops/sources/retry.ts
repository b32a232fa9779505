import type { Clock } from "./clock.ts";

/** What an attempt came to: a value, or a failure that may pass, with the wait a server asked for in milliseconds. */
export type Attempt<T> = { value: T } | { failed: Error; retryAfter?: number };

export interface RetryPolicy {
  attempts: number;
  /** The first back-off in milliseconds; each further one doubles, up to `longest`. */
  base: number;
  longest: number;
  /** A server that asks for more than this is not waited for. */
  longestRetryAfter: number;
}

export const defaultRetryPolicy: RetryPolicy = { attempts: 4, base: 500, longest: 8_000, longestRetryAfter: 60_000 };

/** Milliseconds of a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^[0-9]+$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Repeats an attempt with exponential back-off and full jitter, and never sooner than a server asked for. */
export async function withRetries<T>(
  attempt: () => Promise<Attempt<T>>,
  context: { clock: Clock; signal: AbortSignal; policy: RetryPolicy; onRetry: (failure: Error, wait: number) => void },
): Promise<T> {
  const { clock, signal, policy, onRetry } = context;
  for (let tried = 1; ; tried += 1) {
    signal.throwIfAborted();
    const outcome = await attempt();
    if ("value" in outcome) return outcome.value;
    const asked = outcome.retryAfter ?? 0;
    if (tried === policy.attempts || asked > policy.longestRetryAfter) throw outcome.failed;
    const backOff = Math.min(policy.longest, policy.base * 2 ** (tried - 1)) * clock.random();
    const wait = Math.ceil(Math.max(asked, backOff));
    onRetry(outcome.failed, wait);
    await clock.sleep(wait, signal);
  }
}
