import type { Catalogue } from "../../environment/catalogue.ts";
import { balancesFor, isAttachedTo } from "../claim.ts";
import { type Item, itemsOf } from "../estate-items.ts";
import type { Estate, FullInventory } from "../inventory.ts";
import { isOwn, type Owner, ownerLabels, partLabel } from "../labels.ts";
import { emptyDraft, ref, stepOn } from "./draft.ts";
import { costOf } from "./price-of.ts";
import type { Operation, Plan, Step } from "./step.ts";

export const keepable = ["primary-ip", "volumes"] as const;
export type Keep = (typeof keepable)[number];

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
  const draft = emptyDraft();
  const claims = [...claimed.loadBalancers.map(claimOf("load balancer")), ...claimed.volumes.map(claimOf("volume"))];
  const all: FullInventory = {
    ...own,
    loadBalancers: [...own.loadBalancers, ...claimed.loadBalancers],
    volumes: [...own.volumes, ...claimed.volumes],
  };
  const items = itemsOf(all, catalogue);
  draft.known.push(...items.map(({ kind, resource }) => ({ ...ref(kind, resource.name), id: resource.id })));
  draft.steps.push(...claims, ...items.map((item) => (isKept(item, keep) ? keeping(item) : removal(item))));
  return { environment: owner.environment, ...draft };

  function claimOf(kind: "load balancer" | "volume") {
    return ({ name, labels }: Item["resource"]): Step => {
      const on = ref(kind, name);
      return stepOn("update", on, {
        why: "a controller made it for the cluster; it gets the Environment's label, so that it is not forgotten",
        operations: [{ do: "label", on, name, labels: { ...labels, ...ownerLabels(owner) } }],
      });
    };
  }
}

/** Load balancers and volumes that a controller made for these servers. */
function claimedBy(own: FullInventory, { madeByControllers }: Estate): Estate["madeByControllers"] {
  return {
    loadBalancers: madeByControllers.loadBalancers.filter((one) => balancesFor(own, one)),
    volumes: madeByControllers.volumes.filter((one) => isAttachedTo(own, one)),
  };
}

function ownOf(all: FullInventory, owner: Owner): FullInventory {
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

function removal({ kind, resource, monthly, detail }: Item): Step {
  const on = ref(kind, resource.name);
  const before: Operation[] = kind === "volume" ? [{ do: "detach volume", on }] : [];
  return stepOn("delete", on, {
    title: `${kind} ${resource.name}${detail === "" ? "" : `, ${detail}`}`,
    why: "the Environment is torn down",
    operations: [...before, { do: "delete", on }],
    ...costOf(monthly, 0),
    ...(resource.protected === true && { guarded: true }),
  });
}
