import { createHash } from "node:crypto";
import type { DirEntry, Tree } from "../contracts.ts";

const digest = (content: string | Uint8Array): string => createHash("sha1").update(content).digest("hex");

/** A whole Tree over texts by path, for repositories that are shorter in code than on disk. */
export function memoryTree(texts: Readonly<Record<string, string | Uint8Array>>, name = "the working copy"): Tree {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      typeof text === "string" ? new TextEncoder().encode(text) : text,
    ]),
  );
  const directories = new Map<string, Map<string, boolean>>([["", new Map()]]);
  const add = (path: string, directory: boolean): void => {
    const slash = path.lastIndexOf("/");
    const above = slash < 0 ? "" : path.slice(0, slash);
    if (!directories.has(above)) {
      directories.set(above, new Map());
      add(above, true);
    }
    directories.get(above)?.set(path.slice(slash + 1), directory);
  };
  for (const path of files.keys()) add(path, false);
  const list = (path: string): readonly DirEntry[] | undefined => {
    const found = directories.get(path);
    return (
      found &&
      [...found].map(([entry, directory]) => ({ name: entry, directory })).sort((a, b) => (a.name < b.name ? -1 : 1))
    );
  };
  const tree: Tree = {
    read: (path) => files.get(path),
    list,
    lookup: (path) => {
      const content = files.get(path);
      if (content !== undefined) return { path, type: "file", id: digest(content) };
      return directories.has(path) ? { path, type: "directory", id: tree.listingId(path) ?? "" } : undefined;
    },
    listingId: (path) => {
      const entries = list(path);
      return entries && digest(JSON.stringify(entries));
    },
    files: (under = "") => [...files.keys()].filter((path) => under === "" || path.startsWith(`${under}/`)).sort(),
    describe: () => name,
    realPath: (path) => path,
    snapshot: () => [],
  };
  return tree;
}
