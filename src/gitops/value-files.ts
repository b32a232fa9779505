import type { FileTree } from "./contracts.ts";
import { type BuildEnvironment, substitute } from "./build-environment.ts";
import { RenderFailure } from "./failure.ts";
import { inGlobOrder } from "./glob-order.ts";
import { matchesDoubleStar } from "./glob.ts";
import { fileInSource, walk } from "./source-paths.ts";

/** A directory in some tree that value files are looked up in. */
export interface Place {
  tree: FileTree;
  directory: string;
  /** Where the tree's root is in the tree that the engine sees. */
  root: string;
}

export interface ResolvedFile {
  place: Place;
  path: string;
}

export interface ValueFileRules {
  own: Place;
  /** Name of a `ref` → the root of its repository. */
  references: ReadonlyMap<string, Place>;
  environment: BuildEnvironment;
  /** All `ref`s of an Application with `sources`, where every `$name` must be one; undefined with a single source. */
  refNames: readonly string[] | undefined;
  /** What was fetched for the addresses among them. */
  remote: ReadonlyMap<string, ResolvedFile>;
  ignoreMissing: boolean;
}

/**
 * `valueFiles` in the order Helm gets them: `$ref/` prefixes, build variables, globs in the order they match, each file once.
 * A file that is also named without a glob keeps the place where it is named.
 */
export function resolveValueFiles(valueFiles: readonly string[], rules: ValueFileRules): ResolvedFile[] {
  const resolved = valueFiles.map((raw) => ({ raw, file: resolveFile(raw, rules) }));
  const named = resolved.map(({ file }) => file).filter((file) => !isGlob(file.path));
  const out: ResolvedFile[] = [];
  const add = (file: ResolvedFile): void => {
    if (!out.some((other) => same(other, file))) out.push(file);
  };
  for (const { raw, file } of resolved) {
    if (isGlob(file.path)) {
      for (const match of expand(raw, file, rules.ignoreMissing))
        if (!named.some((other) => same(other, match))) add(match);
    } else if (!rules.ignoreMissing || isRemote(file, rules) || file.place.tree.read(file.path) !== undefined) {
      add(file);
    }
  }
  return out;
}

const same = (a: ResolvedFile, b: ResolvedFile): boolean => a.place.tree === b.place.tree && a.path === b.path;

const isRemote = (file: ResolvedFile, { remote }: ValueFileRules): boolean => [...remote.values()].includes(file);

const isGlob = (path: string): boolean => /[*?[]/.test(path);

function expand(raw: string, { place, path }: ResolvedFile, ignoreMissing: boolean): ResolvedFile[] {
  const fixed = path.slice(0, path.search(/[*?[]/));
  const directory = fixed.slice(0, Math.max(fixed.lastIndexOf("/"), 0));
  const found = [...walk(place.tree, directory, () => true)].filter((file) => matchesDoubleStar(path, file));
  const matches = inGlobOrder(path, found);
  if (matches.length === 0 && !ignoreMissing) {
    throw new RenderFailure("render/failed", `The value file pattern ${raw} matches no file`, {
      hint: "Add a file it matches, or set `ignoreMissingValueFiles: true`",
    });
  }
  return matches.map((match) => ({ place, path: match }));
}

/** One value file or file parameter. Variables are replaced before the path is resolved, but never in `$ref` itself. */
export function resolveFile(raw: string, rules: Omit<ValueFileRules, "ignoreMissing">): ResolvedFile {
  const reference = raw.startsWith("$") ? (raw.split("/", 1)[0] ?? "") : "";
  const place = rules.references.get(reference.slice(1));
  if (reference !== "" && place !== undefined) {
    const rest = substitute(raw.slice(reference.length), rules.environment);
    return { place, path: fileInSource("", rest === "" ? "/" : rest) };
  }
  if (reference !== "" && rules.refNames !== undefined) {
    const known = rules.refNames.map((name) => `$${name}`).join(", ");
    const choice = known === "" ? "no source has a `ref`" : `the sources are ${known}`;
    throw new RenderFailure("render/failed", `${raw} names the source ${reference}, but ${choice}`);
  }
  const path = substitute(raw, rules.environment);
  const remote = rules.remote.get(path);
  if (remote !== undefined) return remote;
  const scheme = schemeOf(path);
  if (scheme !== undefined) {
    throw new RenderFailure(
      "render/failed",
      `The value file ${path} is a URL of scheme "${scheme}", which is not allowed`,
      {
        hint: "Argo CD fetches value files by https and http",
      },
    );
  }
  return { place: rules.own, path: fileInSource(rules.own.directory, path) };
}

/** The address that a value file or file parameter is to be fetched from; undefined for one in a source. */
export function remoteAddress(
  raw: string,
  { references, environment }: Pick<ValueFileRules, "references" | "environment">,
): string | undefined {
  if (raw.startsWith("$") && references.has((raw.split("/", 1)[0] ?? "").slice(1))) return undefined;
  const path = substitute(raw, environment);
  // Argo CD's default for helm.valuesFileSchemes.
  return ["https", "http"].includes(schemeOf(path) ?? "") ? path : undefined;
}

const schemeOf = (path: string): string | undefined => /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(path)?.[1]?.toLowerCase();
