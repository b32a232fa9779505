import { EngineError } from "go-wasm-host";
import type { Entries } from "./entries.ts";
import { runGit, runGitSync } from "./git.ts";
import type { ContentSource, LoadedBlobs } from "./tree.ts";

/** How much of a revision is loaded ahead, and how much at once later; in bytes and in blobs. */
const aheadBytes = 64 * 1024 ** 2;
const chunk = { blobs: 128, bytes: 16 * 1024 ** 2 };

export interface Blobs {
  loaded(id: string): Uint8Array | undefined;
  /** Asks git for a blob and, in the same process, for those that come next in the index: they tend to be read next. */
  fetch(place: number, id: string): Uint8Array | undefined;
}

/** Blobs by id: those loaded ahead, and otherwise from git, a bounded chunk at a time. */
export function createBlobs(entries: Entries, { root, blobs }: ContentSource): Blobs {
  const ahead = blobs && openLoaded(blobs);
  let recent = new Map<string, Uint8Array>();

  return {
    loaded: (id) => ahead?.(id) ?? recent.get(id),
    fetch(place, id) {
      const wanted = new Set([id]);
      for (let at = place + 1; at < entries.paths.length && wanted.size < chunk.blobs; at++) {
        const next = entries.id(at);
        if (next && !ahead?.(next)) wanted.add(next);
      }
      const sizes = parseSizes(runGitSync(root, checkSizes, `${[...wanted].join("\n")}\n`).stdout.toString());
      const asked = within(sizes, [...wanted], chunk.bytes);
      if (!sizes.has(id)) throw missing(id);
      const { stdout } = runGitSync(root, readBlobs, `${[id, ...asked.filter((other) => other !== id)].join("\n")}\n`);
      recent = parseBlobs(stdout);
      return recent.get(id);
    },
  };
}

/** Loads as many of the blobs, in the order given, as fit in the memory set aside for them. */
export async function loadBlobs(root: string, ids: readonly string[]): Promise<LoadedBlobs | undefined> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return undefined;
  const sizes = parseSizes((await runGit(root, checkSizes, `${unique.join("\n")}\n`)).stdout.toString());
  const chosen = within(sizes, unique, aheadBytes);
  const found = parseBlobs((await runGit(root, readBlobs, `${chosen.join("\n")}\n`)).stdout);

  const total = [...found.values()].reduce((sum, { length }) => sum + length, 0);
  const bytes = new SharedArrayBuffer(total);
  const ranges: number[] = [];
  let at = 0;
  for (const content of found.values()) {
    new Uint8Array(bytes, at, content.length).set(content);
    ranges.push(at, content.length);
    at += content.length;
  }
  const idLength = unique[0]?.length ?? 40;
  return { ids: [...found.keys()].join(""), idLength, ranges: Uint32Array.from(ranges), bytes };
}

function openLoaded({ ids, idLength, ranges, bytes }: LoadedBlobs): (id: string) => Uint8Array | undefined {
  const places = new Map<string, number>();
  for (let at = 0; at * idLength < ids.length; at++) places.set(ids.slice(at * idLength, (at + 1) * idLength), at);
  return (id) => {
    const place = places.get(id);
    if (place === undefined) return undefined;
    // A copy, because decoders refuse shared memory.
    return new Uint8Array(new Uint8Array(bytes, ranges[2 * place], ranges[2 * place + 1]));
  };
}

const checkSizes = ["cat-file", "--batch-check", "--buffer"];
const readBlobs = ["cat-file", "--batch", "--buffer"];

/** `ID TYPE SIZE` a line; a missing object is `ID missing`. */
function parseSizes(output: string): Map<string, number> {
  const lines = output.split("\n").map((line) => line.split(" "));
  return new Map(lines.flatMap(([id = "", type, size]) => (type === "blob" ? [[id, Number(size)]] : [])));
}

function within(sizes: ReadonlyMap<string, number>, ids: readonly string[], limit: number): string[] {
  let total = 0;
  return ids.filter((id) => {
    const size = sizes.get(id) ?? Infinity;
    if (total + size > limit) return false;
    total += size;
    return true;
  });
}

/** A header line as above, the content, a line feed, and so on. */
function parseBlobs(output: Buffer): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(0x0a, at);
    const [id = "", type, size] = output.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    found.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function missing(id: string): EngineError {
  return new EngineError("invalid", `this clone does not have the content of blob ${id}`, {
    detail: "The clone is partial or shallow: check out without a filter.",
  });
}
