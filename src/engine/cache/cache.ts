import type { Reads } from "../../model/rendered.ts";
import type { Tree } from "../../tree/index.ts";
import { freshEntry, storedEntries } from "./entry.ts";
import type { CacheHit, Entry } from "./entry.ts";
import { openCacheFile, writeCacheFile } from "./file.ts";
import { assemble } from "./assemble.ts";

export interface CacheOptions {
  /** The file. Its folder is made, for this user only, when there is something to write. */
  path: string;
  /** Everything that makes an equal request over equal files mean an equal result: versions, engine builds, schemas. */
  stamp: string;
  /** Default 256 MiB. */
  maxBytes?: number;
}

/**
 * Results of earlier runs, by a digest of the request and by what they read: the same request over the same reads gave this result. Several
 * results with different reads may share a key. Not for secrets that the repository and its charts do not hold: bodies are readable for
 * whoever may read the file, which is this user.
 */
export interface Cache {
  /** A result whose reads are all the same in this tree. */
  find(key: string, tree: Tree): CacheHit | undefined;
  put(key: string, entry: { reads: Reads; facts: unknown; body: unknown }): void;
  /** Writes what this run found or made and, as far as there is room, what it had no use for. Says why if it cannot. */
  save(): { failed?: string };
  /** Bodies that were not asked for until now are gone afterwards. */
  close(): void;
}

const defaultBytes = 256 * 1024 ** 2;

export function openCache({ path, stamp, maxBytes = defaultBytes }: CacheOptions): Cache {
  const entries = new Map<string, Entry[]>();
  const file = openCacheFile(path, stamp, maxBytes);
  // The newest first: it replaces one that turned out to be damaged.
  const add = (entry: Entry) => entries.set(entry.key, [entry, ...(entries.get(entry.key) ?? [])]);
  if (file) for (const entry of storedEntries(file).toReversed()) add(entry);
  let changed = false;

  return {
    find(key, tree) {
      const found = entries.get(key)?.find((entry) => entry.holds(tree));
      if (found) found.unused = 0;
      return found?.hit;
    },
    put(key, entry) {
      changed = true;
      add(freshEntry(key, entry));
    },
    save() {
      if (!changed) return {};
      try {
        const { meta, bodies } = assemble({
          stamp,
          entries: [...entries.values()].flat(),
          maxBytes,
          before: file?.meta,
        });
        writeCacheFile(path, meta, bodies);
        return {};
      } catch (error) {
        return { failed: error instanceof Error ? error.message : String(error) };
      } finally {
        changed = false;
      }
    },
    close: () => file?.close(),
  };
}
