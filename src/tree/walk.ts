import { readdirSync } from "node:fs";
import { join } from "node:path";
import { letters } from "./entries.ts";
import type { Entry } from "./entries.ts";

const skipped = new Set([".git", "node_modules"]);

/** Every file and symbolic link below a folder, for a folder git knows nothing about. What cannot be read is not there. */
export function walk(root: string, directory = ""): Entry[] {
  return readDirectory(join(root, directory)).flatMap((entry): Entry[] => {
    const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(root, path);
    if (entry.isSymbolicLink()) return [{ path, type: letters.symlink }];
    return entry.isFile() ? [{ path, type: letters.file }] : [];
  });
}

function readDirectory(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
