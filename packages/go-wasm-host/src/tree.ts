import { EngineError } from "./error.ts";

export interface DirEntry {
  name: string;
  directory: boolean;
}

/**
 * A synchronous, immutable view of files. Paths are '/'-separated and relative to the tree's root, "" being the root
 * itself. Symbolic links are resolved by the implementation; one that leaves the tree throws EngineError("refused").
 */
export interface FileTree {
  /** The file's content, or undefined if there is no such file. */
  read(path: string): Uint8Array | undefined;
  /** The directory's entries, or undefined if there is no such directory. */
  list(path: string): readonly DirEntry[] | undefined;
  /** Where symbolic links on the way lead, inside the tree; a tree without links need not offer it. */
  realPath?(path: string): string;
}

/** Something the engine asked of the tree; `found: false` is a dependency too, since adding that file changes the result. */
export interface Read {
  op: "read" | "list";
  path: string;
  found: boolean;
}

export const emptyTree: FileTree = { read: () => undefined, list: () => undefined };

/** A tree that notes each distinct question in `reads`, in the order of first asking. */
export function recordReads(tree: FileTree): { tree: FileTree; reads: Read[] } {
  const reads = new Map<string, Read>();
  const ask = <T>(op: Read["op"], path: string, look: (path: string) => T | undefined): T | undefined => {
    if (!isTreePath(path)) throw new EngineError("refused", `"${path}" is outside the file tree`);
    const answer = look(path);
    const key = `${op}:${path}`;
    if (!reads.has(key)) reads.set(key, { op, path, found: answer !== undefined });
    return answer;
  };
  const read: FileTree["read"] = (path) => ask("read", path, (p) => tree.read(p));
  const list: FileTree["list"] = (path) => ask("list", path, (p) => tree.list(p));
  return {
    tree: {
      read,
      list,
      realPath(path) {
        const real = tree.realPath?.(path) ?? path;
        if (real !== path && read(path) === undefined) list(path); // what a link shows stands for the link itself
        return real;
      },
    },
    get reads() {
      return [...reads.values()];
    },
  };
}

/** Engines send cleaned paths; anything else would have two names in the record, or lead outside. */
function isTreePath(path: string): boolean {
  return path === "" || path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}
