import type { Entry } from "./entry.ts";
import { digestOf, encodeHead } from "./format.ts";
import type { EntryMeta, Meta } from "./format.ts";
import { createPairs } from "./pairs.ts";

/** Results for one request that are kept: branches come and go. */
const mostPerKey = 4;

export interface Assembly {
  stamp: string;
  entries: readonly Entry[];
  maxBytes: number;
  /** The pairs by which entries of the old file number their reads. */
  before: ReadPairs | undefined;
}

type ReadPairs = Pick<Meta, "files" | "listings">;

/** What the next file will hold: the entries last of use first, as many as fit. */
export function assemble({ stamp, entries, maxBytes, before }: Assembly): { meta: Meta; bodies: Buffer[] } {
  const kept = limitPerKey([...entries].sort((a, b) => a.unused - b.unused));
  for (let count = kept.length; ; count = Math.floor(count * 0.8)) {
    const made = layOut(stamp, kept.slice(0, count), before);
    const size = encodeHead(made.meta).length + made.bodies.reduce((sum, { length }) => sum + length, 0);
    if (size <= maxBytes || count === 0) return made;
  }
}

function limitPerKey(entries: readonly Entry[]): Entry[] {
  const counts = new Map<string, number>();
  return entries.filter(({ key }) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= mostPerKey;
  });
}

/** Bodies one after another; one that is damaged in the old file is left behind. */
function layOut(
  stamp: string,
  entries: readonly Entry[],
  before: ReadPairs | undefined,
): { meta: Meta; bodies: Buffer[] } {
  const carried = before && mostAreOfUse(entries, before) ? before : undefined;
  const files = createPairs(carried?.files);
  const listings = createPairs(carried?.listings);
  const bodies: Buffer[] = [];
  let offset = 0;
  const metas = entries.flatMap(({ key, digest, unused, hit, numbered, packed }): EntryMeta[] => {
    const body = packed();
    if (!body || digestOf(body) !== digest) return [];
    const place = { offset, length: body.length };
    bodies.push(body);
    offset += body.length;
    const reads =
      carried && numbered
        ? { files: numbered.files, listings: numbered.listings }
        : { files: files.add(hit.reads.files), listings: listings.add(hit.reads.listings) };
    return [{ key, ...reads, facts: hit.facts, ...place, digest, unused }];
  });
  return { meta: { stamp, files: files.pairs, listings: listings.pairs, entries: metas }, bodies };
}

/** Numbering all reads anew is most of what writing a file costs; it is due when half of the old numbers are of nothing any more. */
function mostAreOfUse(entries: readonly Entry[], { files, listings }: ReadPairs): boolean {
  const [usedFiles, usedListings] = [new Set<number>(), new Set<number>()];
  for (const { numbered } of entries) {
    for (const number of numbered?.files ?? []) usedFiles.add(number);
    for (const number of numbered?.listings ?? []) usedListings.add(number);
  }
  return 4 * (usedFiles.size + usedListings.size) > files.length + listings.length;
}
