import { directoryOf, isNormal } from "./paths.ts";
import type { DirEntry, PackedEntries } from "./tree.ts";

export const letters = { file: "f", symlink: "l", submodule: "m" } as const;
export type Letter = (typeof letters)[keyof typeof letters];

/** One line of an index. `id` is absent while nobody has hashed the content. */
export interface Entry {
  path: string;
  type: Letter;
  id?: string;
}

/** Where a path stands in an index: the place of its entry, or the fact that entries lie below it. */
type Place = number | "directory" | undefined;

/** A sorted index of paths with constant-time lookup; directories are implied by the paths below them. */
export interface Entries {
  readonly packed: PackedEntries;
  readonly paths: readonly string[];
  readonly links: boolean;
  type(place: number): string;
  id(place: number): string | undefined;
  find(path: string): Place;
  /** The direct entries of a directory in name order, symbolic links among them as files; undefined if nothing lies below it. */
  children(directory: string): DirEntry[] | undefined;
  /** Places of everything below a directory. */
  below(directory: string): { from: number; to: number };
}

const inOrder = (a: Entry, b: Entry) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * Entries with a name no manifest could refer to (not UTF-8, or one that a crafted git object holds, such as "..") are left out.
 * The later of two entries with one path counts.
 */
export function packEntries(found: readonly Entry[], idLength = 40): PackedEntries {
  const kept = found.filter(({ path }) => path !== "" && isNormal(path) && !path.includes("\uFFFD"));
  if (kept.some(({ path }, at) => at > 0 && path < (kept[at - 1]?.path ?? ""))) kept.sort(inOrder);
  const unique = kept.filter(({ path }, at) => path !== kept[at + 1]?.path);
  const unknown = " ".repeat(idLength);
  return {
    paths: unique.map(({ path }) => path).join("\0"),
    types: unique.map(({ type }) => type).join(""),
    ids: unique.map(({ id }) => id ?? unknown).join(""),
    idLength,
  };
}

export function openEntries(packed: PackedEntries): Entries {
  const { types, ids, idLength } = packed;
  const paths = packed.paths === "" ? [] : packed.paths.split("\0");
  let places: Map<string, number> | undefined;
  let directories: Map<string, Range> | undefined;
  const all = { from: 0, to: paths.length };
  const below = (directory: string) =>
    directory === "" ? all : (directories ??= findDirectories(paths)).get(directory);

  return {
    packed,
    paths,
    links: types.includes(letters.symlink),
    type: (place) => types.charAt(place),
    id: (place) =>
      ids.charAt(place * idLength) === " " ? undefined : ids.slice(place * idLength, (place + 1) * idLength),
    find(path) {
      places ??= new Map(paths.map((known, at) => [known, at]));
      return places.get(path) ?? (below(path) ? "directory" : undefined);
    },
    below: (directory) => below(directory) ?? { from: 0, to: 0 },
    children(directory) {
      const range = below(directory);
      if (!range) return undefined;
      const start = directory === "" ? 0 : directory.length + 1;
      const found = new Map<string, DirEntry>();
      for (let at = range.from; at < range.to; at++) {
        const path = paths[at] ?? "";
        const slash = path.indexOf("/", start);
        const name = path.slice(start, slash < 0 ? undefined : slash);
        found.set(name, { name, directory: slash >= 0 || types.charAt(at) === letters.submodule });
        if (slash >= 0) at = (below(path.slice(0, slash))?.to ?? range.to) - 1;
      }
      return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
  };
}

interface Range {
  from: number;
  to: number;
}

/** Every directory but the root, and the places below it, which are neighbours because paths are sorted. */
function findDirectories(paths: readonly string[]): Map<string, Range> {
  const found = new Map<string, Range>();
  const open: { directory: string; range: Range }[] = [];
  let parent = "";
  for (const [at, path] of paths.entries()) {
    const directory = directoryOf(path);
    if (directory === parent) continue;
    parent = directory;
    while (open.length > 0 && !path.startsWith(`${open.at(-1)?.directory}/`)) close(open.pop(), at);
    let slash = path.indexOf("/", open.length === 0 ? 0 : (open.at(-1)?.directory.length ?? 0) + 1);
    for (; slash >= 0; slash = path.indexOf("/", slash + 1)) {
      const range = { from: at, to: paths.length };
      found.set(path.slice(0, slash), range);
      open.push({ directory: path.slice(0, slash), range });
    }
  }
  return found;
}

function close(directory: { range: Range } | undefined, at: number): void {
  if (directory) directory.range.to = at;
}
