import type { FieldChange } from "../model/change.ts";
import type { Json, JsonObject } from "../model/resource.ts";

import { deepEqual, isObject } from "./equal.ts";
import { type Comparison, compareLists } from "./lists.ts";
import { fieldPath } from "./path.ts";
import { sameQuantity } from "../model/quantity.ts";
import { type Cursor, defaultsOf, has, isQuantity, property } from "./structure.ts";
import { quantities } from "./structure-table.ts";
import { difference, shown, textDiff } from "./text.ts";

/** Custom resources hold amounts of resources under the same names as pods do. */
const amounts = new Set(["limits", "requests"]);

/** The fields in which two manifests differ for the API server, in the order of `after`. */
export function compareManifests(
  before: JsonObject,
  after: JsonObject,
  structure: Cursor,
  builtIn: boolean,
): FieldChange[] {
  const comparison = comparisonOf(builtIn);
  compareObjects(comparison, before, after, structure, "");
  return comparison.fields;
}

function comparisonOf(builtIn: boolean): Comparison {
  const comparison: Comparison = {
    builtIn,
    fields: [],
    compare: (before, after, cursor, path) => compareValues(comparison, before, after, cursor, path),
    same(before, after, cursor) {
      if (deepEqual(before, after)) return true;
      const trial = comparisonOf(builtIn);
      trial.compare(before, after, cursor, "");
      return trial.fields.length === 0;
    },
  };
  return comparison;
}

function compareValues(comparison: Comparison, before: Json, after: Json, cursor: Cursor, path: string): void {
  if (deepEqual(before, after)) return;
  if (isObject(before) && isObject(after)) return compareObjects(comparison, before, after, cursor, path);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(comparison, before, after, cursor, path);
  if (isQuantity(cursor) && sameQuantity(before, after)) return;
  const bothText = typeof before === "string" && typeof after === "string";
  if (bothText && (before.includes("\n") || after.includes("\n"))) {
    comparison.fields.push({ path, text: textDiff(before, after) });
    return;
  }
  comparison.fields.push(difference(path, before, after));
}

function compareObjects(
  comparison: Comparison,
  before: JsonObject,
  after: JsonObject,
  cursor: Cursor,
  path: string,
): void {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const known = property(cursor, key);
    const child = amounts.has(key) ? [...known, quantities] : known;
    const old = present(own(before, key), child);
    const now = present(own(after, key), child);
    const at = fieldPath(path, key);
    if (old === undefined && now === undefined) continue;
    if (old === undefined) {
      if (now !== undefined && !redundant(comparison, now, child, before))
        comparison.fields.push({ path: at, after: shown(now) });
    } else if (now === undefined) {
      if (!redundant(comparison, old, child, after)) comparison.fields.push({ path: at, before: shown(old) });
    } else compareValues(comparison, old, now, child, at);
  }
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function present(value: Json | undefined, cursor: Cursor): Json | undefined {
  return value === null && !has(cursor, "nullable") ? undefined : value;
}

/** Whether the value says no more than its absence would; `parent` is the object that lacks it. */
function redundant(comparison: Comparison, value: Json, cursor: Cursor, parent: JsonObject): boolean {
  if (defaultsOf(cursor, parent).some((fallback) => comparison.same(value, fallback, cursor))) return true;
  if (Array.isArray(value)) return value.length === 0 && comparison.builtIn;
  if (!isObject(value)) return false;
  if (!has(cursor, "emptyIsAbsent") && !isBuiltInMap(comparison, cursor)) return false;
  return Object.entries(value).every(([key, item]) => {
    const child = property(cursor, key);
    const given = present(item, child);
    return given === undefined || redundant(comparison, given, child, value);
  });
}

/** Go drops an empty map of a built-in kind; an empty struct may mean something (`emptyDir: {}`). */
function isBuiltInMap(comparison: Comparison, cursor: Cursor): boolean {
  return comparison.builtIn && cursor.some((node) => node.values !== undefined);
}
