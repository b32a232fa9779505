import { createHash } from "node:crypto";
import { EngineError } from "go-wasm-host";
import { openEntries } from "./entries.ts";
import { readId } from "./reads.ts";
import type { PackedEntries, Tree } from "./tree.ts";

/**
 * Equal for trees with equal files at equal paths, committed or not (but for links, which count for what they say once they are
 * committed and for where they lead before). Hashes the content of files that git has not hashed yet.
 */
export function filesId(tree: Tree): string {
  const hash = createHash("sha256");
  for (const part of tree.snapshot()) {
    if (part.type === "mount") hash.update(JSON.stringify(part.mounts));
    else hash.update(JSON.stringify([part.entries.paths, part.entries.types, idsOf(part.entries, tree)]));
  }
  return hash.digest("hex");
}

function idsOf(packed: PackedEntries, tree: Tree): (string | null)[] {
  const { paths, id } = openEntries(packed);
  return paths.map((path, place) => id(place) ?? found(tree, path));
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
