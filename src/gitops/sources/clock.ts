import { setTimeout as delay } from "node:timers/promises";

/** Time and chance, passed in so that tests neither wait nor guess. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
  random: () => Math.random(),
};
