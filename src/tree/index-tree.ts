import { EngineError } from "go-wasm-host";
import { createContent } from "./content.ts";
import { letters, openEntries } from "./entries.ts";
import type { Entries } from "./entries.ts";
import { followLinks } from "./links.ts";
import { listingDigest } from "./listing.ts";
import { normalize } from "./paths.ts";
import type { DirEntry, IndexPart, Tree, TreeEntry } from "./tree.ts";

let parts = 0;

/** A number no other part of a tree in this process has. */
export const partId = (): number => ++parts;

/** The tree over an index. Ids of content that no object has yet are found when first asked for, and then kept. */
export function openIndex(part: IndexPart): Tree {
  const entries = openEntries(part.entries);
  const content = createContent(entries, part.source);
  const ids = new Map<number, string>();
  const listings = new Map<string, readonly DirEntry[]>();
  const listingIds = new Map<string, string>();

  const readPlace = (place: number): Uint8Array | undefined => {
    const found = content.read(place);
    ids.set(place, found?.id ?? "");
    return found?.bytes;
  };
  const idOf = (place: number): string => {
    const known = ids.get(place) ?? entries.id(place);
    if (known === undefined) readPlace(place);
    return known ?? ids.get(place) ?? "";
  };
  const target = (place: number): string | undefined => {
    const bytes = readPlace(place);
    return bytes && Buffer.from(bytes).toString("utf8");
  };
  const resolve = (path: string): string | undefined => {
    const direct = entries.find(path);
    if (direct === "directory" || (direct !== undefined && entries.type(direct) !== letters.symlink)) return path;
    return entries.links ? followLinks(path, entries, target) : undefined;
  };
  const place = (path: string) => {
    const resolved = resolve(normalize(path));
    return resolved === undefined ? undefined : { resolved, at: entries.find(resolved) };
  };
  const listResolved = (directory: string): readonly DirEntry[] => {
    const known = listings.get(directory);
    if (known) return known;
    const children = entries.children(directory) ?? [];
    const listed = entries.links ? children.map((child) => asTarget(entries, directory, child, resolve)) : children;
    listings.set(directory, listed);
    return listed;
  };
  /** The directory a path leads to; a submodule is one without entries, as in a checkout that did not ask for it. */
  const directory = (path: string): string | undefined => {
    const found = place(path);
    if (found?.at === "directory") return found.resolved;
    return typeof found?.at === "number" && entries.type(found.at) === letters.submodule ? found.resolved : undefined;
  };

  const tree: Tree = {
    read(path) {
      const found = place(path)?.at;
      return typeof found === "number" && entries.type(found) === letters.file ? readPlace(found) : undefined;
    },
    list(path) {
      const found = directory(path);
      return found === undefined ? undefined : listResolved(found);
    },
    lookup(path) {
      const clean = normalize(path);
      const found = (entries.links ? place(clean)?.at : undefined) ?? entries.find(clean);
      if (found === undefined) return undefined;
      if (found === "directory") return lazily(clean, "directory", () => tree.listingId(clean) ?? "");
      const type = entries.type(found);
      if (type === letters.submodule) return { path: clean, type: "submodule", id: "" };
      const kind = type === letters.symlink ? "symlink" : "file";
      const id = ids.get(found) ?? entries.id(found);
      return id === undefined ? lazily(clean, kind, () => idOf(found)) : { path: clean, type: kind, id };
    },
    realPath: (path) => (entries.links ? place(path)?.resolved : undefined) ?? normalize(path),
    listingId(path) {
      const found = directory(path);
      if (found === undefined) return undefined;
      const id = listingIds.get(found) ?? listingDigest(listResolved(found));
      listingIds.set(found, id);
      return id;
    },
    *files(under = "") {
      const start = directory(under);
      if (start === undefined) return;
      const asked = normalize(under);
      const { from, to } = entries.below(start);
      for (let at = from; at < to; at++) {
        if (entries.type(at) === letters.file) yield asked + (entries.paths[at] ?? "").slice(start.length);
      }
    },
    describe: () => part.description,
    snapshot: () => [part],
  };
  return tree;
}

const lazily = (path: string, type: TreeEntry["type"], id: () => string): TreeEntry => ({
  path,
  type,
  get id() {
    return id();
  },
});

/** A symbolic link is listed as what it leads to, and as a file when that is nowhere: reading it then says why. */
function asTarget(
  entries: Entries,
  directory: string,
  child: DirEntry,
  resolve: (path: string) => string | undefined,
): DirEntry {
  const path = directory === "" ? child.name : `${directory}/${child.name}`;
  const place = entries.find(path);
  if (typeof place !== "number" || entries.type(place) !== letters.symlink) return child;
  try {
    const resolved = resolve(path);
    return { name: child.name, directory: resolved !== undefined && entries.find(resolved) === "directory" };
  } catch (error) {
    if (error instanceof EngineError && error.code === "refused") return { name: child.name, directory: false };
    throw error;
  }
}
