import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { committedCatalogue } from "./catalogue.ts";
import { costNotes } from "./cost-notes.ts";
import { cost } from "./cost.ts";
import { weekdays } from "./days.ts";
import { environmentOf } from "./environment.fixture.ts";
import { fallbacks } from "./fallbacks.ts";
import { formatEuro } from "./money.ts";
import { serverRate } from "./price.ts";
import type { Environment, Sleep } from "./schema.ts";

const catalogue = committedCatalogue();
const one = "provider: hetzner, locations: [nbg1], types: [cx33]";
const sleeping = (up: string, down: string, days = "mon, tue, wed, thu, fri"): string =>
  `  sleep: { timezone: Europe/Berlin, up: "${up}", down: "${down}", days: [${days}] }\n  backup: { schedule: "0 12 * * *", keep: {} }\n`;
const lines = (environment: Environment, options = {}): string[] =>
  cost(environment, catalogue, options).lines.map(
    ({ kind, label, count, monthly, alwaysOn }) =>
      `${count} ${kind} ${label}: ${formatEuro(monthly)} of ${formatEuro(alwaysOn)}`,
  );

describe("what an Environment costs", () => {
  it("is the cap of each thing that is always there", () => {
    const environment = environmentOf("  agents: { count: 2, types: [cax11] }\n", {
      server: "provider: hetzner, locations: [nbg1], types: [cx23], count: 3, volumes: [{ name: data, sizeGB: 20 }]",
    });
    expect(lines(environment, { snapshotGB: 10, loadBalancers: ["lb11"] })).toEqual([
      "3 server cx23 in nbg1: 16.47 of 16.47",
      "2 agent cax11 in nbg1: 11.98 of 11.98",
      "5 primary-ip IPv4 address: 2.50 of 2.50",
      "1 volume data, 20 GB: 1.14 of 1.14",
      "1 snapshot 10 GB: 0.14 of 0.14",
      "1 load-balancer lb11: 7.49 of 7.49",
    ]);
  });

  it("is nothing where the cluster is somebody else's, or for an address of IPv6", () => {
    expect(cost(environmentOf("", { server: "provider: none" }), catalogue)).toMatchObject({ lines: [], monthly: 0 });
    const kinds = cost(environmentOf("", { server: `${one}, publicIPv4: false` }), catalogue).lines.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["server"]);
  });

  it("counts each hour awake, rounded up, while addresses stay", () => {
    const {
      lines: [server, address],
      monthly,
      alwaysOn,
      dearest,
    } = cost(environmentOf(sleeping("07:30", "20:00")), catalogue);
    // 13 billed hours on 261 weekdays of 2026.
    expect(server).toMatchObject({ hours: (13 * 261) / 12, monthly: Math.round((13 * 261 * 13_600) / 12) });
    expect(address).toMatchObject({ monthly: 500_000, alwaysOn: 500_000 });
    expect([monthly, alwaysOn].map(formatEuro)).toEqual(["4.35", "8.99"]);
    expect(dearest).toEqual({ month: "2026-07", amount: 13 * 23 * 13_600 + 500_000 });
  });

  it("is two thirds of the cap at 14 hours a day", () => {
    const {
      lines: [server],
    } = cost(environmentOf(sleeping("08:00", "22:00", weekdays.join(", "))), catalogue);
    expect((server?.monthly ?? 0) / (server?.alwaysOn ?? 1)).toBeCloseTo(0.68, 2);
  });

  it("can be more with sleep than without, and then says so", () => {
    const environment = environmentOf(sleeping("01:00", "00:00", weekdays.join(", ")));
    const sum = cost(environment, catalogue);
    expect(sum.monthly).toBeGreaterThan(sum.alwaysOn);
    expect(costNotes(environment, sum, catalogue)[0]).toMatch(/^Sleeping costs more than staying on/);
  });

  it("takes the first of the preferences that has a price, or the one that was chosen", () => {
    const environment = environmentOf("", {
      server: "provider: hetzner, locations: [ash, nbg1], types: [cx22, cx43, cpx31]",
    });
    expect(cost(environment, catalogue).placement).toEqual({ type: "cx43", location: "nbg1" });
    const placement = { type: "cpx31", location: "ash" };
    expect(cost(environment, catalogue, { placement }).lines[0]?.label).toBe("cpx31 in ash");
    expect(fallbacks(environment, catalogue).map((each) => each.placement.type)).toEqual(["cx43", "cpx31"]);
  });

  it("names what has no price, instead of taking it for free", () => {
    const environment = environmentOf("  agents: { count: 1, types: [cx98] }\n", {
      server: "provider: hetzner, locations: [nbg1], types: [cx99]",
    });
    expect(cost(environment, catalogue)).toMatchObject({ unpriced: ["cx99", "cx98"] });
  });

  it("is compared with the budget in its dearest month", () => {
    const budget = (euros: string) =>
      cost(environmentOf(`${sleeping("07:30", "20:00")}  budget: { monthlyEUR: ${euros} }\n`), catalogue).budget;
    expect(budget("4.50")).toMatchObject({ limit: 4_500_000, isOver: true });
    expect(budget("4.57")?.isOver).toBe(false);
  });
});

const zone = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
const hour = fc.integer({ min: 0, max: 23 }).map((number) => `${String(number).padStart(2, "0")}:15`);
const anySleep: fc.Arbitrary<Sleep> = fc
  .record({ timezone: zone, up: hour, down: hour, days: fc.subarray([...weekdays], { minLength: 1 }) })
  .filter(({ up, down }) => up !== down)
  .map(({ days: [first = "mon", ...rest], ...times }) => ({ ...times, days: [first, ...rest] }));
const anyServer = fc.constantFrom(
  ...catalogue.serverTypes.flatMap(({ name, locations }) =>
    locations
      .filter(({ monthly }) => monthly !== undefined)
      .map((location) => ({ type: name, location: location.name })),
  ),
);

describe("any cost", () => {
  it("is the sum of its lines in whole millionths, hour by hour", () => {
    fc.assert(
      fc.property(anySleep, anyServer, fc.integer({ min: 0, max: 5 }), (sleep, placement, agents) => {
        const environment = environmentOf(`  agents: { count: ${agents} }\n`);
        environment.spec.sleep = sleep;
        const sum = cost(environment, catalogue, { placement });
        expect(Number.isSafeInteger(sum.monthly)).toBe(true);
        expect(sum.monthly).toBe(sum.lines.reduce((total, { monthly }) => total + monthly, 0));
        const rate = serverRate(catalogue, placement.type, placement.location);
        const [server] = sum.lines;
        expect(server?.monthly).toBe(Math.round((server?.hours ?? 0) * (rate?.hourly ?? 0)));
        expect(sum.dearest.amount).toBeGreaterThanOrEqual(sum.monthly - sum.lines.length);
      }),
      { numRuns: 60 },
    );
  });

  it("rises with every day that is added to a schedule", () => {
    fc.assert(
      fc.property(anySleep, fc.constantFrom(...weekdays), (sleep, day) => {
        const environment = environmentOf("");
        environment.spec.sleep = sleep;
        const before = cost(environment, catalogue).monthly;
        environment.spec.sleep = { ...sleep, days: [day, ...sleep.days.filter((other) => other !== day)] };
        const after = cost(environment, catalogue).monthly;
        expect(sleep.days.includes(day) ? after === before : after > before).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
