import type { RenderCache, StoredRendering } from "../gitops/render-application.ts";
import { sameReads } from "../tree/index.ts";

/**
 * Renderings of this run by request. The base side finds those of the head whose every read is the same in its own tree, and
 * gets the very same object, which is how the diff knows that nothing changed.
 */
export function memoryCache(): RenderCache {
  const renderings = new Map<string, StoredRendering[]>();
  return {
    lookup: (digest, tree) => renderings.get(digest)?.find(({ reads }) => sameReads(reads, tree)),
    store: (digest, rendering) => void renderings.set(digest, [...(renderings.get(digest) ?? []), rendering]),
  };
}
