import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { weekdays } from "./days.ts";
import { awakeAt, awakeWindows, nextTransition } from "./schedule.ts";
import type { Sleep } from "./schema.ts";

const berlin: Sleep = {
  timezone: "Europe/Berlin",
  down: "20:00",
  up: "07:30",
  days: ["mon", "tue", "wed", "thu", "fri"],
};
const at = (text: string): number => Date.parse(text);
const text = (instant: number): string => new Date(instant).toISOString();
const hours = (windows: readonly { up: number; down: number }[]): number[] =>
  windows.map(({ up, down }) => (down - up) / 3_600_000);

describe("a sleep schedule", () => {
  it("is awake from up to down on its days, in its time zone", () => {
    expect(awakeAt(berlin, at("2026-11-30T06:29:59Z"))).toBe(false);
    expect(awakeAt(berlin, at("2026-11-30T06:30:00Z"))).toBe(true);
    expect(awakeAt(berlin, at("2026-11-30T18:59:59Z"))).toBe(true);
    expect(awakeAt(berlin, at("2026-11-30T19:00:00Z"))).toBe(false);
  });

  it("sleeps from Friday's down to Monday's up", () => {
    expect(nextTransition(berlin, at("2026-12-04T12:00:00Z"))).toEqual({
      at: at("2026-12-04T19:00:00Z"),
      to: "asleep",
    });
    expect(nextTransition(berlin, at("2026-12-04T19:00:00Z"))).toEqual({ at: at("2026-12-07T06:30:00Z"), to: "awake" });
  });

  it("follows the clock over both changes of the year", () => {
    const up = (instant: string): string => text(nextTransition(berlin, at(instant))?.at ?? 0);
    expect(up("2026-03-28T00:00:00Z")).toBe("2026-03-30T05:30:00.000Z");
    expect(up("2026-10-24T00:00:00Z")).toBe("2026-10-26T06:30:00.000Z");
  });

  it("may be awake overnight: the day is that of its up", () => {
    const night: Sleep = { ...berlin, up: "22:00", down: "06:00", days: ["sat"] };
    expect(awakeAt(night, at("2026-11-29T04:59:00Z"))).toBe(true);
    expect(awakeAt(night, at("2026-11-29T22:00:00Z"))).toBe(false);
    expect(hours(awakeWindows(night, at("2026-03-28T00:00:00Z"), at("2026-03-30T00:00:00Z")))).toEqual([7]);
    expect(hours(awakeWindows(night, at("2026-10-24T00:00:00Z"), at("2026-10-26T00:00:00Z")))).toEqual([9]);
  });

  it("reads an hour that the spring change skips an hour later, and is not there when nothing is left of it", () => {
    const daily = { timezone: "America/New_York", days: ["sun" as const] };
    const [from, to] = [at("2026-03-08T00:00:00Z"), at("2026-03-09T12:00:00Z")];
    expect(awakeWindows({ ...daily, up: "02:30", down: "05:00" }, from, to).map(({ up }) => text(up))).toEqual([
      "2026-03-08T07:30:00.000Z",
    ]);
    expect(awakeWindows({ ...daily, up: "02:30", down: "03:15" }, from, to)).toEqual([]);
  });

  it("knows zones with half-hour changes, and such without any", () => {
    const lordHowe: Sleep = { timezone: "Australia/Lord_Howe", up: "00:00", down: "06:00", days: ["sun"] };
    expect(hours(awakeWindows(lordHowe, at("2026-10-03T00:00:00Z"), at("2026-10-04T12:00:00Z")))).toEqual([5.5]);
    const kolkata: Sleep = { ...berlin, timezone: "Asia/Kolkata" };
    expect(awakeAt(kolkata, at("2026-07-01T02:00:00Z"))).toBe(true);
  });
});

const zone = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Chatham",
  "Asia/Kathmandu",
  "UTC",
);
const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
});
const anySleep: fc.Arbitrary<Sleep> = fc
  .record({
    timezone: zone,
    up: clock,
    down: clock,
    days: fc.subarray([...weekdays], { minLength: 1 }),
  })
  .filter(({ up, down }) => up !== down)
  .map(({ days: [first = "mon", ...rest], ...times }) => ({ ...times, days: [first, ...rest] }));
const instant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });

describe("any schedule", () => {
  it("has windows in order that do not touch, each shorter than a day and an hour", () => {
    fc.assert(
      fc.property(anySleep, instant, (sleep, from) => {
        const windows = awakeWindows(sleep, from, from + 60 * 24 * 3_600_000);
        for (const [index, { up, down }] of windows.entries()) {
          expect(up).toBeLessThan(down);
          expect(up).toBeGreaterThan(windows[index - 1]?.down ?? 0);
          expect(down - up).toBeLessThan(26 * 3_600_000);
        }
      }),
    );
  });

  it("changes state at each transition, and nowhere before it", () => {
    fc.assert(
      fc.property(anySleep, instant, fc.double({ min: 0, max: 1, noNaN: true }), (sleep, now, share) => {
        const next = nextTransition(sleep, now);
        if (next === undefined) throw new Error("a schedule with a day changes within eight days");
        const before = awakeAt(sleep, now);
        expect(next.to).toBe(before ? "asleep" : "awake");
        expect(awakeAt(sleep, next.at)).toBe(!before);
        expect(awakeAt(sleep, now + Math.floor((next.at - now - 1) * share))).toBe(before);
      }),
    );
  });

  it("comes back at the declared time of day, or later where the clock skips it", () => {
    fc.assert(
      fc.property(anySleep, instant, (sleep, now) => {
        for (const { up } of awakeWindows(sleep, now, now + 14 * 24 * 3_600_000)) {
          const local = Temporal.Instant.fromEpochMilliseconds(up).toZonedDateTimeISO(sleep.timezone);
          const said = Temporal.PlainTime.from(sleep.up);
          const late = said.until(local.toPlainTime()).total("minutes");
          expect([0, 30, 60]).toContain(late);
          expect(sleep.days).toContain(weekdays[local.dayOfWeek - 1]);
        }
      }),
    );
  });
});
