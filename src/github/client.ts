import { getOctokit } from "@actions/github";

import { requestError } from "./failure.ts";
import type { Clock, Log } from "../model/ports.ts";
import { withRetries } from "./retry.ts";

export type Octokit = ReturnType<typeof getOctokit>;

export interface ClientOptions {
  token: string;
  apiUrl: string;
  log: Log;
  clock: Clock;
  signal?: AbortSignal;
  /** Per attempt, in milliseconds. */
  timeoutMs?: number;
}

const defaultTimeout = 20_000;

/** Octokit with bounded waiting: every attempt has a time limit, and retries follow `retryDelay`. */
export function createClient({
  token,
  apiUrl,
  log,
  clock,
  signal,
  timeoutMs = defaultTimeout,
}: ClientOptions): Octokit {
  const quiet = { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug };
  const octokit = getOctokit(token, { baseUrl: apiUrl, log: quiet });
  octokit.hook.wrap("request", (request, options) => {
    const send = () => {
      const limit = AbortSignal.timeout(timeoutMs);
      const bounded = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      // In place: the hooks further in were bound to this very object and overlook another one.
      options.request = { ...options.request, signal: bounded };
      return Promise.resolve(request(options));
    };
    const describe = (error: unknown) => {
      const failed = requestError(error);
      return failed && { ...failed, method: options.method, url: options.url };
    };
    return withRetries(send, describe, { clock, log, ...(signal ? { signal } : {}) });
  });
  return octokit;
}
