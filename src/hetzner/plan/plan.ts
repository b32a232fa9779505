import type { Labelled } from "../client/resource-types.ts";
import type { Kind } from "../kinds.ts";
import type { Inventory, Observed, Wanted } from "../observe.ts";
import { roleOf } from "../labels.ts";
import type { Declared } from "./declared.ts";
import { type Draft, emptyDraft, matching, ref, stepOn } from "./draft.ts";
import { candidatesFor, type Market, networkZone } from "./market.ts";
import { lossOfServer, planNode } from "./node-plan.ts";
import type { Surroundings } from "./surroundings.ts";
import { costOf, priceOfAddress, priceOfServer, priceOfVolume } from "./price-of.ts";
import { planFirewall, planNetwork, planPlacementGroup, planSshKey, sshKeyName } from "./shared-plan.ts";
import type { Operation, Plan, Step } from "./step.ts";
import { lossOfAddress, lossOfVolume } from "./storage-plan.ts";

/** What to look for before planning. */
export function wantedOf({
  owner,
  sshKey,
  firewall,
  network,
  placementGroup,
  addresses,
  volumes,
  nodes,
}: Declared): Wanted {
  return {
    owner,
    fingerprint: sshKey.fingerprint,
    names: {
      sshKeys: [sshKey.name],
      firewalls: [firewall.name],
      networks: network ? [network.name] : [],
      placementGroups: placementGroup ? [placementGroup.name] : [],
      primaryIps: addresses.map(({ name }) => name),
      volumes: volumes.map(({ name }) => name),
      servers: nodes.map(({ name }) => name),
    },
  };
}

/**
 * The steps from what is there to what is declared, in the order they are taken: shared things first, then each server with its
 * volumes and addresses, then what is no longer declared. Pure: the same input gives the same plan.
 */
export function plan(declared: Declared, observed: Observed, market: Market): Plan {
  const draft = emptyDraft();
  const { own } = observed;
  draft.refusals.push(...foreignRefusals(declared, observed));
  planSshKey(draft, declared, observed);
  planFirewall(draft, declared, observed);
  const zone = zoneOf(declared, observed, market);
  const network = planNetwork(draft, declared, observed, zone ?? "eu-central");
  const group = planPlacementGroup(draft, declared, observed);
  const around: Surroundings = {
    network,
    zone: network && zone,
    placementGroup: declared.placementGroup && { name: declared.placementGroup.name, id: group },
    ownGroups: own.placementGroups.map(({ id }) => id),
    firewall: { name: declared.firewall.name, id: matching(own.firewalls, declared.firewall)?.id },
    sshKey: sshKeyName(declared, observed),
    market,
  };
  for (const node of declared.nodes) {
    const pairs = <
      D extends { node: string; part: string; name: string; labels: Labelled["labels"] },
      O extends Labelled,
    >(
      all: readonly D[],
      found: readonly O[],
    ) => all.filter((one) => one.node === node.name).map((one) => ({ declared: one, observed: matching(found, one) }));
    const parts = {
      node,
      server: matching(own.servers, node),
      addresses: pairs(declared.addresses, own.primaryIps),
      volumes: pairs(declared.volumes, own.volumes),
    };
    planNode(draft, parts, around);
  }
  planRemovals(draft, own, market);
  return { environment: declared.owner.environment, ...draft };
}

/** A network is in one zone, and so are its servers: where it is already, or where the first server's favourite is. */
function zoneOf({ network, nodes }: Declared, { own }: Observed, market: Market): string | undefined {
  const existing = network && matching(own.networks, network)?.subnets[0]?.zone;
  const possible = nodes[0]?.locations.map((location) => networkZone(market, location)) ?? [];
  if (existing !== undefined && possible.includes(existing)) return existing;
  const first = nodes[0] && candidatesFor(nodes[0], market).candidates[0];
  return first && networkZone(market, first.location);
}

function foreignRefusals(declared: Declared, { foreign }: Observed): Plan["refusals"] {
  const named: [Kind, readonly Labelled[]][] = [
    [
      "ssh key",
      foreign.sshKeys.filter(
        ({ name, fingerprint }) => name === declared.sshKey.name && fingerprint !== declared.sshKey.fingerprint,
      ),
    ],
    ["firewall", foreign.firewalls],
    ["network", foreign.networks],
    ["placement group", foreign.placementGroups],
    ["primary ip", foreign.primaryIps],
    ["volume", foreign.volumes],
    ["server", foreign.servers],
  ];
  return named.flatMap(([kind, all]) =>
    all.map(({ name, id }) => ({
      code: "SLW-HETZNER-FOREIGN" as const,
      message: `the project has a ${kind} called ${name} (${id}) that slipway did not make for this Environment`,
      hint: "Rename or remove it; or take it over, with everything that the plan then does to it, by --adopt.",
    })),
  );
}

/** What carries the Environment's label and is no longer declared: servers first, then what they used. */
function planRemovals(draft: Draft, own: Inventory, { catalogue }: Market): void {
  const known = new Set(draft.known.map(({ kind, id }) => `${kind} ${id}`));
  const left = <T extends Labelled>(kind: Kind, all: readonly T[]): T[] =>
    all.filter(({ id }) => !known.has(`${kind} ${id}`));
  const remove = (kind: Kind, one: Labelled, extra: Partial<Step>, before: Operation[] = []): void => {
    const on = ref(kind, one.name);
    draft.known.push({ ...on, id: one.id });
    draft.steps.push(
      stepOn("delete", on, {
        why: "no longer declared",
        operations: [...before, { do: "delete", on }],
        ...extra,
        ...(one.protected === true && { guarded: true }),
      }),
    );
  };
  for (const server of left("server", own.servers)) {
    remove("server", server, {
      destroys: lossOfServer(server, roleOf(server)),
      ...costOf(priceOfServer(catalogue, server), 0),
    });
  }
  for (const volume of left("volume", own.volumes)) {
    const detach: Operation = { do: "detach volume", on: ref("volume", volume.name) };
    remove("volume", volume, { destroys: lossOfVolume(volume), ...costOf(priceOfVolume(catalogue, volume), 0) }, [
      detach,
    ]);
  }
  for (const ip of left("primary ip", own.primaryIps)) {
    remove("primary ip", ip, { destroys: lossOfAddress(ip), ...costOf(priceOfAddress(catalogue, ip), 0) });
  }
  for (const network of left("network", own.networks)) remove("network", network, {});
  for (const group of left("placement group", own.placementGroups)) remove("placement group", group, {});
  for (const firewall of left("firewall", own.firewalls)) remove("firewall", firewall, {});
  for (const key of left("ssh key", own.sshKeys)) remove("ssh key", key, {});
}
