import { depthLimit } from "../yaml/limits.ts";
import type { Decoded, Engines, Tree } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { matchesGlob } from "./glob.ts";
import { isJson, isObject } from "./json.ts";
import type { Produced } from "./produced.ts";
import type { DirectoryOptions } from "./schema-source.ts";
import { baseName } from "./applicationset/names.ts";
import { parent } from "./layout.ts";
import { join, walk } from "./source-paths.ts";

const skipMarker = "+argocd:skip-file-rendering";

/** The manifest files of a directory source, in the order Argo CD walks them. */
export function manifestFiles(tree: Tree, directory: string, options: DirectoryOptions): string[] {
  const below = (path: string): string => (directory === "" ? path : path.slice(directory.length + 1));
  // Argo CD's walk sees a linked directory as a link and passes it by.
  const isLink = (path: string): boolean => tree.realPath(path) !== join(tree.realPath(parent(path)), baseName(path));
  return [...walk(tree, directory, (path) => options.recurse === true && !isLink(path))].filter((path) => {
    if (options.disableExtensionFilter !== true && !/\.(?:yaml|yml|json|jsonnet)$/.test(path)) return false;
    if (options.exclude && matchesGlob(options.exclude, below(path))) return false;
    return !options.include || matchesGlob(options.include, below(path));
  });
}

/** What Argo CD's repo server reads of one directory unless it is told otherwise (`--max-combined-directory-manifests-size`). In bytes. */
const combinedLimit = 10_000_000;

export interface DirectoryResult {
  produced: Produced[];
  /** Jsonnet files, which are not evaluated. */
  jsonnet: string[];
}

/** Renders plain manifests as Argo CD splits them. `source` is the file's name for people when it is not in this tree. */
export async function renderFiles(tree: Tree, files: readonly string[], engines: Engines): Promise<DirectoryResult> {
  const jsonnet = files.filter((file) => file.endsWith(".jsonnet"));
  const texts = new Map<string, string>();
  let size = 0;
  for (const file of files) {
    if (file.endsWith(".jsonnet")) continue;
    const content = tree.read(file);
    size += content?.length ?? 0;
    if (size > combinedLimit) throw tooMuch(file);
    const text = decodeText(file, content);
    if (!text.includes(skipMarker)) texts.set(file, text);
  }
  const decoded = await engines.decode([...texts.values()]);
  const produced: Produced[] = [];
  for (const [index, [file, text]] of [...texts].entries()) {
    produced.push(...manifestsOf(file, text, decoded[index] ?? { documents: [], errors: [] }));
  }
  return { produced, jsonnet };
}

/** At the file that is one too many. */
function tooMuch(file: string): RenderFailure {
  const message = "The manifests of this directory have more than 10 MB together, which Argo CD refuses";
  return new RenderFailure("render/limit", message, {
    hint: "Leave out what is no manifest with `exclude`, or divide them among several Applications",
    at: [{ file, line: 1, column: 1 }],
    field: ["path"],
  });
}

function decodeText(file: string, content: Uint8Array | undefined): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch (error) {
    throw new RenderFailure("render/failed", `${file} is not UTF-8 text`, {
      at: [{ file, line: 1, column: 1 }],
      cause: error,
    });
  }
}

function sentence(message: string): string {
  if (message.startsWith("invalid map key: map[")) return "a value that begins with {{ is not in quotes";
  const number = /^json: unsupported value: (\S+)/.exec(message)?.[1];
  if (number !== undefined) return `the number ${number} does not exist in JSON`;
  return message.split("\n", 1)[0] ?? message;
}

/** A broken file fails the Application when it has valid objects before the error or looks like a resource. */
function manifestsOf(file: string, text: string, decoded: Decoded): Produced[] {
  const found: Produced[] = [];
  // Argo CD takes the last of duplicate keys; the yaml check tells.
  let problem: { message: string; line: number } | undefined = decoded.errors.find(
    (error) => error.rule !== "duplicate-key",
  );
  for (const { manifest, line } of decoded.documents) {
    if (problem !== undefined && line > problem.line) break;
    if (manifest === null || manifest === undefined) continue;
    if (!isJson(manifest)) {
      problem = { message: `a document nests mappings and lists more than ${depthLimit} levels deep`, line };
      break;
    }
    if (!isObject(manifest) || typeof manifest["kind"] !== "string" || manifest["kind"] === "") {
      problem = { message: "a document is not an object with a `kind`", line };
      break;
    }
    found.push({ manifest, at: [{ file, line, column: 1 }] });
  }
  const json = file.endsWith(".json");
  if (problem === undefined && json && found.length > 1) {
    problem = { message: "a JSON file may hold one object only", line: found[1]?.at[0]?.line ?? 1 };
  }
  if (problem === undefined) return found;
  const looksLikeResource = ["apiVersion:", "kind:", "metadata:"].every((word) => text.includes(word));
  if (!json && found.length === 0 && !looksLikeResource) return [];
  const reason = sentence(problem.message);
  throw new RenderFailure("render/failed", `${file} cannot be read as manifests: ${reason}`, {
    detail: reason === problem.message ? undefined : problem.message,
    at: [{ file, line: problem.line, column: 1 }],
  });
}
