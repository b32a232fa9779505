import type { Reads } from "../../model/rendered.ts";
import { sameReads } from "../../tree/index.ts";
import type { Tree } from "../../tree/index.ts";
import { packBody, unpackBody } from "./body.ts";
import type { CacheFile } from "./file.ts";
import { digestOf } from "./format.ts";
import type { EntryMeta } from "./format.ts";
import { comparePairs, recordOf } from "./pairs.ts";

export interface CacheHit {
  /** As they were put, by way of JSON. */
  facts: unknown;
  reads: Reads;
  /** As it was put, by way of JSON; undefined if the file is damaged there. Read and checked when first asked for. */
  body(): unknown;
}

/** A result in the cache, whether this run made it or an earlier one. */
export interface Entry {
  readonly key: string;
  readonly digest: string;
  /** How many times the file was written since the entry was last of use; 0 once this run found or made it. */
  unused: number;
  readonly hit: CacheHit;
  /** The reads as the file numbers them; absent in what is not from the file. */
  readonly numbered?: Pick<EntryMeta, "files" | "listings">;
  holds(tree: Tree): boolean;
  /** The compressed body, or undefined if the file ends before it. */
  packed(): Buffer | undefined;
}

export function freshEntry(
  key: string,
  { reads, facts, body }: { reads: Reads; facts: unknown; body: unknown },
): Entry {
  const bytes = packBody(body);
  return {
    key,
    digest: digestOf(bytes),
    unused: 0,
    hit: { facts, reads, body: () => body },
    holds: (tree) => sameReads(reads, tree),
    packed: () => bytes,
  };
}

export function storedEntries(file: CacheFile): Entry[] {
  const { files, listings, entries } = file.meta;
  const comparisons = new WeakMap<Tree, { file(pair: number): boolean; listing(pair: number): boolean }>();
  const comparisonWith = (tree: Tree) => {
    const known = comparisons.get(tree);
    if (known) return known;
    const made = { file: comparePairs(files, "file", tree), listing: comparePairs(listings, "listing", tree) };
    comparisons.set(tree, made);
    return made;
  };
  return entries.map((entry): Entry => {
    const packed = () => file.read(entry.offset, entry.length);
    let body: { body: unknown } | undefined;
    return {
      key: entry.key,
      digest: entry.digest,
      unused: entry.unused + 1,
      hit: {
        facts: entry.facts,
        get reads() {
          return readsOf(entry, file);
        },
        body() {
          body ??= unpackBody(packed(), entry.digest);
          return body?.body;
        },
      },
      numbered: entry,
      holds(tree) {
        const same = comparisonWith(tree);
        return entry.files.every(same.file) && entry.listings.every(same.listing);
      },
      packed,
    };
  });
}

function readsOf(entry: EntryMeta, { meta }: CacheFile): Reads {
  return { files: recordOf(meta.files, entry.files), listings: recordOf(meta.listings, entry.listings) };
}
