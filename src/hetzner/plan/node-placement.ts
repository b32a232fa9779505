import type { PrimaryIp, Server, Volume } from "../client/resource-types.ts";
import type { DeclaredAddress, DeclaredNode, DeclaredVolume } from "./declared.ts";
import { serverTypeOf } from "../../environment/catalogue.ts";
import { candidatesFor, type Market, networkZone } from "./market.ts";
import type { Candidate, Refusal } from "./step.ts";
import { lossOfAddress, type Pair } from "./storage-plan.ts";

export interface NodeParts {
  node: DeclaredNode;
  server: Server | undefined;
  addresses: readonly Pair<DeclaredAddress, PrimaryIp>[];
  volumes: readonly Pair<DeclaredVolume, Volume>[];
}

/** What becomes of a server that exists. */
export type Staying =
  | { stays: "as it is" }
  | { stays: "with another type"; why: string; candidates: readonly Candidate[] }
  | { stays: "not"; why: string };

/**
 * Any type of the preference list will do: a server is not replaced because the favourite is back in stock. Another type is
 * taken on in place where its architecture is the same and its disk no smaller.
 */
export function staying({ node, server }: NodeParts & { server: Server }, market: Market): Staying {
  if (!node.locations.includes(server.location))
    return { stays: "not", why: `it is in ${server.location}, which is no longer listed` };
  if (server.image !== undefined && server.image !== node.image) {
    return { stays: "not", why: `it was made from ${server.image}, not ${node.image}` };
  }
  if (node.types.includes(server.type)) return { stays: "as it is" };
  const fits = ({ type }: Candidate): boolean => {
    const known = serverTypeOf(market.catalogue, type);
    return known !== undefined && known.architecture === server.architecture && known.disk >= (server.diskGB ?? 0);
  };
  const { candidates } = candidatesFor({ types: node.types, locations: [server.location] }, market);
  const fitting = candidates.filter(fits);
  const why = `${server.type} is no longer listed`;
  if (fitting.length > 0) return { stays: "with another type", why, candidates: fitting };
  return { stays: "not", why: `${why}, and no listed type has its architecture and disk` };
}

export interface NodePlacement {
  candidates: Candidate[];
  notes: string[];
  refusal?: Refusal;
}

/**
 * Where a server that is to be made may stand. Volumes with data pin it to their location. A kept address pins it too, unless
 * losing is allowed: then the other locations come last.
 */
export function placementOf(
  { node, addresses, volumes }: NodeParts,
  zone: string | undefined,
  market: Market,
): NodePlacement {
  const { candidates: sold, rejected } = candidatesFor(node, market);
  const inZone = sold.filter(({ location }) => zone === undefined || networkZone(market, location) === zone);
  const volumePlaces = volumes.flatMap(({ observed }) => (observed ? [observed.location] : []));
  const besideVolumes = inZone.filter(({ location }) => volumePlaces.every((place) => place === location));
  const base = besideVolumes.length > 0 ? besideVolumes : inZone;
  const kept = addresses.flatMap(({ observed }) => observed ?? []);
  const atAddress = base.filter(({ location }) => kept.every((ip) => ip.location === location));
  const elsewhere = base.filter((one) => !atAddress.includes(one));
  const candidates =
    atAddress.length === 0
      ? base
      : [...atAddress, ...elsewhere.map((one) => ({ ...one, loses: kept.map(lossOfAddress).join(" and ") }))];
  return {
    candidates,
    notes: notesOf(node, candidates, rejected, kept, volumePlaces),
    ...refusalOf(node, candidates, rejected),
  };
}

function notesOf(
  node: DeclaredNode,
  candidates: readonly Candidate[],
  rejected: readonly string[],
  kept: readonly PrimaryIp[],
  volumePlaces: readonly string[],
): string[] {
  const soldOut = candidates.filter(({ stock }) => stock === "sold out");
  const pin = volumePlaces[0] ?? (candidates.some(({ loses }) => loses !== undefined) ? kept[0]?.location : undefined);
  const pinnedBy = volumePlaces.length > 0 ? "its volumes" : kept.map(({ address }) => address).join(" and ");
  return [
    ...rejected.map((reason) => `${node.name}: ${reason}`),
    ...(soldOut.length === 0
      ? []
      : [
          `${node.name}: sold out just now: ${soldOut.map(({ type, location }) => `${type} in ${location}`).join(", ")}`,
        ]),
    ...(pin === undefined || node.locations.length === 1
      ? []
      : [`${node.name}: ${pinnedBy} can only be used in ${pin}`]),
  ];
}

function refusalOf(
  { name }: DeclaredNode,
  candidates: readonly Candidate[],
  rejected: readonly string[],
): { refusal?: Refusal } {
  if (candidates.length > 0) return {};
  const why = rejected.length === 0 ? "none of its locations is in the network's zone" : rejected.join(", ");
  return {
    refusal: {
      code: "SLW-HETZNER-OFFER",
      message: `there is no type and location for ${name}: ${why}`,
      hint: "Change types or locations in the Environment file.",
    },
  };
}
