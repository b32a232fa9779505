import type { Catalogue } from "./catalogue.ts";
import { serverRate } from "./price.ts";

/** Where a server stands and what it is. */
export interface Placement {
  type: string;
  location: string;
}

export interface Preferences {
  types: readonly string[];
  locations: readonly string[];
}

/** Every placement that will do, in the order they are tried: the favourite type everywhere before the next type. */
export function placements({ types, locations }: Preferences): Placement[] {
  return types.flatMap((type) => locations.map((location) => ({ type, location })));
}

/** The first that the catalogue has a price for; a type that is not sold in one location may be in the next. */
export function favourite(preferences: Preferences, catalogue: Catalogue): Placement | undefined {
  return placements(preferences).find(({ type, location }) => serverRate(catalogue, type, location) !== undefined);
}
