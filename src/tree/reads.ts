import type { FileTree } from "go-wasm-host";
import type { Reads } from "../model/rendered.ts";
import type { Tree } from "./tree.ts";

/** A view of a tree that notes what was asked of it, what was not there included. */
export function recorded(tree: Tree): { tree: FileTree; reads(): Reads } {
  const files = new Map<string, string | null>();
  const listings = new Map<string, string | null>();
  return {
    tree: {
      read(path) {
        const content = tree.read(path);
        if (!files.has(path)) files.set(path, content ? readId(tree, "file", path) : null);
        return content;
      },
      list(path) {
        const entries = tree.list(path);
        if (!listings.has(path)) listings.set(path, entries ? readId(tree, "listing", path) : null);
        return entries;
      },
      // Noted with the reads that follow: their ids say where links led.
      realPath: (path) => tree.realPath(path),
    },
    reads: () => ({ files: Object.fromEntries(files), listings: Object.fromEntries(listings) }),
  };
}

/** Whether everything that was read, listed or missed is in this tree exactly as it was then: the same input, so the same output. */
export function sameReads(reads: Reads, tree: Tree): boolean {
  try {
    return (
      Object.entries(reads.files).every(([path, id]) => readId(tree, "file", path) === id) &&
      Object.entries(reads.listings).every(([path, id]) => readId(tree, "listing", path) === id)
    );
  } catch {
    return false; // this tree refuses a path that the other allowed
  }
}

/**
 * What Reads has for a path: the id of what is there now, `null` for nothing. Behind a symbolic link, `id@where` it led: the same content at
 * another place is not the same to kustomize, which looks at where files really are. Throws what the tree throws.
 */
export function readId(tree: Tree, kind: "file" | "listing", path: string): string | null {
  const file = kind === "file" ? tree.lookup(path) : undefined;
  const id = file?.type === "file" ? file.id : kind === "listing" ? tree.listingId(path) : undefined;
  if (id === undefined) return null;
  const real = tree.realPath(path);
  return real === path ? id : `${id}@${real}`;
}
