import { type Catalogue, serverTypeOf } from "../../environment/catalogue.ts";
import { type Placement, placements } from "../../environment/placement.ts";
import { serverRate } from "../../environment/price.ts";
import type { Candidate } from "./step.ts";

/** What can be had: prices and sizes, and what is in stock just now where the API has told. */
export interface Market {
  catalogue: Catalogue;
  /** Server type → location → whether it is in stock; absent where nobody has said. */
  stock: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  /** Today, `2026-11-30`. */
  today: string;
  /** Why servers of an architecture will not do: an image that the manifests run is not built for it. */
  unsuitable: Readonly<Partial<Record<"x86" | "arm", string>>>;
}

export interface Wish {
  types: readonly string[];
  locations: readonly string[];
}

/** Every placement of a preference list that is sold, in the order to try: what is sold out just now comes last. */
export function candidatesFor(wish: Wish, market: Market): { candidates: Candidate[]; rejected: string[] } {
  const candidates: Candidate[] = [];
  const rejected: string[] = [];
  for (const placement of placements(wish)) {
    const reason = whyNot(placement, market);
    if (reason === undefined) candidates.push(candidateAt(placement, market));
    else rejected.push(`${describePlacement(placement)}: ${reason}`);
  }
  const soldOut = candidates.filter(({ stock }) => stock === "sold out");
  return { candidates: [...candidates.filter((one) => !soldOut.includes(one)), ...soldOut], rejected };
}

export const describePlacement = ({ type, location }: Placement): string => `${type} in ${location}`;

export const networkZone = ({ catalogue }: Market, location: string): string | undefined =>
  catalogue.locations.find(({ name }) => name === location)?.networkZone;

function whyNot({ type, location }: Placement, { catalogue, today, unsuitable }: Market): string | undefined {
  const known = serverTypeOf(catalogue, type);
  if (!known) return "there is no such type";
  const offer = known.locations.find(({ name }) => name === location);
  if (!offer) return "not sold there";
  if (offer.deprecation && offer.deprecation.unavailableAfter <= today) {
    return `not sold since ${offer.deprecation.unavailableAfter}`;
  }
  return unsuitable[known.architecture];
}

function candidateAt({ type, location }: Placement, { catalogue, stock }: Market): Candidate {
  const rate = serverRate(catalogue, type, location);
  const available = stock[type]?.[location];
  return {
    type,
    location,
    ...(rate && { monthly: rate.monthly }),
    stock: available === undefined ? "unknown" : available ? "in stock" : "sold out",
  };
}
