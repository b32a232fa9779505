import { posix } from "node:path";
import type { Tree } from "./contracts.ts";
import { manifestFileLimit } from "../yaml/limits.ts";
import { ifReadable } from "./if-readable.ts";
import { isObject } from "./json.ts";
import { type KustomizationFacts, kustomizationFacts } from "./kustomization-facts.ts";
import { directoryName } from "./applicationset/names.ts";
import { kustomizationNames } from "./source-type.ts";
import { parseYaml } from "./yaml-read.ts";

interface Kustomization extends KustomizationFacts {
  directory: string;
  file: string;
}

interface Chart {
  directory: string;
  library: boolean;
}

/** How a repository is built, read without rendering anything. */
export interface Layout {
  /** Every YAML and JSON file, in path order. */
  documents: readonly string[];
  kustomizations: ReadonlyMap<string, Kustomization>;
  /** Charts that do not lie inside another chart. */
  charts: ReadonlyMap<string, Chart>;
  /** Kustomizations nothing else builds on; components never count. */
  roots: readonly string[];
  /** Every file that some kustomization names, directly or through another one → the kustomizations that do. */
  closureOf(directory: string): ReadonlySet<string>;
  /** Every file that any kustomization names. */
  owned: ReadonlySet<string>;
  /** The outermost chart that a path lies in. */
  chartAround(path: string): string | undefined;
}

/** Remembers what was found in a file by its blob id. */
export type Remember = <T>(kind: string, id: string, make: () => T) => T;
export const rememberNothing: Remember = (_kind, _id, make) => make();

export function readLayout(
  tree: Tree,
  ignore: (path: string) => boolean,
  remember: Remember = rememberNothing,
): Layout {
  const documents: string[] = [];
  const kustomizations = new Map<string, Kustomization>();
  const chartFolders: string[] = [];
  for (const file of tree.files()) {
    if (ignore(file)) continue;
    const name = file.slice(file.lastIndexOf("/") + 1);
    const directory = parent(file);
    if (name === "Chart.yaml") chartFolders.push(directory);
    if (kustomizationNames.some((known) => known === name)) {
      const facts = ifReadable(() =>
        remember("kustomization", tree.lookup(file)?.id ?? file, () => kustomizationFacts(textOf(tree, file))),
      );
      kustomizations.set(directory, { component: false, references: [], ...facts, directory, file });
    } else if (/\.(?:ya?ml|json)$/.test(name)) {
      documents.push(file);
    }
  }
  const folders = new Set(chartFolders);
  const outer = chartFolders.filter((folder) => ![...ancestors(folder)].some((above) => folders.has(above)));
  const charts = new Map(
    outer.map((directory) => [directory, { directory, library: isLibrary(tree, directory, remember) }]),
  );
  const chartAround = (path: string): string | undefined =>
    [path, ...ancestors(path)].find((above) => charts.has(above));
  const referenced = new Set<string>();
  for (const { directory, references } of kustomizations.values()) {
    for (const reference of references) referenced.add(resolve(directory, reference));
  }
  const closureOf = closures(kustomizations);
  return {
    documents,
    kustomizations,
    charts,
    roots: [...kustomizations.values()]
      .filter(
        ({ component, directory }) => !component && !referenced.has(directory) && chartAround(directory) === undefined,
      )
      .map(({ directory }) => directory)
      .sort(),
    closureOf,
    owned: new Set([...kustomizations.keys()].flatMap((directory) => [...closureOf(directory)])),
    chartAround,
  };
}

function closures(kustomizations: ReadonlyMap<string, Kustomization>): (directory: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (directory) => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const files = new Set<string>();
    const visited = new Set<string>();
    const pending = [directory];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const kustomization = kustomizations.get(at);
      if (kustomization === undefined || visited.has(at)) continue;
      visited.add(at);
      files.add(kustomization.file);
      for (const reference of kustomization.references) {
        const path = resolve(at, reference);
        if (kustomizations.has(path)) pending.push(path);
        else files.add(path);
      }
    }
    known.set(directory, files);
    return files;
  };
}

function resolve(directory: string, reference: string): string {
  const path = posix.normalize(posix.join(directory, reference)).replace(/\/$/, "");
  return path === "." ? "" : path;
}

export function parent(file: string): string {
  const directory = directoryName(file);
  return directory === "." ? "" : directory;
}

/** The directories above a path, from the nearest to the root. */
export function* ancestors(path: string): Generator<string> {
  for (let at = path; at !== "";) {
    at = at.includes("/") ? parent(at) : "";
    yield at;
  }
}

/** The text of what may be a manifest: nothing of a file that is too large to be one. */
export function textOf(tree: Tree, file: string): string {
  const content = tree.read(file);
  return content === undefined || content.length > manifestFileLimit ? "" : new TextDecoder().decode(content);
}

function isLibrary(tree: Tree, directory: string, remember: Remember): boolean {
  const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
  try {
    return remember("library chart", tree.lookup(file)?.id ?? file, () => {
      const chart = parseYaml(textOf(tree, file));
      return isObject(chart) && chart["type"] === "library";
    });
  } catch {
    return false;
  }
}
