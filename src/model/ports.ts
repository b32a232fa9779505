/** Where sentences for people go. Every method takes one message; the edge escapes it for its medium. */
export interface Log {
  debug: (message: string) => void;
  info: (message: string) => void;
  warning: (message: string) => void;
}

/** Time, passed in so that waiting can be tested without waiting. Milliseconds throughout. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
