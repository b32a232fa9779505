import type { Progress } from "./progress.ts";

/** Milliseconds since waiting began: when an Application was first seen, and when it was done (for the last time). */
export interface Times {
  seen: number;
  done?: number;
}

export type Timeline = ReadonlyMap<string, Times>;

export function recordTimes(before: Timeline, { applications }: Progress, elapsed: number): Timeline {
  const timeline = new Map(before);
  for (const { name, done, sync } of applications) {
    const known = timeline.get(name);
    if (known === undefined && sync === "Missing") continue;
    const { seen } = known ?? { seen: elapsed };
    timeline.set(name, done ? { seen, done: known?.done ?? elapsed } : { seen });
  }
  return timeline;
}
