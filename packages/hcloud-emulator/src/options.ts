import type { AddressRanges } from "./addresses.ts";
import type { TimeSource } from "./clock.ts";
import type { RateLimit } from "./http/rate-limit.ts";
import type { Limits } from "./limits.ts";
import type { Machines } from "./machines.ts";
import type { TokenAccess } from "./project-access.ts";

/** Everything may be left out. */
export interface EmulatorOptions {
  /** 127.0.0.1 unless told. There is nothing here that should be reached from elsewhere. */
  host?: string;
  /** A free one unless told. */
  port?: number;
  /** Tokens and the projects they open; `{ emulator: {} }` unless told. */
  tokens?: Readonly<Record<string, TokenAccess>>;
  /** A JSON file that keeps the state over restarts; in memory unless told. */
  stateFile?: string;
  /** How many times faster than at Hetzner actions run: 1 unless told, Infinity finishes them before the next request. */
  speed?: number;
  /** Where time comes from: the system's clock unless told. */
  time?: TimeSource;
  /** From 0 up to 1; Math.random unless told. */
  random?: () => number;
  rateLimit?: RateLimit;
  limits?: Partial<Limits>;
  addresses?: Partial<AddressRanges>;
  /** Real machines behind the servers. */
  machines?: Machines;
  /** Told of every answer below /v1 before it is sent. */
  onExchange?: (exchange: Exchange) => void;
}

/** A request and what was answered. */
export interface Exchange {
  method: string;
  /** Below /v1, as asked: `/servers/42`. */
  path: string;
  /** Below /v1, as the API describes it: `/servers/{id}`; undefined for what is no operation. */
  operation: string | undefined;
  query: string;
  requestBody: unknown;
  status: number;
  /** Undefined with 204. */
  body: unknown;
}
