import { matchesDoubleStar } from "./glob.ts";

/**
 * Files that a doublestar pattern matches, in the order in which doublestar.FilepathGlob finds them: folder by folder in
 * the order of their names, and at `**` what the rest of the pattern matches right here before what is further below.
 */
export function inGlobOrder(pattern: string, files: readonly string[]): string[] {
  // A list may contain slashes; its alternatives are taken to be in the order of names.
  const segments = pattern.includes("{") ? [] : pattern.split("/");
  const paths = files.map((file) => file.split("/"));
  return ordered(paths, 0, segments).map((parts) => parts.join("/"));
}

type Path = readonly string[];

function ordered(paths: readonly Path[], depth: number, segments: readonly string[]): Path[] {
  if (paths.length < 2) return [...paths];
  const [segment, ...rest] = segments;
  if (segment !== "**") return byName(paths, depth, rest);
  const suffix = rest.join("/");
  const isHere = (path: Path): boolean => matchesDoubleStar(suffix, path.slice(depth).join("/"));
  const here = paths.filter(isHere);
  const below = paths.filter((path) => !isHere(path));
  return [...ordered(here, depth, rest), ...byName(below, depth, segments)];
}

function byName(paths: readonly Path[], depth: number, segments: readonly string[]): Path[] {
  const ended = paths.filter((path) => path.length <= depth);
  const groups = Map.groupBy(
    paths.filter((path) => path.length > depth),
    (path) => path[depth] ?? "",
  );
  const names = [...groups.keys()].toSorted();
  return [...ended, ...names.flatMap((name) => ordered(groups.get(name) ?? [], depth + 1, segments))];
}
