import type { Server } from "../client/resource-types.ts";
import { readyLabel } from "../labels.ts";
import type { AddressType } from "./declared.ts";
import { identityNeeds, joined, type Needs, needing, noNeeds, ref, stepFor } from "./draft.ts";
import { describePlacement } from "./market.ts";
import type { NodeParts, Staying } from "./node-placement.ts";
import { costOf, priceOfServer } from "./price-of.ts";
import type { OffOperation, Operation, Step } from "./step.ts";
import { protectionNeeds, willReplaceVolume } from "./storage-plan.ts";
import type { Surroundings } from "./surroundings.ts";

type Existing = NodeParts & { server: Server };

/** What a server that stays needs, or nothing. */
export function updateStep(parts: Existing, stay: Exclude<Staying, { stays: "not" }>, around: Surroundings): Step {
  const { node, server } = parts;
  const on = ref("server", node.name);
  const needs = joined(
    identityNeeds(on, node, server),
    attachmentNeeds(parts, around),
    powerNeeds(parts, stay, around),
    server.labels[readyLabel] === undefined ? needing("its first contact is not over", { do: "finish", on }) : noNeeds,
    protectionNeeds(on, node.protection, server),
  );
  const price = priceOfServer(around.market.catalogue, server);
  const after = stay.stays === "with another type" ? stay.candidates[0]?.monthly : price;
  return stepFor(on, needs, { title: `server ${node.name}, ${describePlacement(server)}`, ...costOf(price, after) });
}

/** What can be done while a server runs. */
function attachmentNeeds(
  { node, server, volumes }: Existing,
  { network, firewall, placementGroup, ownGroups }: Surroundings,
): Needs {
  const on = ref("server", node.name);
  const needs: Needs[] = [];
  if (firewall.id === undefined || !server.firewalls.includes(firewall.id)) {
    needs.push(needing("the firewall is not applied to it", { do: "apply firewall", on, firewall: firewall.name }));
  }
  if (network && !server.networks.some((one) => one.network === network.id)) {
    needs.push(needing("it is not in the network", { do: "attach network", on, network: network.name }));
  }
  for (const pair of volumes) {
    const volume = ref("volume", pair.declared.name);
    const replaced = willReplaceVolume(pair, server.location);
    if (pair.observed?.server === server.id && !replaced) continue;
    const elsewhere = pair.observed?.server !== undefined && !replaced;
    const operations: Operation[] = [
      ...(elsewhere ? [{ do: "detach volume", on: volume } as const] : []),
      { do: "attach volume", on: volume, server: node.name },
    ];
    needs.push(needing(`${pair.declared.name} is not attached to it`, ...operations));
  }
  const group = node.spread ? placementGroup?.id : undefined;
  if (
    server.placementGroup !== undefined &&
    server.placementGroup !== group &&
    (node.spread || ownGroups.includes(server.placementGroup))
  ) {
    needs.push(needing("it is in a placement group that is not declared", { do: "leave placement group", on }));
  }
  return joined(...needs);
}

/** What needs a server to be off, all at one stop; or only that it should run. */
function powerNeeds(parts: Existing, stay: Staying, around: Surroundings): Needs {
  const { node, server } = parts;
  const on = ref("server", node.name);
  const inside: OffOperation[] = [];
  const reasons: string[] = [];
  for (const type of ["ipv4", "ipv6"] as const) {
    const { operations, reason } = addressChange(parts, type);
    inside.push(...operations);
    if (reason !== undefined) reasons.push(reason);
  }
  const group = node.spread ? around.placementGroup : undefined;
  if (group && (group.id === undefined || server.placementGroup !== group.id)) {
    inside.push({ do: "join placement group", placementGroup: group.name });
    reasons.push("it is not in the placement group");
  }
  if (stay.stays === "with another type") {
    inside.push({ do: "change type", candidates: stay.candidates });
    reasons.push(`${stay.why}: ${stay.candidates[0]?.type ?? ""} takes its place`);
  }
  if (inside.length > 0) return { reasons: [...reasons, "restarts"], operations: [{ do: "while off", on, inside }] };
  if (server.status === "running") return noNeeds;
  if (server.status === "off" || server.status === "stopping")
    return needing("it is off, and billed all the same", { do: "power on", on });
  return needing(`it is ${server.status}`, { do: "await", on });
}

function addressChange(
  { addresses, server }: Existing,
  type: AddressType,
): { operations: OffOperation[]; reason?: string } {
  const wanted = addresses.find(({ declared }) => declared.type === type);
  const current = server[type];
  const replaced = wanted?.observed !== undefined && wanted.observed.location !== server.location;
  if (wanted?.observed !== undefined && current?.id === wanted.observed.id && !replaced) return { operations: [] };
  if (!wanted && !current) return { operations: [] };
  const leave: OffOperation[] = current?.id === undefined ? [] : [{ do: "unassign", id: current.id }];
  if (!wanted) return { operations: leave, reason: `its public ${type} address is no longer declared` };
  return {
    operations: [...leave, { do: "assign", address: wanted.declared.name }],
    reason: `${wanted.declared.name} is not its address`,
  };
}
