import { describe, expect, it } from "vitest";
import type { Review, ReviewItem } from "../engine/index.ts";
import { reviewer } from "./review.ts";
import { unknownCluster } from "./review-contexts.ts";

const nothing: Review = {
  verdict: "accepted",
  errors: [],
  warnings: [],
  unknownFields: [],
  podSecurity: [],
  limits: [],
};
const warned = { ...nothing, warnings: ["careful"] };

/** Remembers for one run; counts what reaches the engine. */
function setting(known = new Map<string, unknown>()) {
  const calls: number[] = [];
  const engines = {
    review: ({ items }: { items: readonly ReviewItem[] }) => {
      calls.push(items.length);
      return Promise.resolve(items.map(({ object }) => (JSON.stringify(object).includes("warn") ? warned : nothing)));
    },
  };
  const results = {
    async rememberLater<T>(kind: string, id: string, make: () => Promise<T>): Promise<T> {
      const key = `${kind} ${id}`;
      if (!known.has(key)) known.set(key, await make());
      return known.get(key) as T;
    },
  };
  return { calls, known, ask: reviewer(engines, [], results) };
}
const item = (name: string): ReviewItem => ({ object: { kind: "ConfigMap", metadata: { name } } });

describe("a reviewer", () => {
  it("asks for many items at once, and gives each its own verdict", async () => {
    const { ask, calls } = setting();
    const names = Array.from({ length: 100 }, (_, at) => (at % 10 === 0 ? `warn-${at}` : `fine-${at}`));
    const found = await Promise.all(names.map((name) => ask(item(name), unknownCluster)));
    expect(found.map((one) => one?.warnings.length ?? 0)).toEqual(names.map((_, at) => (at % 10 === 0 ? 1 : 0)));
    expect(calls).toEqual([40, 40, 20]);
  });

  it("does not ask again for content that it knows, unless its cluster knows something else", async () => {
    const first = setting();
    await first.ask(item("warn"), unknownCluster);
    const { ask, calls } = setting(first.known);
    expect(await ask(item("warn"), unknownCluster)).toEqual(warned);
    expect(calls).toEqual([]);
    await ask(item("warn"), { ...unknownCluster, digest: "other" });
    expect(calls).toEqual([1]);
  });
});
