import type { Cache } from "../engine/index.ts";
import type { Remember } from "../gitops/layout.ts";
import type { Reads } from "../model/rendered.ts";
import type { Tree } from "../tree/index.ts";
import { type FileFacts, fileFacts } from "./file-facts.ts";
import { type RenderResults, renderResults } from "./render-cache.ts";

/** What a run may know already, and what it leaves for the next one. */
export interface Results {
  renderings: RenderResults;
  /** What was found in a file, by its content. */
  remember: Remember;
  remembered: FileFacts["remembered"];
  rememberLater: FileFacts["rememberLater"];
  /** Plain data that follows from its key and from reads of the tree, which whoever makes it knows; without them, it is not kept. */
  recall<T>(key: string, tree: Tree, make: () => Promise<{ value: T; reads: Reads | undefined }>): Promise<T>;
  /** Keeps everything for the next run; says why if it cannot. */
  keep(): { failed?: string };
}

/** Over what earlier runs have left, if anything; `tree` is any of the run's. */
export function openResults(stored: Cache | undefined, tree: Tree): Results {
  const facts = fileFacts(stored, tree);
  return {
    renderings: renderResults(stored),
    remember: facts.remember,
    remembered: facts.remembered,
    rememberLater: facts.rememberLater,
    async recall(key, over, make) {
      const hit = stored?.find(key, over);
      // The store is of this very build and whole, or it would not have been opened: what has the key has the type.
      if (hit) return hit.facts as never;
      const { value, reads } = await make();
      if (reads) stored?.put(key, { reads, facts: value, body: null });
      return value;
    },
    keep() {
      facts.put();
      const saved = stored?.save() ?? {};
      stored?.close();
      return saved;
    },
  };
}
