import { describe, expect, it } from "vitest";
import type { Item } from "./estate-items.ts";
import { orphanError, survivors } from "./survivors.ts";

const item = (name: string, monthly: number | undefined): Item => ({
  kind: "volume",
  resource: { id: 7, name, labels: {} },
  monthly,
  detail: "10 GB in nbg1",
  attached: false,
});

function waiting() {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    ports: {
      clock: { now: () => now, sleep: async (milliseconds: number) => void (now += milliseconds) },
      signal: new AbortController().signal,
      onWait: (left: readonly Item[]) => void waits.push(left.length),
    },
  };
}

describe("listing until nothing is left", () => {
  it("ends as soon as nothing is", async () => {
    const { waits, ports } = waiting();
    const lists = [[item("a", 1), item("b", 1)], [item("b", 1)], []];
    expect(await survivors(async () => lists.shift() ?? [], ports)).toEqual([]);
    expect(waits).toEqual([2, 1]);
  });

  it("gives up after a minute, and tells what is left with its price", async () => {
    const left = await survivors(async () => [item("a", 1_430_000), item("b", undefined)], waiting().ports);
    const error = orphanError(left, { date: "2026-11-30" });
    expect(error.code).toBe("SLW-HETZNER-ORPHANS");
    expect(error.message).toBe(
      "2 resources are left, €1.43 a month at prices of 2026-11-30:\n" +
        "  volume a (7), 10 GB in nbg1: €1.43 a month\n  volume b (7), 10 GB in nbg1: price not known",
    );
  });
});
