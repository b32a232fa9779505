export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under `key`, or undefined when there is none: schemas come from repositories and may hold anything. */
export function objectAt(from: JsonObject, key: string): JsonObject | undefined {
  const value = own(from, key);
  return isObject(value) ? value : undefined;
}

export function stringAt(from: JsonObject, key: string): string | undefined {
  const value = own(from, key);
  return typeof value === "string" ? value : undefined;
}

export function listAt(from: JsonObject, key: string): Json[] | undefined {
  const value = own(from, key);
  return Array.isArray(value) ? value : undefined;
}

export function stringsAt(from: JsonObject, key: string): string[] {
  return (listAt(from, key) ?? []).filter((value) => typeof value === "string");
}

/** `from[key]` without what an object inherits: a field may be called `constructor`. */
export function own(from: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(from, key) ? from[key] : undefined;
}
