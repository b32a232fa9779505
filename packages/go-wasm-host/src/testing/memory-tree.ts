import type { DirEntry, FileTree } from "../tree.ts";

/** A tree of the given texts (or bytes) by path. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const directories = new Map<string, DirEntry[]>([["", []]]);
  const add = (path: string, directory: boolean): void => {
    const slash = path.lastIndexOf("/");
    const parent = path.slice(0, Math.max(slash, 0));
    if (!directories.has(parent)) {
      directories.set(parent, []);
      add(parent, true);
    }
    directories.get(parent)?.push({ name: path.slice(slash + 1), directory });
  };
  for (const path of Object.keys(files)) add(path, false);
  return {
    read(path) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof content === "string" ? Buffer.from(content) : content;
    },
    list: (path) => directories.get(path),
  };
}
