import { readId } from "../../tree/index.ts";
import type { Tree } from "../../tree/index.ts";
import type { Pairs } from "./format.ts";

/** Numbers pairs of path and id, equal ones alike; those given at first keep theirs. */
export function createPairs(first: Pairs = []): {
  pairs: Pairs;
  add(found: Readonly<Record<string, string | null>>): number[];
} {
  const pairs: Pairs = [];
  const numbers = new Map<string, number>();
  const number = (path: string, id: string | null): number => {
    const key = id === null ? path : `${id}\0${path}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, pairs.length / 2);
    return pairs.push(path, id) / 2 - 1;
  };
  for (let at = 0; at < first.length; at += 2) number(first[at] ?? "", first[at + 1] ?? null);
  return { pairs, add: (found) => Object.entries(found).map(([path, id]) => number(path, id)) };
}

/** Reads as a record again. */
export function recordOf(pairs: Pairs, numbers: readonly number[]): Record<string, string | null> {
  return Object.fromEntries(numbers.map((number) => [pairs[2 * number] ?? "", pairs[2 * number + 1] ?? null]));
}

/** Compares numbered pairs with a tree, each once however many entries share it. */
export function comparePairs(pairs: Pairs, kind: "file" | "listing", tree: Tree): (number: number) => boolean {
  const known = new Map<number, boolean>();
  const compare = (number: number): boolean => {
    try {
      return readId(tree, kind, pairs[2 * number] ?? "") === pairs[2 * number + 1];
    } catch {
      return false; // this tree refuses a path that another allowed
    }
  };
  return (number) => {
    const same = known.get(number) ?? compare(number);
    known.set(number, same);
    return same;
  };
}
