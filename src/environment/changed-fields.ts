import { isDeepStrictEqual } from "node:util";
import type { FieldChange } from "../model/change.ts";
import type { Json, JsonObject } from "../model/resource.ts";

/** The fields that differ, in the order of the file; lists of things with names are compared by them, others as a whole. */
export function changedFields(before: JsonObject, after: JsonObject): FieldChange[] {
  return differences(before, after, "");
}

function differences(before: Json | undefined, after: Json | undefined, path: string): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    return keysOf(before, after).flatMap((key) =>
      differences(before[key], after[key], path === "" ? key : `${path}.${key}`),
    );
  }
  const [left, right] = [byName(before), byName(after)];
  if (left && right) {
    return keysOf(left, right).flatMap((name) => differences(left[name], right[name], `${path}[name=${name}]`));
  }
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

const keysOf = (before: JsonObject, after: JsonObject): string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
];

/** Items by their name, where all have one. */
function byName(list: Json | undefined): JsonObject | undefined {
  if (!Array.isArray(list)) return undefined;
  const named = list.map((item): [string, Json] | undefined =>
    isObject(item) && typeof item["name"] === "string" ? [item["name"], item] : undefined,
  );
  return named.every((entry) => entry !== undefined) ? Object.fromEntries(named) : undefined;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
