import type { Fetch } from "./hetzner/client/send.ts";
import { SlipwayError } from "./model/error.ts";
import type { Download } from "./server/k3s/lock.ts";

/** Milliseconds for one file; k3s has about 70 MB. */
const limit = 300_000;

/** Files by their addresses, redirects followed: whoever asks knows their hashes, or shows them to a person. */
export function downloadBy(fetch: Fetch, signal: AbortSignal): Download {
  return async (url) => {
    const time = AbortSignal.timeout(limit);
    try {
      const response = await fetch(new URL(url), { signal: AbortSignal.any([signal, time]) });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      throw new SlipwayError("SLW-SOURCE", `${url} answered ${response.status}`);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SlipwayError) throw error;
      const why = time.aborted ? `did not arrive within ${limit / 1000} s` : `could not be read: ${wordsOf(error)}`;
      throw new SlipwayError("SLW-SOURCE", `${url} ${why}`, { hint: "is it reachable from here?", cause: error });
    }
  };
}

/** fetch hides the system's words in the cause. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? wordsOf(error.cause) : error.message;
}
