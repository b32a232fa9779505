export interface RateLimit {
  /** Requests that may be made at once. */
  limit: number;
  /** Requests that come back each second. */
  refillPerSecond: number;
}

/** 3600 requests an hour: https://docs.hetzner.cloud/reference/cloud#rate-limiting */
export const hetznerRateLimit: RateLimit = { limit: 3600, refillPerSecond: 1 };

/** A bucket of requests that refills by the second. Times are milliseconds since the epoch. */
export class RateBucket {
  readonly #rate: RateLimit;
  #remaining: number;
  #at: number;

  constructor(rate: RateLimit, now: number) {
    this.#rate = rate;
    this.#remaining = rate.limit;
    this.#at = now;
  }

  /** Takes one request out; false if none is left. */
  take(now: number): boolean {
    this.#refill(now);
    if (this.#remaining < 1) return false;
    this.#remaining -= 1;
    return true;
  }

  exhaust(now: number): void {
    this.#refill(now);
    this.#remaining = 0;
  }

  /** Reset is when the bucket is *full* again, in seconds since the epoch; a request is possible long before. */
  headers(now: number): Record<string, string> {
    this.#refill(now);
    const missing = this.#rate.limit - this.#remaining;
    return {
      "RateLimit-Limit": String(this.#rate.limit),
      "RateLimit-Remaining": String(Math.floor(this.#remaining)),
      "RateLimit-Reset": String(Math.ceil(now / 1000 + missing / this.#rate.refillPerSecond)),
    };
  }

  #refill(now: number): void {
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#remaining = Math.min(this.#rate.limit, this.#remaining + seconds * this.#rate.refillPerSecond);
    this.#at = now;
  }
}
