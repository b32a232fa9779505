import packageJson from "../package.json" with { type: "json" };
import { exponentialBackoff } from "./hetzner/client/backoff.ts";
import { defaultEndpoint } from "./hetzner/client/access.ts";
import { type HetznerClient, hetznerClient } from "./hetzner/client/client.ts";
import type { Fetch } from "./hetzner/client/send.ts";
import { askMarket } from "./hetzner/market.ts";
import type { Market } from "./hetzner/plan/market.ts";
import type { Clock, Log } from "./model/ports.ts";

/** Which project, and by which address. */
export interface HetznerAccess {
  token: string;
  endpoint?: string | undefined;
}

/** What anything that talks to Hetzner is given. */
export interface HetznerPorts {
  fetch: Fetch;
  clock: Clock;
  /** From 0 to 1, exclusive. */
  random: () => number;
  log: Log;
  signal: AbortSignal;
}

export function openHetzner(
  { token, endpoint }: HetznerAccess,
  { fetch, clock, random, log }: HetznerPorts,
): HetznerClient {
  return hetznerClient(
    { token, endpoint, userAgent: `slipway/${packageJson.version}` },
    { fetch, clock, random, debug: log.debug, onRetry: log.info },
  );
}

export const marketOf = (
  client: HetznerClient,
  { endpoint = defaultEndpoint }: HetznerAccess,
  { clock, signal }: HetznerPorts,
  unsuitable: Market["unsuitable"] = {},
): Promise<Market> => askMarket(client, { now: clock.now(), source: endpoint, unsuitable }, signal);

/** How often it is asked whether something is done, and how soon a lost create is looked up. */
export const waiting = (random: () => number) => ({
  poll: exponentialBackoff({ base: 700, cap: 3000, random }),
  backoff: exponentialBackoff({ base: 1000, cap: 15_000, random }),
});
