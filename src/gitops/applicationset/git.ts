import type { Tree } from "../contracts.ts";
import { matchesPath, matchesPathspec } from "../glob.ts";
import { isObject } from "../json.ts";
import { parseYaml } from "../yaml-read.ts";
import { type GeneratorContext, UnknownGenerator, withValues } from "./context.ts";
import type { Parameters } from "./fasttemplate.ts";
import { baseName, directoryName, normalizeName } from "./names.ts";
import { flattenToText } from "./parameters.ts";
import type { Generator } from "./schema.ts";

type GitGenerator = NonNullable<Generator["git"]>;

/** Directories win over files when both are given. Paths come in lexical order. */
export async function gitParameters(git: GitGenerator, context: GeneratorContext): Promise<Parameters[]> {
  const tree = await context.treeOf(git.repoURL, git.revision);
  if ("unavailable" in tree) throw new UnknownGenerator("git", `${git.repoURL} is not available: ${tree.unavailable}`);
  const found =
    git.directories !== undefined && git.directories.length > 0
      ? matching(directoriesOf(tree), git.directories, matchesPath).map((path) =>
          pathParameters(path, git, context.goTemplate),
        )
      : git.files !== undefined && git.files.length > 0
        ? matching([...tree.files()].sort(), git.files, matchesPathspec).flatMap((path) =>
            fileParameters(tree, path, git, context),
          )
        : undefined;
  if (found === undefined) throw new Error("the git generator has neither `directories` nor `files`");
  const out: Parameters[] = [];
  for (const parameters of found) out.push(await withValues(parameters, git.values, context));
  return out;
}

/** Every directory but hidden ones, as Argo CD walks a checkout. */
function directoriesOf(tree: Tree): string[] {
  const found = new Set<string>();
  for (const file of tree.files()) {
    const segments = file.split("/").slice(0, -1);
    for (let depth = 1; depth <= segments.length; depth += 1) {
      if (segments[depth - 1]?.startsWith(".") === true) break;
      found.add(segments.slice(0, depth).join("/"));
    }
  }
  return [...found].sort();
}

type PathRule = { path: string; exclude?: boolean | undefined };

/** An exclusion wins wherever it stands. */
function matching(
  paths: readonly string[],
  rules: readonly PathRule[],
  matches: (pattern: string, path: string) => boolean,
): string[] {
  const hit = (path: string, excluding: boolean): boolean =>
    rules.some((rule) => (rule.exclude === true) === excluding && matches(rule.path, path));
  return paths.filter((path) => hit(path, false) && !hit(path, true));
}

function pathParameters(path: string, git: GitGenerator, goTemplate: boolean, file?: string): Parameters {
  const own: Record<string, unknown> = { basename: baseName(path), basenameNormalized: normalizeName(baseName(path)) };
  if (file !== undefined) {
    own["filename"] = baseName(file);
    own["filenameNormalized"] = normalizeName(baseName(file));
  }
  const prefix = git.pathParamPrefix ?? "";
  if (goTemplate) {
    const nested = { path: { path, ...own, segments: path.split("/") } };
    return prefix === "" ? nested : { [prefix]: nested };
  }
  const name = prefix === "" ? "path" : `${prefix}.path`;
  const segments = path.split("/").map((segment, index): [string, string] => [`${name}[${index}]`, segment]);
  return {
    [name]: path,
    ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`${name}.${key}`, value])),
    ...Object.fromEntries(segments.filter(([, segment]) => segment !== "")),
  };
}

function fileParameters(tree: Tree, path: string, git: GitGenerator, { goTemplate }: GeneratorContext): Parameters[] {
  const content = tree.read(path);
  const value = parseFile(path, content === undefined ? "" : new TextDecoder().decode(content));
  const objects = Array.isArray(value) ? value : [value ?? {}];
  return objects.map((object) => {
    if (!isObject(object)) throw new Error(`${path} is neither an object nor a list of objects`);
    const parameters = goTemplate ? object : flattenToText(object);
    return { ...parameters, ...pathParameters(directoryName(path), git, goTemplate, path) };
  });
}

function parseFile(path: string, text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new Error(`${path} is not readable as YAML or JSON`, { cause: error });
  }
}
