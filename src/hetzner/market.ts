import type { HetznerClient } from "./client/client.ts";
import { catalogueFrom, stockFrom } from "./catalogue-from.ts";
import type { Market } from "./plan/market.ts";

export interface MarketOptions {
  /** Milliseconds since the epoch. */
  now: number;
  /** The address that is asked, which the catalogue names as its source. */
  source: string;
  unsuitable?: Market["unsuitable"];
}

/** Prices, sizes and stock as the API gives them now: one request for prices, one listing each for types and locations. */
export async function askMarket(
  client: Pick<HetznerClient, "pricing" | "serverTypes" | "locations">,
  { now, source, unsuitable = {} }: MarketOptions,
  signal: AbortSignal,
): Promise<Market> {
  const [pricing, serverTypes, locations] = await Promise.all([
    client.pricing(signal),
    client.serverTypes(signal),
    client.locations(signal),
  ]);
  const today = new Date(now).toISOString().slice(0, 10);
  return {
    catalogue: catalogueFrom({ pricing, serverTypes, locations }, { date: today, source }),
    stock: stockFrom(serverTypes),
    today,
    unsuitable,
  };
}
