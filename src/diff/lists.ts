import { diffArrays } from "diff";
import type { FieldChange } from "../model/change.ts";
import type { Json, JsonObject } from "../model/resource.ts";
import { deepEqual, isObject } from "./equal.ts";
import { itemPath } from "./path.ts";
import { type Cursor, defaultsOf, element, has, mapKeysOf, property } from "./structure.ts";
import { difference, shown } from "./text.ts";

/** One comparison under way; `builtIn` kinds lose empty lists on their way through the API server. */
export interface Comparison {
  readonly builtIn: boolean;
  readonly fields: FieldChange[];
  /** Adds the fields in which two values differ. */
  compare(before: Json, after: Json, cursor: Cursor, path: string): void;
  /** Whether the API server would hold the same for both. */
  same(before: Json, after: Json, cursor: Cursor): boolean;
}

/** Lists that differ in more places are compared place by place: aligning them costs the square of the differences. */
const maxEdits = 400;

/** Compares two lists as what they are: a set, a map by its keys, or a sequence. */
export function compareLists(
  comparison: Comparison,
  before: readonly Json[],
  after: readonly Json[],
  cursor: Cursor,
  path: string,
): void {
  if (has(cursor, "setList")) return compareSets(comparison, before, after, path);
  const declared = mapKeysOf(cursor);
  const keys = declared ?? ["name"];
  const old = indexed(before, keys, cursor);
  const now = indexed(after, keys, cursor);
  if (old === undefined || now === undefined) return compareSequences(comparison, before, after, cursor, path);
  for (const [key, item] of now) {
    const previous = old.get(key);
    const at = itemPath(path, keys, item);
    if (previous === undefined) comparison.fields.push({ path: at, after: shown(item) });
    else comparison.compare(previous, item, element(cursor), at);
  }
  for (const [key, item] of old) {
    if (!now.has(key)) comparison.fields.push({ path: itemPath(path, keys, item), before: shown(item) });
  }
  // Without the API's word for it the order may mean something: a chain of middlewares, for one.
  if (declared === undefined || has(cursor, "ordered")) compareOrder(comparison, old, now, path);
}

/** Items by their keys, or undefined where the keys are missing or do not tell the items apart. */
function indexed(items: readonly Json[], keys: readonly string[], cursor: Cursor): Map<string, JsonObject> | undefined {
  const found = new Map<string, JsonObject>();
  for (const item of items) {
    if (!isObject(item)) return undefined;
    const values = keys.map((key) => item[key] ?? defaultsOf(property(element(cursor), key), item)[0]);
    if (values.every((value) => value === undefined) || values.some((value) => typeof value === "object"))
      return undefined;
    const key = JSON.stringify(values);
    if (found.has(key)) return undefined;
    found.set(key, item);
  }
  return found;
}

function compareOrder(
  comparison: Comparison,
  old: ReadonlyMap<string, JsonObject>,
  now: ReadonlyMap<string, JsonObject>,
  path: string,
): void {
  const before = [...old.keys()].filter((key) => now.has(key));
  const after = [...now.keys()].filter((key) => old.has(key));
  if (deepEqual(before, after)) return;
  comparison.fields.push(difference(`${path}[order]`, namesOf(before, old), namesOf(after, now)));
}

function namesOf(keys: readonly string[], items: ReadonlyMap<string, JsonObject>): Json[] {
  return keys.map((key) => items.get(key)?.name ?? key);
}

function compareSets(comparison: Comparison, before: readonly Json[], after: readonly Json[], path: string): void {
  for (const item of missing(after, before)) comparison.fields.push({ path: `${path}[]`, after: shown(item) });
  for (const item of missing(before, after)) comparison.fields.push({ path: `${path}[]`, before: shown(item) });
}

function missing(items: readonly Json[], from: readonly Json[]): Json[] {
  const scalars = new Set(from);
  return items.filter((item) => !scalars.has(item) && !(isTree(item) && from.some((other) => deepEqual(item, other))));
}

function isTree(value: Json): boolean {
  return typeof value === "object" && value !== null;
}

/** A sequence: aligned on what both have, so that an insertion is one change; `[3]` counts in the list that has it. */
function compareSequences(
  comparison: Comparison,
  before: readonly Json[],
  after: readonly Json[],
  cursor: Cursor,
  path: string,
): void {
  const items = element(cursor);
  for (const { old, now, oldAt, nowAt } of runs(comparison, before, after, items)) {
    for (let i = 0; i < Math.max(old.length, now.length); i++) {
      const [left, right] = [old[i], now[i]];
      if (left === undefined && right !== undefined)
        comparison.fields.push({ path: `${path}[${nowAt + i}]`, after: shown(right) });
      else if (right === undefined && left !== undefined)
        comparison.fields.push({ path: `${path}[${oldAt + i}]`, before: shown(left) });
      else if (left !== undefined && right !== undefined)
        comparison.compare(left, right, items, `${path}[${nowAt + i}]`);
    }
  }
}

interface Run {
  old: readonly Json[];
  now: readonly Json[];
  oldAt: number;
  nowAt: number;
}

/** The stretches in which the sequences differ. */
function runs(comparison: Comparison, before: readonly Json[], after: readonly Json[], items: Cursor): Run[] {
  const comparator = (left: Json, right: Json): boolean => comparison.same(left, right, items);
  const parts = diffArrays([...before], [...after], { comparator, maxEditLength: maxEdits });
  if (parts === undefined) return [{ old: before, now: after, oldAt: 0, nowAt: 0 }];
  const found: Run[] = [];
  let [oldAt, nowAt] = [0, 0];
  let open: Run | undefined;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      open = undefined;
      oldAt += part.value.length;
      nowAt += part.value.length;
      continue;
    }
    if (open === undefined) found.push((open = { old: [], now: [], oldAt, nowAt }));
    if (part.removed) [open.old, oldAt] = [part.value, oldAt + part.value.length];
    else [open.now, nowAt] = [part.value, nowAt + part.value.length];
  }
  return found;
}
