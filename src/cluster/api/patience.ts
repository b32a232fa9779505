import type { Clock, Log } from "../../model/ports.ts";
import type { ApiAnswer, ApiRequest, KubernetesApi } from "./api.ts";
import { NoAnswer } from "./refusal.ts";

export interface Patience {
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  /** Milliseconds for which a server that does not answer is asked again. */
  limit?: number;
}

const defaultLimit = 60_000;
const longestDelay = 5_000;

/**
 * An API that outlives a restart of its server. What it repeats may be repeated: everything bootstrap sends is either a
 * question, an apply, or fails on its own the second time.
 */
export function patientApi(api: KubernetesApi, { clock, log, signal, limit = defaultLimit }: Patience): KubernetesApi {
  async function ask(request: ApiRequest): Promise<ApiAnswer> {
    const deadline = clock.now() + limit;
    for (let delay = 250; ; delay = Math.min(delay * 2, longestDelay)) {
      signal.throwIfAborted();
      const outcome = await api.ask(request).catch((error: unknown) => {
        if (error instanceof NoAnswer && error.mayPass) return error;
        throw error;
      });
      const isUp = !(outcome instanceof NoAnswer) && !isBusy(outcome.status);
      if (isUp) return outcome;
      if (clock.now() + delay > deadline) {
        if (outcome instanceof NoAnswer) throw outcome;
        return outcome;
      }
      const why = outcome instanceof NoAnswer ? outcome.message : `${api.server} answered ${outcome.status}`;
      log.debug(`${why}; asking again in ${delay} ms`);
      await clock.sleep(delay, signal);
    }
  }
  return { ...api, ask };
}

/** Too many requests, a proxy without a server behind it, a server that is starting or losing its leader. */
const isBusy = (status: number): boolean => [429, 500, 502, 503, 504].includes(status);
