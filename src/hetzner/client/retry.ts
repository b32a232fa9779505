import type { Clock } from "../../model/ports.ts";
import type { Backoff } from "./backoff.ts";
import { HetznerError } from "./failure.ts";
import { type ApiRequest, describeRequest, type Layer } from "./request.ts";

/**
 * How often a request is sent at most, by what the API answered. A locked resource is usually being worked on, which takes up
 * to a minute; a used-up rate limit refills by one request a second, so asking again soon is right and its reset time is not.
 */
const attempts: Readonly<Record<string, number>> = {
  conflict: 6,
  locked: 9,
  rate_limit_exceeded: 60,
  bad_gateway: 6,
  timeout: 6,
  service_error: 6,
  network: 6,
  truncated: 6,
};

export interface RetryPorts {
  clock: Clock;
  backoff: Backoff;
  rateLimitBackoff: Backoff;
  onRetry: (message: string) => void;
}

/** Sends again what failed for a passing reason, but nothing whose outcome is unknown and that must be done only once. */
export function retrying({ clock, backoff, rateLimitBackoff, onRetry }: RetryPorts): Layer {
  return (next) => async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await next(request);
      } catch (error) {
        if (!(error instanceof HetznerError) || !mayRetry(error, request, attempt)) throw error;
        const wait = error.apiCode === "rate_limit_exceeded" ? rateLimitBackoff(attempt) : backoff(attempt);
        onRetry(`${describeRequest(request)}: ${error.apiCode}, trying again in ${(wait / 1000).toFixed(1)} s`);
        await clock.sleep(wait, request.signal);
      }
    }
  };
}

function mayRetry(error: HetznerError, { repeat }: ApiRequest, attempt: number): boolean {
  if (error.outcome === "unknown" && repeat === "once") return false;
  return attempt < (attempts[error.apiCode] ?? 1);
}
