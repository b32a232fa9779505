import { createHash } from "node:crypto";
import { EngineError } from "go-wasm-host";
import { openEntries } from "./entries.ts";
import { readId } from "./reads.ts";
import type { PackedEntries, Tree } from "./tree.ts";

/** Equal for trees with equal files at equal paths, committed or not. Hashes the content of files that git has not hashed yet. */
export function filesId(tree: Tree): string {
  const hash = createHash("sha256");
  for (const part of tree.snapshot()) {
    if (part.type === "mount") hash.update(JSON.stringify(part.mounts));
    else hash.update(JSON.stringify([part.entries, unhashed(part.entries).map((path) => [path, found(tree, path)])]));
  }
  return hash.digest("hex");
}

function unhashed(packed: PackedEntries): string[] {
  if (!packed.ids.includes(" ")) return [];
  const { paths, id } = openEntries(packed);
  return paths.filter((_, place) => id(place) === undefined);
}

/** What is at a path, links followed; for a link that leads nowhere, where it may not. */
function found(tree: Tree, path: string): string | null {
  try {
    return readId(tree, "file", path) ?? readId(tree, "listing", path);
  } catch (error) {
    if (error instanceof EngineError) return `${error.code} ${error.message}`;
    throw error;
  }
}
