/** Milliseconds since the epoch. */
export interface TimeSource {
  now(): number;
}

/** The emulator's time: a source of time plus whatever it was moved by. */
export interface EmulatedClock extends TimeSource {
  /** Moves time; a negative number takes it back, as a clock that is corrected does. */
  advance(milliseconds: number): void;
}

export const systemTime: TimeSource = { now: () => Date.now() };

/** Time that stands still until it is moved. */
export function manualTime(start: number | string | Date): TimeSource & { advance(milliseconds: number): void } {
  let now = new Date(start).getTime();
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
