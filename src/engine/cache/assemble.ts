import type { Entry } from "./entry.ts";
import { digestOf, encodeHead } from "./format.ts";
import type { EntryMeta, Meta } from "./format.ts";
import { createPairs } from "./pairs.ts";

/** Results for one request that are kept: branches come and go. */
const mostPerKey = 4;

/** What the next file will hold: the entries last of use first, as many as fit. */
export function assemble(stamp: string, entries: readonly Entry[], maxBytes: number): { meta: Meta; bodies: Buffer[] } {
  const kept = limitPerKey([...entries].sort((a, b) => a.unused - b.unused));
  for (let count = kept.length; ; count = Math.floor(count * 0.8)) {
    const made = layOut(stamp, kept.slice(0, count));
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
function layOut(stamp: string, entries: readonly Entry[]): { meta: Meta; bodies: Buffer[] } {
  const files = createPairs();
  const listings = createPairs();
  const bodies: Buffer[] = [];
  let offset = 0;
  const metas = entries.flatMap(({ key, digest, unused, hit, packed }): EntryMeta[] => {
    const body = packed();
    if (!body || digestOf(body) !== digest) return [];
    const { facts, reads } = hit;
    const place = { offset, length: body.length };
    bodies.push(body);
    offset += body.length;
    return [
      { key, files: files.add(reads.files), listings: listings.add(reads.listings), facts, ...place, digest, unused },
    ];
  });
  return { meta: { stamp, files: files.pairs, listings: listings.pairs, entries: metas }, bodies };
}
