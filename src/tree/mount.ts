import { readFileSync } from "node:fs";
import { EngineError } from "go-wasm-host";
import { partId } from "./index-tree.ts";
import { listingDigest } from "./listing.ts";
import { normalize } from "./paths.ts";
import type { ContentMount, DirEntry, FileMount, MountPart, Tree, TreeEntry, TreePart } from "./tree.ts";

export type Mount = FileMount | ContentMount | { path: string; tree: Tree };
type View = Omit<Tree, "describe" | "snapshot">;

/**
 * The same tree with files from elsewhere (a fetched chart) or whole trees (another repository) at paths of their own. A mount is found by
 * its path only: listings of the tree below stay as they are, so what was read without mounts is comparable with them.
 */
export function mount(tree: Tree, mounts: readonly Mount[]): Tree {
  const placed = mounts.map((each) => ({ ...each, path: normalize(each.path) }));
  const part: MountPart = {
    type: "mount",
    id: partId(),
    below: lastId(tree.snapshot()),
    mounts: placed.map((each) => ("tree" in each ? { path: each.path, tree: lastId(each.tree.snapshot()) } : each)),
  };
  return overlay(tree, placed, part);
}

/** The mounted tree that a part describes, over trees already rebuilt. */
export function overlay(tree: Tree, mounts: readonly Mount[], part: MountPart): Tree {
  const parts = [...tree.snapshot(), ...mounts.flatMap((each) => ("tree" in each ? each.tree.snapshot() : [])), part];
  const views = mounts.map((each) => ({
    path: each.path,
    view: "tree" in each ? moved(each.tree, each.path) : fileView(each),
    directory: "tree" in each,
  }));
  const at = (path: string): View =>
    views.find((each) => path === each.path || path.startsWith(`${each.path}/`))?.view ?? tree;

  /** What a directory that exists only as the way to mounts has in it. */
  const onTheWay = (path: string): DirEntry[] | undefined => {
    const start = path === "" ? 0 : path.length + 1;
    const below = views.filter((each) => path === "" || each.path.startsWith(`${path}/`));
    const names = new Map(
      below.map((each) => {
        const [name = "", ...deeper] = each.path.slice(start).split("/");
        return [name, { name, directory: each.directory || deeper.length > 0 }];
      }),
    );
    return names.size === 0 ? undefined : [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  };

  return {
    read: (path) => at(normalize(path)).read(path),
    list: (path) => at(normalize(path)).list(path) ?? onTheWay(normalize(path)),
    realPath: (path) => at(normalize(path)).realPath(path),
    lookup(path) {
      const clean = normalize(path);
      const found = at(clean).lookup(clean);
      const entries = found ? undefined : onTheWay(clean);
      return entries ? { path: clean, type: "directory", id: listingDigest(entries) } : found;
    },
    listingId(path) {
      const found = at(normalize(path)).listingId(path);
      const entries = found === undefined ? onTheWay(normalize(path)) : undefined;
      return entries ? listingDigest(entries) : found;
    },
    files: (under = "") => at(normalize(under)).files(under),
    describe: () => tree.describe(),
    snapshot: () => parts,
  };
}

const lastId = (parts: readonly TreePart[]): number => parts.at(-1)?.id ?? 0;

/** One file, here or somewhere on disk. Whoever mounts it has checked that its content is what the id says. */
function fileView(mounted: FileMount | ContentMount): View {
  const { path, id } = mounted;
  const here = (asked: string) => normalize(asked) === path;
  return {
    read: (asked) => (here(asked) ? ("bytes" in mounted ? mounted.bytes : readMounted(path, mounted.file)) : undefined),
    list: () => undefined,
    lookup: (asked) => (here(asked) ? { path, type: "file", id } : undefined),
    realPath: normalize,
    listingId: () => undefined,
    files: () => [],
  };
}

function readMounted(path: string, file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new EngineError("crashed", `"${path}" was fetched but cannot be read any more`, { detail: file, cause });
  }
}

/** A tree seen from a path further up. */
function moved(tree: Tree, path: string): View {
  const within = (asked: string) => normalize(asked).slice(path.length + 1);
  return {
    read: (asked) => tree.read(within(asked)),
    list: (asked) => tree.list(within(asked)),
    lookup(asked): TreeEntry | undefined {
      const found = tree.lookup(within(asked));
      if (!found) return undefined;
      return {
        path: normalize(asked),
        type: found.type,
        get id() {
          return found.id;
        },
      };
    },
    realPath: (asked) => [path, tree.realPath(within(asked))].filter(Boolean).join("/"),
    listingId: (asked) => tree.listingId(within(asked)),
    *files(under = path) {
      for (const file of tree.files(within(under))) yield `${path}/${file}`;
    },
  };
}
