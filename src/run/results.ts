import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { buildStamp, type Cache, locate, openCache } from "../engine/index.ts";
import type { Remember } from "../gitops/layout.ts";
import type { Reads } from "../model/rendered.ts";
import type { Tree } from "../tree/index.ts";
import { environmentOf, type KeepingPorts } from "./fetching.ts";
import { type FileFacts, fileFacts } from "./file-facts.ts";
import type { RunOptions } from "./options.ts";
import { type RenderResults, renderResults } from "./render-cache.ts";

/** What a run may know already, and what it leaves for the next one. */
export interface Results {
  renderings: RenderResults;
  /** What was found in a file, by its content. */
  remember: Remember;
  rememberLater: FileFacts["rememberLater"];
  /** Plain data that follows from its key and from reads of the tree, which whoever makes it knows; without them, it is not kept. */
  recall<T>(key: string, tree: Tree, make: () => Promise<{ value: T; reads: Reads | undefined }>): Promise<T>;
  /** Keeps everything for the next run; says why if it cannot. */
  keep(): { failed?: string };
}

/** Results of earlier runs over the same folder, unless the options say no; `tree` is any of the run's. */
export function openResults(options: Pick<RunOptions, "root" | "cache">, ports: KeepingPorts, tree: Tree): Results {
  const stored = options.cache ? openStored(options.root, environmentOf(ports).toolCacheDir) : undefined;
  const facts = fileFacts(stored, tree);
  return {
    renderings: renderResults(stored),
    remember: facts.remember,
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

/** One file per folder: what is kept for a large repository does not push out what is kept for the others. */
function openStored(root: string, directory: string): Cache {
  const name = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 32);
  return openCache({ path: join(directory, "results", name), stamp: buildStamp(locate()) });
}
