/** Milliseconds to wait before the attempt of this number, which counts from 1. */
export type Backoff = (attempt: number) => number;

export interface ExponentialBackoff {
  base: number;
  cap: number;
  /** From 0 to 1, exclusive, as Math.random gives. */
  random: () => number;
}

/** Doubles each time up to the cap; the upper half is left to chance, so that clients that failed together come back apart. */
export function exponentialBackoff({ base, cap, random }: ExponentialBackoff): Backoff {
  return (attempt) => {
    const full = Math.min(cap, base * 2 ** (attempt - 1));
    return Math.round(full / 2 + (full / 2) * random());
  };
}

export function constantBackoff(milliseconds: number): Backoff {
  return () => milliseconds;
}
