import type { Progress } from "./progress.ts";

/** Milliseconds since waiting began: when an Application was first seen, and when it was done, at first and at last. */
export interface Times {
  seen: number;
  first?: number;
  done?: number;
}

export type Timeline = ReadonlyMap<string, Times>;

export function recordTimes(before: Timeline, { applications }: Progress, elapsed: number): Timeline {
  const timeline = new Map(before);
  for (const { name, done, sync } of applications) {
    const known = timeline.get(name);
    if (known === undefined && sync === "Missing") continue;
    const { seen, first } = known ?? { seen: elapsed };
    const then = first === undefined ? {} : { first };
    timeline.set(name, done ? { seen, first: first ?? elapsed, done: known?.done ?? elapsed } : { seen, ...then });
  }
  return timeline;
}
