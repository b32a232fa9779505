import type { Cache } from "../engine/index.ts";
import type { RenderCache, StoredRendering } from "../gitops/render-application.ts";
import { sameReads, type Tree } from "../tree/index.ts";

export interface RenderResults extends RenderCache {
  /** The digest of the request that this rendering answers; undefined for one that nobody may keep. */
  requestOf(rendering: StoredRendering): string | undefined;
}

/**
 * Renderings by request, of this run and of earlier ones. The base side finds those of the head whose every read is the same in its
 * own tree, and gets the very same object, which is how the diff knows that nothing changed.
 */
export function renderResults(stored: Cache | undefined): RenderResults {
  const renderings = new Map<string, StoredRendering[]>();
  const requests = new WeakMap<StoredRendering, string>();
  const note = (request: string, rendering: StoredRendering): void => {
    renderings.set(request, [...(renderings.get(request) ?? []), rendering]);
    requests.set(rendering, request);
  };
  return {
    lookup(request, tree) {
      const known = renderings.get(request)?.find(({ reads }) => sameReads(reads, tree));
      if (known !== undefined) return known;
      const kept = stored && storedRendering(stored, request, tree);
      if (kept !== undefined) note(request, kept);
      return kept;
    },
    store(request, rendering) {
      note(request, rendering);
      const { reads, ...body } = rendering;
      stored?.put(keyOf(request), { reads, facts: null, body });
    },
    requestOf: (rendering) => requests.get(rendering),
  };
}

const keyOf = (request: string): string => `rendering ${request}`;

function storedRendering(stored: Cache, request: string, tree: Tree): StoredRendering | undefined {
  const hit = stored.find(keyOf(request), tree);
  const body = hit?.body();
  if (hit === undefined || typeof body !== "object" || body === null) return undefined;
  // The store is of this very build and whole, or it would not have been opened: what has the key has the type.
  return { ...body, reads: hit.reads } as StoredRendering;
}
