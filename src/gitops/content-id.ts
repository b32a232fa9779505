import { createHash } from "node:crypto";
import type { Tree } from "./contracts.ts";

const known = new WeakMap<Tree, string>();

/** Equal for revisions with equal files, whatever they are called: branches and tags move. What is not committed does not show in it. */
export function contentId(tree: Tree): string {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const parts = tree.snapshot().map((part) => (part.type === "index" ? part.entries : part.mounts));
  const id = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  known.set(tree, id);
  return id;
}
