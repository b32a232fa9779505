import { posix } from "node:path";
import type { JsonObject } from "../../model/resource.ts";
import { isObject } from "../json.ts";
import { fileInSource, join } from "../source-paths.ts";
import { kustomizationNames } from "../source-type.ts";
import type { SourceDocument, SourceFiles } from "./source-files.ts";

/** One kustomization file with what it says. */
export interface Kustomization {
  directory: string;
  file: string;
  document: SourceDocument;
  value: JsonObject;
}

/** Ways through a graph of kustomizations are counted up to here; more of them only differ in what they are called. */
const waysLimit = 32;
const depthLimit = 40;
/** A graph of diamonds has exponentially many ways: a search ends after so many kustomizations. */
const visitLimit = 4000;

/** The kustomizations of a repository and how they build on each other. */
export class Kustomizations {
  private readonly files: SourceFiles;
  private readonly known = new Map<string, Kustomization | undefined>();
  private readonly found = new Map<string, readonly Kustomization[][]>();
  private visits = 0;

  constructor(files: SourceFiles) {
    this.files = files;
  }

  at(directory: string): Kustomization | undefined {
    if (!this.known.has(directory)) this.known.set(directory, this.open(directory));
    return this.known.get(directory);
  }

  private open(directory: string): Kustomization | undefined {
    for (const name of kustomizationNames) {
      const file = join(directory, name);
      const [document] = this.files.documents(file);
      if (document !== undefined && isObject(document.value))
        return { directory, file, document, value: document.value };
    }
    return undefined;
  }

  /**
   * The kustomizations that a resource of a file passes on its way to the one that is built, in the order in which they
   * change it: bases first, components before the kustomization that names them. One list per way.
   */
  ways(entry: string, origin: string, components: readonly string[] = []): readonly Kustomization[][] {
    const key = JSON.stringify([entry, origin, components]);
    const known = this.found.get(key);
    if (known !== undefined) return known;
    this.visits = 0;
    const ways = this.search(entry, origin, components, new Set());
    this.found.set(key, ways);
    return ways;
  }

  private search(
    directory: string,
    origin: string,
    added: readonly string[],
    above: ReadonlySet<string>,
  ): Kustomization[][] {
    const own = this.at(directory);
    this.visits += 1;
    if (own === undefined || above.has(directory) || above.size > depthLimit || this.visits > visitLimit) return [];
    const inside = new Set([...above, directory]);
    const components = [...pathsOf(own, ["components"]), ...added.map((path) => resolve(directory, path))];
    const resources = pathsOf(own, ["resources", "bases"]);
    const after = (from: number): Kustomization[] => [
      ...components.slice(from).flatMap((path) => this.component(path, inside)),
      own,
    ];
    const ways: Kustomization[][] = [];
    if (own.file === origin || resources.includes(origin)) ways.push(after(0));
    for (const path of resources) {
      for (const way of this.search(path, origin, [], inside))
        if (ways.length < waysLimit) ways.push([...way, ...after(0)]);
    }
    for (const [index, path] of components.entries()) {
      for (const way of this.search(path, origin, [], inside)) {
        if (ways.length < waysLimit) ways.push([...way, ...after(index + 1)]);
      }
    }
    return ways;
  }

  /** A component with the components it has itself. */
  private component(directory: string, above: ReadonlySet<string>): Kustomization[] {
    const own = this.at(directory);
    this.visits += 1;
    if (own === undefined || above.has(directory) || above.size > depthLimit || this.visits > visitLimit) return [];
    const inside = new Set([...above, directory]);
    return [...pathsOf(own, ["components"]).flatMap((path) => this.component(path, inside)), own];
  }
}

/** Local paths of a kustomization's lists, relative to the repository. */
function pathsOf({ directory, value }: Kustomization, lists: readonly string[]): string[] {
  return lists.flatMap((list) => textsOf(value[list])).map((path) => resolve(directory, path));
}

export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : typeof value === "string" ? [value] : [];

export function resolve(directory: string, path: string): string {
  try {
    return fileInSource(directory, path.startsWith("/") ? path : posix.normalize(path))
      .replace(/\/$/, "")
      .replace(/^\.$/, "");
  } catch {
    return path;
  }
}
