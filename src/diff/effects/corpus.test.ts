import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Change } from "../../model/change.ts";
import { type Json, type JsonObject, resourceKey } from "../../model/resource.ts";
import { diffApplications } from "../diff.ts";
import { isObject } from "../equal.ts";
import { resource } from "../resource.fixture.ts";
import { annotationOf, objectAt, objectsAt, textAt, textsAt, valueAt } from "./json.ts";
import type { SyncFacts } from "./sync.ts";

/*
 * corpus.yaml, case by case. `with` changes the first manifest; a number in its paths is a place in a list, one past the
 * end appends, and null removes.
 */

const automatic: SyncFacts = {
  automated: true,
  prune: true,
  allowEmpty: true,
  options: [],
  isDeleted: true,
  cascades: true,
  windows: [],
};

interface Case {
  name: string;
  before: JsonObject[];
  after: JsonObject[];
  sync?: SyncFacts;
  effects: string[];
}

/** Keys that have dots of their own are written with them at the end of a path. */
function replaced(value: Json | undefined, path: readonly string[], replacement: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    const at = Number(key);
    return at === value.length
      ? [...value, replaced(undefined, rest, replacement)]
      : value.map((item, i) => (i === at ? replaced(item, rest, replacement) : item));
  }
  const object = isObject(value) ? value : {};
  const next = replaced(object[key], rest, replacement);
  if (next !== null) return { ...object, [key]: next };
  const { [key]: _, ...others } = object;
  return others;
}

function caseOf(one: JsonObject): Case {
  const before = objectsAt(one, "before");
  const changes = Object.entries(objectAt(one, "with"));
  const [first, ...others] = before;
  const changed = changes.reduce<Json>(
    (manifest, [path, value]) => replaced(manifest, path.split("."), value),
    first ?? {},
  );
  const sync = valueAt(one, "sync");
  return {
    name: textAt(one, "name") ?? "",
    before,
    after:
      valueAt(one, "after") === undefined ? [isObject(changed) ? changed : {}, ...others] : objectsAt(one, "after"),
    ...(sync !== undefined && { sync: { ...automatic, ...objectAt(sync) } }),
    effects: textsAt(one, "effects"),
  };
}

function corpus(): Case[] {
  const text = readFileSync(new URL("corpus.yaml", import.meta.url), "utf8");
  const document: unknown = parse(text, { merge: true, maxAliasCount: -1 });
  return objectsAt(isJsonObject(document) ? document : {}, "cases").map(caseOf);
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const positionOf = (manifest: JsonObject) => ({
  phase: 1,
  wave: Number(annotationOf(manifest, "argocd.argoproj.io/sync-wave") ?? 0),
});

function diff(before: readonly JsonObject[], after: readonly JsonObject[], sync?: SyncFacts): Change[] {
  const side = (manifests: readonly JsonObject[]) => [
    { application: "shop", resources: manifests.map((manifest) => resource(manifest)), ...(sync && { sync }) },
  ];
  return diffApplications(side(before), side(after), { secretKey: "corpus", positionOf });
}

const effectsIn = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ effects }) => effects.map(({ level, kind, message }) => `${level} ${kind}: ${message}`));

const cases = corpus();

test("the corpus has its cases", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test.each(cases)("$name", ({ before, after, sync, effects }) => {
  expect(effectsIn(diff(before, after, sync))).toEqual(effects);
});

test.each(cases)("$name: what stays as it is has no effects, and order means nothing", ({ before, after, sync }) => {
  expect(diff(before, structuredClone(before), sync)).toEqual([]);
  const byResource = (changes: readonly Change[]): Map<string, string[]> =>
    new Map(changes.map((change) => [resourceKey(change.resource), effectsIn([change])]));
  expect(byResource(diff(before.toReversed(), after.toReversed(), sync))).toEqual(
    byResource(diff(before, after, sync)),
  );
});
