import { isObject, objectAt } from "../../gitops/json.ts";
import type { Json, JsonObject } from "../../model/resource.ts";

/** One mapping of a list, and where it stands: `spec.ports[1]`. */
export interface Item {
  value: JsonObject;
  path: string;
}

/** The mappings in a list of a mapping; what is not one is left to the schema's check. */
export function itemsOf(parent: JsonObject | undefined, key: string, path: string): Item[] {
  const list = parent?.[key];
  if (!Array.isArray(list)) return [];
  const at = path === "" ? key : `${path}.${key}`;
  return list.flatMap((value, index) => (isObject(value) ? [{ value, path: `${at}[${index}]` }] : []));
}

export function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** A mapping's own keys and values that are text, such as labels. */
export function textPairs(value: unknown): [string, string][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, text]): [string, string][] =>
    typeof text === "string" ? [[key, text]] : typeof text === "number" ? [[key, String(text)]] : [],
  );
}

export const annotationsOf = (manifest: JsonObject): JsonObject => objectAt(manifest, "metadata", "annotations") ?? {};

/** All text in a value, deep; a manifest is a tree, so this ends. */
export function* textsIn(value: Json | undefined): Generator<string> {
  const open: (Json | undefined)[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string") yield next;
    else if (typeof next === "object" && next !== null) open.push(...Object.values(next));
  }
}

/** A name that stands as it is; placeholders such as `${NAME}` are filled in by somebody else. */
export function isName(text: string | undefined): text is string {
  return text !== undefined && /^[a-zA-Z0-9][\w.:-]*$/.test(text);
}
