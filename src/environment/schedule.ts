import { Temporal } from "temporal-polyfill";
import { weekdays } from "./days.ts";
import type { Sleep } from "./schema.ts";

/** A span without sleep, in milliseconds since the epoch; `down` is the first moment of sleep. */
export interface AwakeWindow {
  up: number;
  down: number;
}

export interface Transition {
  /** Milliseconds since the epoch. */
  at: number;
  to: "awake" | "asleep";
}

/**
 * The spans of a schedule that touch [from, to), in order, whole even where they begin earlier or end later. Each begins at `up` on one
 * of the days and ends at the next `down`. Times are the zone's wall clock: one that the spring change skips is read an hour later,
 * one that the autumn change repeats is its first. Spans that a change makes overlap are one.
 */
export function awakeWindows(sleep: Sleep, from: number, to: number): AwakeWindow[] {
  if (from >= to) return [];
  const last = dateIn(sleep.timezone, to).add({ days: 1 });
  const found: AwakeWindow[] = [];
  for (
    let date = dateIn(sleep.timezone, from).subtract({ days: 2 });
    Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const window = windowOf(sleep, date);
    const before = found.at(-1);
    if (window === undefined) continue;
    if (before !== undefined && window.up <= before.down) before.down = Math.max(before.down, window.down);
    else found.push(window);
  }
  return found.filter(({ up, down }) => down > from && up < to);
}

/** Whether the schedule wants the server there at this moment. */
export function awakeAt(sleep: Sleep, instant: number): boolean {
  return awakeWindows(sleep, instant, instant + 1).length > 0;
}

/** The first change after this moment; undefined where none comes within eight days. */
export function nextTransition(sleep: Sleep, instant: number): Transition | undefined {
  const horizon = Temporal.Instant.fromEpochMilliseconds(instant).add({ hours: 8 * 24 });
  for (const { up, down } of awakeWindows(sleep, instant, horizon.epochMilliseconds)) {
    if (up > instant) return { at: up, to: "awake" };
    if (down > instant) return { at: down, to: "asleep" };
  }
  return undefined;
}

function windowOf({ timezone, up, down, days }: Sleep, date: Temporal.PlainDate): AwakeWindow | undefined {
  const day = weekdays[date.dayOfWeek - 1];
  if (day === undefined || !days.includes(day)) return undefined;
  // Fixed-width times of day sort as text.
  const end = down > up ? date : date.add({ days: 1 });
  const window = { up: instantOf(timezone, date, up), down: instantOf(timezone, end, down) };
  return window.up < window.down ? window : undefined;
}

function instantOf(timeZone: string, date: Temporal.PlainDate, time: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

function dateIn(timeZone: string, instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}
