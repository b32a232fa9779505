import type { Json, JsonObject } from "../model/resource.ts";
import { depthLimit } from "../yaml/limits.ts";

/** Narrowing of plain data that came from YAML or an engine. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectAt(value: unknown, ...path: string[]): JsonObject | undefined {
  let at: unknown = value;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return isObject(at) ? at : undefined;
}

export function stringAt(value: unknown, ...path: string[]): string | undefined {
  const parent = objectAt(value, ...path.slice(0, -1));
  const found = parent?.[path.at(-1) ?? ""];
  return typeof found === "string" ? found : undefined;
}

/** Go's JSON decoding treats null as absent; only what Helm gets as values may keep it, where null removes a default. */
export function withoutNulls(value: Json, keep: ReadonlySet<string> = new Set(["valuesObject", "elements"])): Json {
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, keep));
  if (!isObject(value)) return value;
  // Not by assignment, to which the key `__proto__` is none.
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      if (item === null) return [];
      return [[key, keep.has(key) ? item : withoutNulls(item, keep)]];
    }),
  );
}

/** Whether data holds only what JSON can: what YAML adds (dates, maps, cycles) is turned away. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > depthLimit) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((item) => isJson(item, depth + 1))
  );
}

/** JSON with sorted keys, for digests and comparison. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item,
  );
}
