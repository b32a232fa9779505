import { describe, expect, it } from "vitest";
import { catalogueSchema, committedCatalogue, serverTypeOf } from "./catalogue.ts";
import { microEuros } from "./money.ts";
import { billed, loadBalancerRate, primaryIPRate, serverRate, snapshotRate, volumeRate } from "./price.ts";

const catalogue = committedCatalogue();

describe("the committed catalogue", () => {
  it("names everything once, and only locations that there are", () => {
    const names = catalogue.serverTypes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const locations = new Set(catalogue.locations.map(({ name }) => name));
    const offered = catalogue.serverTypes.flatMap((type) => type.locations.map(({ name }) => name));
    expect(offered.filter((name) => !locations.has(name))).toEqual([]);
  });

  it("has an hourly price with every monthly one, which reaches it after about 624 hours", () => {
    const offers = catalogue.serverTypes.flatMap(({ locations }) => locations);
    expect(offers.filter(({ hourly, monthly }) => (hourly === undefined) !== (monthly === undefined))).toEqual([]);
    for (const { hourly, monthly } of offers) {
      if (hourly === undefined || monthly === undefined) continue;
      expect(microEuros(monthly) / microEuros(hourly)).toBeCloseTo(624, -1);
    }
  });

  it("knows Arm from x86, and what can no longer be ordered", () => {
    expect(serverTypeOf(catalogue, "cax21")).toMatchObject({ cores: 4, memory: 8, architecture: "arm" });
    expect(serverRate(catalogue, "cx22", "nbg1")).toBeUndefined();
    expect(serverTypeOf(catalogue, "cx22")?.locations[0]?.deprecation).toBeDefined();
    expect(serverTypeOf(catalogue, "cx99")).toBeUndefined();
  });

  it("is refused with an amount that is none", () => {
    expect(catalogueSchema.safeParse({ ...catalogue, volumePerGBMonth: "about 5" }).success).toBe(false);
    expect(catalogueSchema.safeParse({ ...catalogue, date: "yesterday" }).success).toBe(false);
  });
});

describe("a price", () => {
  it("is that of the type and place", () => {
    expect(serverRate(catalogue, "cx23", "fsn1")).toEqual({ hourly: 8_800, monthly: 5_490_000 });
    expect(serverRate(catalogue, "cx23", "ash")).toBeUndefined();
    expect(primaryIPRate(catalogue, "ipv4").monthly).toBe(500_000);
    expect(primaryIPRate(catalogue, "ipv6").monthly).toBe(0);
    expect(loadBalancerRate(catalogue, "lb11")?.monthly).toBe(7_490_000);
    expect(loadBalancerRate(catalogue, "lb99")).toBeUndefined();
  });

  it("of storage follows its size", () => {
    expect(volumeRate(catalogue, 100).monthly).toBe(5_720_000);
    expect(snapshotRate(catalogue, 2.5).monthly).toBe(35_750);
  });

  it("counts a part of an hour as a whole one, and never exceeds the cap of a month", () => {
    const rate = { hourly: 8_800, monthly: 5_490_000 };
    expect([billed(rate, 0), billed(rate, 0.1), billed(rate, 1), billed(rate, 1.01)]).toEqual([
      0, 8_800, 8_800, 17_600,
    ]);
    expect([billed(rate, 624), billed(rate, 744)]).toEqual([5_490_000, 5_490_000]);
  });
});
