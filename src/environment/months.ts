import { awakeWindows } from "./schedule.ts";
import type { Sleep } from "./schema.ts";

const hour = 3_600_000;

/** A calendar month in UTC: `2026-03`, with its bounds in milliseconds since the epoch. */
interface Month {
  name: string;
  from: number;
  to: number;
}

/** How much a server made by a schedule is billed for in one month. */
export interface AwakeMonth {
  name: string;
  /** Billed hours of each server that is made and deleted again; a part of an hour is a whole one. */
  windows: number[];
}

/** The hours of each month of a year, as they are billed when the server is deleted at every `down`. */
export function awakeMonths(sleep: Sleep, year: number): AwakeMonth[] {
  return monthsOf(year).map(({ name, from, to }) => ({
    name,
    windows: awakeWindows(sleep, from, to).map(({ up, down }) =>
      Math.ceil((Math.min(down, to) - Math.max(up, from)) / hour),
    ),
  }));
}

function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => ({
    name: `${year}-${String(index + 1).padStart(2, "0")}`,
    from: Date.UTC(year, index, 1),
    to: Date.UTC(year, index + 1, 1),
  }));
}
