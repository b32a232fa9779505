import type { Catalogue } from "./catalogue.ts";
import { type Cost, cost } from "./cost.ts";
import { favourite, type Placement } from "./placement.ts";
import type { Environment } from "./schema.ts";

/** What the Environment costs with one of its server types, where that is first to be had. */
export interface Fallback {
  placement: Placement;
  cost: Cost;
}

/** Each server type that has a price, the favourite first. */
export function fallbacks(environment: Environment, catalogue: Catalogue): Fallback[] {
  const { server } = environment.spec;
  if (server.provider === "none") return [];
  return server.types.flatMap((type) => {
    const placement = favourite({ types: [type], locations: server.locations }, catalogue);
    return placement === undefined ? [] : [{ placement, cost: cost(environment, catalogue, { placement }) }];
  });
}
