import { openIndex } from "./index-tree.ts";
import { overlay } from "./mount.ts";
import type { Tree, TreePart } from "./tree.ts";

/** Trees rebuilt in a worker from the parts that were sent to it, each part once: many mounts on one working copy cost one index. */
export interface Trees {
  add(part: TreePart): void;
  get(id: number): Tree;
}

export function createTrees(): Trees {
  const trees = new Map<number, Tree>();
  const get = (id: number): Tree => {
    const tree = trees.get(id);
    if (!tree) throw new TypeError(`part ${id} of a tree was never sent`);
    return tree;
  };
  return {
    get,
    add(part) {
      if (part.type === "index") trees.set(part.id, openIndex(part));
      else {
        const mounts = part.mounts.map((each) => ("tree" in each ? { path: each.path, tree: get(each.tree) } : each));
        trees.set(part.id, overlay(get(part.below), mounts, part));
      }
    },
  };
}
