import picomatch from "picomatch";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import type { Json, JsonObject, ResourceId, SourceLocation } from "../model/resource.ts";
import { isObject } from "./equal.ts";
import { isSafePattern, JqError } from "./jq-functions.ts";
import { type Jq, parseJq } from "./jq-parse.ts";
import { type JsonPath, selectPaths } from "./jq-paths.ts";
import { finding } from "./rules.ts";

/** One entry of an Application's `spec.ignoreDifferences`. */
export interface IgnoreDifferences {
  group?: string | undefined;
  kind: string;
  name?: string | undefined;
  namespace?: string | undefined;
  jsonPointers?: readonly string[] | undefined;
  jqPathExpressions?: readonly string[] | undefined;
  managedFieldsManagers?: readonly string[] | undefined;
}

/** An entry made ready: which resources it is about, and the paths it takes out of one. */
export interface Ignore {
  matches(id: ResourceId): boolean;
  paths(manifest: JsonObject): JsonPath[];
}

/** Whose entries they are, and where a field of that Application stands. */
export interface IgnoreOwner {
  application: string;
  placeOf(path: readonly (string | number)[]): SourceLocation[];
}

/** Makes entries ready once per Application; what cannot be honoured here is said once, as a notice. */
export function compileIgnoreDifferences(
  entries: readonly IgnoreDifferences[],
  { application, placeOf }: IgnoreOwner,
): { ignores: Ignore[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (path: (string | number)[], message: string, hint: string): void => {
    const field = ["spec", "ignoreDifferences", ...path];
    const details = { hint, application, path: fieldPath(field), at: placeOf(field) };
    findings.push(finding("diff/ignore-not-applied", message, details));
  };
  const ignores = entries.map((entry, index) => {
    if (entry.managedFieldsManagers?.length) {
      report(
        [index, "managedFieldsManagers"],
        `ignoreDifferences by field manager (${entry.managedFieldsManagers.join(", ")}) needs the live object`,
        "Argo CD will honour it; here the fields are compared, list them as jsonPointers to leave them out",
      );
    }
    const expressions = (entry.jqPathExpressions ?? []).flatMap((source, at) => {
      try {
        const tree = parseJq(source);
        refuseUnsafePatterns(tree);
        return [tree];
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        report(
          [index, "jqPathExpressions", at],
          `The jq path expression ${source.slice(0, 200)} is not evaluated here: ${error.message}`,
          "Paths, select and simple tests are understood",
        );
        return [];
      }
    });
    return compile(entry, expressions);
  });
  return { ignores, findings };
}

function refuseUnsafePatterns(tree: Jq): void {
  if (tree.op === "call" && tree.name === "test") {
    const [pattern] = tree.args;
    if (pattern?.op !== "literal" || typeof pattern.value !== "string" || !isSafePattern(pattern.value))
      throw new SyntaxError("its pattern could take too long to match");
  }
  for (const value of Object.values(tree)) {
    for (const part of Array.isArray(value) ? value : [value]) if (isTree(part)) refuseUnsafePatterns(part);
  }
}

function isTree(value: unknown): value is Jq {
  return typeof value === "object" && value !== null && "op" in value;
}

function compile(entry: IgnoreDifferences, expressions: readonly Jq[]): Ignore {
  const group = glob(entry.group ?? "");
  const kind = glob(entry.kind);
  const pointers = (entry.jsonPointers ?? []).map(parsePointer);
  return {
    matches: (id) =>
      group(id.apiVersion.includes("/") ? id.apiVersion.slice(0, id.apiVersion.indexOf("/")) : "") &&
      kind(id.kind) &&
      (!entry.name || entry.name === id.name) &&
      (!entry.namespace || entry.namespace === id.namespace),
    paths: (manifest) => [...pointers, ...expressions.flatMap((tree) => selected(tree, manifest))],
  };
}

/** An expression that fails on a resource leaves it alone, as in Argo CD. */
function selected(tree: Jq, manifest: JsonObject): JsonPath[] {
  try {
    return selectPaths(tree, manifest);
  } catch (error) {
    if (error instanceof JqError) return [];
    throw error;
  }
}

function glob(pattern: string): (value: string) => boolean {
  if (!/[*?[{]/.test(pattern) || pattern.length > 256) return (value) => value === pattern;
  return picomatch(pattern, { dot: true, noextglob: true, nonegate: true, bash: true });
}

/** RFC 6901. */
function parsePointer(pointer: string): JsonPath {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The manifest without the paths that the entries name, nor the containers that this leaves empty. */
export function withoutIgnored(manifest: JsonObject, id: ResourceId, ignores: readonly Ignore[]): JsonObject {
  const paths = ignores.filter((ignore) => ignore.matches(id)).flatMap((ignore) => ignore.paths(manifest));
  if (paths.length === 0) return manifest;
  const copy = structuredClone(manifest);
  // From the end, so that removing an item does not move those still to be removed.
  for (const path of paths.toSorted(lastFirst)) remove(copy, path);
  return copy;
}

function lastFirst(left: JsonPath, right: JsonPath): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [a, b] = [left[i], right[i]];
    if (a === b) continue;
    const [x, y] = [Number(a), Number(b)];
    if (Number.isInteger(x) && Number.isInteger(y)) return y - x;
    return String(a) < String(b) ? 1 : -1;
  }
  return right.length - left.length;
}

function remove(container: Json, path: JsonPath): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const inner = Array.isArray(container)
    ? container[Number(key)]
    : isObject(container) && Object.hasOwn(container, key)
      ? container[key]
      : undefined;
  if (inner === undefined) return;
  if (rest.length > 0) {
    const before = sizeOf(inner);
    remove(inner, rest);
    if (before === 0 || sizeOf(inner) > 0) return;
  }
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else if (isObject(container)) delete container[key];
}

function sizeOf(value: Json): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 1;
}
