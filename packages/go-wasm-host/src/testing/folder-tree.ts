import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { FileTree } from "../tree.ts";
import { memoryTree } from "./memory-tree.ts";

/** A tree of the files in a folder, as they are now. */
export const folderTree = (folder: string): FileTree => memoryTree(readFolder(folder));

/** The content of every file in a folder, by path. */
export function readFolder(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).split(sep).join("/")] = readFileSync(path);
  }
  return files;
}
