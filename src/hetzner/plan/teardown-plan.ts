import type { Catalogue } from "../../environment/catalogue.ts";
import { balancesFor, isAttachedTo } from "../claim.ts";
import { type Item, itemsOf } from "../estate-items.ts";
import type { Estate, FullInventory } from "../inventory.ts";
import { isOwn, type Owner, partLabel } from "../labels.ts";
import { ref, stepOn } from "./draft.ts";
import type { Keep } from "./keep.ts";
import { costOf } from "./price-of.ts";
import { claim, removal, removalPlan } from "./removal.ts";
import type { Plan, Step } from "./step.ts";

export interface TeardownOptions {
  owner: Owner;
  keep: readonly Keep[];
  catalogue: Catalogue;
}

/**
 * What deleting an Environment takes, in an order in which nothing is left behind: first what controllers made for the cluster
 * gets the Environment's label, because once the servers are gone nothing tells whose it was; then load balancers, servers, and
 * what they used. Servers are deleted, never switched off: a server that is off is billed in full.
 */
export function planTeardown(estate: Estate, { owner, keep, catalogue }: TeardownOptions): Plan {
  const own = ownOf(estate.labelled, owner);
  const claimed = claimedBy(own, estate);
  const items = itemsOf(
    {
      ...own,
      loadBalancers: [...own.loadBalancers, ...claimed.loadBalancers],
      volumes: [...own.volumes, ...claimed.volumes],
    },
    catalogue,
  );
  const isClaimed = ({ kind, resource }: Item): boolean =>
    (kind === "volume" || kind === "load balancer") && !isOwn(resource.labels, owner);
  return removalPlan(owner, items, [
    ...items.filter(isClaimed).map((item) => claim(item, owner)),
    ...items.map((item) => (isKept(item, keep) ? keeping(item) : removal(item, "the Environment is torn down"))),
  ]);
}

/** Load balancers and volumes that a controller made for these servers. */
function claimedBy(own: FullInventory, { madeByControllers }: Estate): Estate["madeByControllers"] {
  return {
    loadBalancers: madeByControllers.loadBalancers.filter((one) => balancesFor(own, one)),
    volumes: madeByControllers.volumes.filter((one) => isAttachedTo(own, one)),
  };
}

export function ownOf(all: FullInventory, owner: Owner): FullInventory {
  const mine = <T extends { labels: Item["resource"]["labels"] }>(some: readonly T[]): T[] =>
    some.filter(({ labels }) => isOwn(labels, owner));
  return {
    sshKeys: mine(all.sshKeys),
    firewalls: mine(all.firewalls),
    networks: mine(all.networks),
    placementGroups: mine(all.placementGroups),
    primaryIps: mine(all.primaryIps),
    volumes: mine(all.volumes),
    servers: mine(all.servers),
    loadBalancers: mine(all.loadBalancers),
    images: mine(all.images),
  };
}

/** An agent's address is in nobody's DNS. */
export function isKept({ kind, resource }: Item, keep: readonly Keep[]): boolean {
  if (kind === "volume" || kind === "image") return keep.includes("volumes");
  return (
    kind === "primary ip" && keep.includes("primary-ip") && (resource.labels[partLabel] ?? "").startsWith("server-")
  );
}

function keeping({ kind, resource, monthly }: Item): Step {
  return stepOn("nothing", ref(kind, resource.name), { why: "kept", operations: [], ...costOf(monthly, monthly) });
}
