import { parseFieldPath, valueAt } from "../gitops/field-path.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Json, JsonObject } from "../model/resource.ts";

/**
 * The first field at or below a path that differs between two manifests, for whoever has to find what changed in there; the path itself
 * where nothing does, or where one side has nothing.
 */
export function changedWithin(before: JsonObject, after: JsonObject, path: string): string {
  const start = parseFieldPath(path);
  const below = firstDifference(valueAt(before, start), valueAt(after, start));
  if (below === undefined || below.length === 0) return path;
  const rest = fieldPath(below);
  return path === "" || rest.startsWith("[") ? `${path}${rest}` : `${path}.${rest}`;
}

function firstDifference(before: Json | undefined, after: Json | undefined): (string | number)[] | undefined {
  if (Array.isArray(before) && Array.isArray(after)) return among(Math.max(before.length, after.length), before, after);
  if (isMapping(before) && isMapping(after)) {
    for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
      const has = (side: JsonObject): Json | undefined => (Object.hasOwn(side, key) ? side[key] : undefined);
      const found = firstDifference(has(before), has(after));
      if (found !== undefined) return [key, ...found];
    }
    return undefined;
  }
  return before === after ? undefined : [];
}

function among(length: number, before: readonly Json[], after: readonly Json[]): (string | number)[] | undefined {
  for (let at = 0; at < length; at += 1) {
    const found = firstDifference(before[at], after[at]);
    if (found !== undefined) return [at, ...found];
  }
  return undefined;
}

const isMapping = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
