import type { PrimaryIp, Volume } from "../client/resource-types.ts";
import type { DeclaredAddress, DeclaredVolume, Protection } from "./declared.ts";
import { identityNeeds, joined, type Needs, needing, noNeeds, ref, stepFor, stepOn } from "./draft.ts";
import type { Market } from "./market.ts";
import { costOf, priceOfAddress, priceOfVolume } from "./price-of.ts";
import type { Operation, Ref, Step } from "./step.ts";

/** What is declared next to what was found of it. */
export interface Pair<D, O> {
  declared: D;
  observed: O | undefined;
}

export function protectionNeeds(on: Ref, declared: Protection, observed: { protected: boolean }): Needs {
  if (observed.protected === (declared === "on")) return noNeeds;
  const reason = declared === "on" ? "it is not protected against deletion" : "its protection is no longer declared";
  return needing(reason, { do: "protect", on, protection: declared });
}

export const protecting = (on: Ref, protection: Protection): Operation[] =>
  protection === "on" ? [{ do: "protect", on, protection }] : [];

/** Addresses and volumes stand where their server does. */
export function addressStep(
  { declared, observed }: Pair<DeclaredAddress, PrimaryIp>,
  location: string,
  market: Market,
): Step {
  const on = ref("primary ip", declared.name);
  const price = priceOfAddress(market.catalogue, declared);
  const create: Operation[] = [
    { do: "create primary ip", address: declared, location },
    ...protecting(on, declared.protection),
  ];
  if (!observed) return stepOn("create", on, { why: "not there yet", operations: create, ...costOf(0, price) });
  const cost = costOf(price, price);
  if (observed.location !== location) {
    return stepOn("replace", on, {
      why: `it is in ${observed.location}, the server will be in ${location}`,
      destroys: lossOfAddress(observed),
      operations: [{ do: "delete", on }, ...create],
      ...cost,
      ...(observed.protected && { guarded: true }),
    });
  }
  const outlive = observed.diesWithServer
    ? needing("it would be deleted with its server", { do: "outlive server", on })
    : noNeeds;
  return stepFor(
    on,
    joined(identityNeeds(on, declared, observed), outlive, protectionNeeds(on, declared.protection, observed)),
    {
      title: `primary ip ${declared.name} (${observed.address})`,
      ...cost,
    },
  );
}

export const lossOfAddress = ({ address }: PrimaryIp): string => `the address ${address}, which may be in DNS`;

export function volumeStep(
  { declared, observed }: Pair<DeclaredVolume, Volume>,
  location: string,
  market: Market,
): Step {
  const on = ref("volume", declared.name);
  const price = priceOfVolume(market.catalogue, declared);
  const title = `volume ${declared.name}, ${declared.sizeGB} GB`;
  const create: Operation[] = [
    { do: "create volume", volume: declared, location },
    ...protecting(on, declared.protection),
  ];
  if (!observed) return stepOn("create", on, { title, why: "not there yet", operations: create, ...costOf(0, price) });
  const cost = costOf(priceOfVolume(market.catalogue, observed), price);
  const why = whyReplaceVolume(declared, observed, location);
  if (why !== undefined) {
    return stepOn("replace", on, {
      title,
      why,
      destroys: lossOfVolume(observed),
      operations: [{ do: "detach volume", on }, { do: "delete", on }, ...create],
      ...cost,
      ...(observed.protected && { guarded: true }),
    });
  }
  const grow =
    observed.sizeGB < declared.sizeGB
      ? needing(`it has ${observed.sizeGB} GB`, { do: "resize", on, sizeGB: declared.sizeGB })
      : noNeeds;
  return stepFor(
    on,
    joined(identityNeeds(on, declared, observed), grow, protectionNeeds(on, declared.protection, observed)),
    {
      title,
      ...cost,
    },
  );
}

export const lossOfVolume = ({ name, sizeGB }: Volume): string => `everything on volume ${name} (${sizeGB} GB)`;

export const willReplaceVolume = ({ declared, observed }: Pair<DeclaredVolume, Volume>, location: string): boolean =>
  observed !== undefined && whyReplaceVolume(declared, observed, location) !== undefined;

/** A volume grows in place; nothing else about it can be changed. */
function whyReplaceVolume({ sizeGB, format }: DeclaredVolume, observed: Volume, location: string): string | undefined {
  if (observed.location !== location) return `it is in ${observed.location}, the server will be in ${location}`;
  if (observed.sizeGB > sizeGB) return `it has ${observed.sizeGB} GB, and volumes do not shrink`;
  if (observed.format !== undefined && observed.format !== format)
    return `it is formatted with ${observed.format}, not ${format}`;
  return undefined;
}
