// node packages/apiserver-wasm/tests/mutate.ts: writes corpus/mutated/, cases made of the valid ones by small mistakes as people make them,
// from a fixed seed. Half of them are updates of the valid object.
import { writeFileSync } from "node:fs";
import { readCorpus } from "./corpus.ts";
import type { Case } from "./corpus.ts";
import { isObject } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";

const each = 5;
const seed = 20_240_101;

/** mulberry32: small, and the same everywhere. */
function randomNumbers(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Place {
  parent: JsonObject | Json[];
  key: string | number;
  value: Json;
}

/** Every field of an object but those that say what it is. */
function places(value: Json, path: readonly (string | number)[] = []): Place[] {
  if (!Array.isArray(value) && !isObject(value)) return [];
  const entries: [string | number, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]): Place[] => {
    if (path.length === 0 && ["apiVersion", "kind"].includes(String(key))) return [];
    const here = path.length === 0 && key === "metadata" ? [] : [{ parent: value, key, value: inner }];
    return [...here, ...places(inner, [...path, key])];
  });
}

type Mistake = (place: Place, pick: (below: number) => number) => Json | undefined;

const texts = ["", "Not Valid!", "bogus", "-a-", "a".repeat(300), "../a", "${A}", "0", "true"];
const numbers = [-1, 0, 1, 65_536, 2 ** 31, 1.5];

const mistakes: Readonly<Record<string, Mistake>> = {
  value({ value }, pick) {
    if (typeof value === "string") return texts[pick(texts.length)];
    if (typeof value === "number") return numbers[pick(numbers.length)];
    return typeof value === "boolean" ? !value : undefined;
  },
  type({ value }) {
    if (typeof value === "string") return 7;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    return Array.isArray(value) ? {} : [];
  },
  empty: ({ value }) => (Array.isArray(value) ? [] : isObject(value) ? {} : undefined),
  null: () => null,
  twice: ({ value }) =>
    Array.isArray(value) && value.length > 0 ? [...value, structuredClone(value[0] ?? null)] : undefined,
};

/** Under another name it would be no update. */
const isName = ({ parent, key }: Place, metadata: Json | undefined): boolean => parent === metadata && key === "name";

function mutate(
  original: JsonObject,
  update: boolean,
  pick: (below: number) => number,
): { object: JsonObject; what: string } {
  for (;;) {
    const object = structuredClone(original);
    const all = places(object);
    const place = all[pick(all.length)];
    const names = [...Object.keys(mistakes), "value", "value", "missing", "missing", "misspelt"];
    const what = names[pick(names.length)] ?? "";
    if (place === undefined || (update && isName(place, object["metadata"]))) continue;
    const { parent, key } = place;
    if (Array.isArray(parent)) {
      const changed = mistakes[what]?.(place, pick);
      if (what === "missing") parent.splice(Number(key), 1);
      else if (changed === undefined) continue;
      else parent[Number(key)] = changed;
      return { object, what };
    }
    if (what === "missing") delete parent[key];
    else if (what === "misspelt") {
      const name = String(key);
      delete parent[name];
      parent[name.slice(0, -1) + (name.length > 4 ? `${name.at(-1)}${name.at(-1)}` : "x")] = place.value;
    } else {
      const changed = mistakes[what]?.(place, pick);
      if (changed === undefined) continue;
      parent[key] = changed;
    }
    return { object, what };
  }
}

function mutations(from: Case, pick: (below: number) => number): Case[] {
  const original = from.new;
  if (typeof original === "string") return [];
  const { old: _old, new: _new, name, ...rest } = from;
  const seen = new Set([JSON.stringify(original)]);
  const made: Case[] = [];
  for (let tries = 0; made.length < each && tries < 50; tries += 1) {
    const update = made.length % 2 === 1;
    const { object, what } = mutate(original, update, pick);
    const text = JSON.stringify(object);
    if (seen.has(text)) continue;
    seen.add(text);
    const called = `mutated/${name}/${made.length}-${what}${update ? "-update" : ""}`;
    made.push({ name: called, ...rest, ...(update && { old: original }), new: object });
  }
  return made;
}

const pick = randomNumbers(seed);
const valid = readCorpus().cases.filter(({ name, old }) => /^[^/]+\/valid$/.test(name) && old === undefined);
const cases = valid.flatMap((one) => mutations(one, pick));
const written = cases.map((one) =>
  Object.entries(one)
    .map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`)
    .join(""),
);
writeFileSync(new URL("corpus/mutated/mistakes.yaml", import.meta.url), written.join("---\n"));
console.log(`${cases.length} cases of ${valid.length} valid ones`);
