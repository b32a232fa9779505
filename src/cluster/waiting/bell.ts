import type { Clock } from "../../model/ports.ts";

/** Wakes whoever waits, at once where it was rung before. */
export class Bell {
  #isRung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** Settles when the bell is rung, or after so many milliseconds. */
  async heard(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> {
    if (!this.#isRung) {
      const rung = new AbortController();
      this.#wake = () => rung.abort();
      const limit = Math.min(milliseconds, longestTimer);
      await clock.sleep(limit, AbortSignal.any([signal, rung.signal])).catch((error: unknown) => {
        if (!rung.signal.aborted) throw error;
      });
      this.#wake = undefined;
    }
    this.#isRung = false;
  }
}

/** Longer timers than this end at once: https://nodejs.org/api/timers.html */
const longestTimer = 2 ** 31 - 1;

/** Remembers what has been asked, so that nobody is asked all the time. */
export class Asked {
  readonly #clock: Clock;
  readonly #pause: number;
  readonly #times = new Map<string, number>();

  constructor(clock: Clock, pause: number) {
    this.#clock = clock;
    this.#pause = pause;
  }

  /** Whether to ask; and if so, it counts as asked. */
  mayAsk(key: string, pause: number = this.#pause): boolean {
    const last = this.#times.get(key);
    const now = this.#clock.now();
    if (last !== undefined && now - last < pause) return false;
    this.#times.set(key, now);
    return true;
  }
}
