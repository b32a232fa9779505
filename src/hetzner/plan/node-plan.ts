import { type Draft, ref, stepOn } from "./draft.ts";
import type { Server } from "../client/resource-types.ts";
import { describePlacement, type Market } from "./market.ts";
import { updateStep } from "./node-needs.ts";
import { type NodeParts, placementOf, staying } from "./node-placement.ts";
import { costOf, priceOfServer } from "./price-of.ts";
import type { ServerOrder } from "./step.ts";
import { addressStep, protecting, volumeStep } from "./storage-plan.ts";
import type { Surroundings } from "./surroundings.ts";

/** One server with the addresses and volumes that stand where it does. */
export function planNode(draft: Draft, parts: NodeParts, around: Surroundings): void {
  const { node, server } = parts;
  know(draft, parts);
  const stay = server ? staying({ ...parts, server }, around.market) : undefined;
  if (server && stay && stay.stays !== "not") {
    const type = stay.stays === "with another type" ? (stay.candidates[0]?.type ?? server.type) : server.type;
    draft.placements[node.name] = { type, location: server.location };
    storage(draft, parts, server.location, around.market);
    draft.steps.push(updateStep({ ...parts, server }, stay, around));
    return;
  }
  planNewServer(draft, parts, stay?.stays === "not" ? stay.why : undefined, around);
}

/** A server that is to be made, in place of another one where there is one. */
function planNewServer(draft: Draft, parts: NodeParts, whyReplace: string | undefined, around: Surroundings): void {
  const { node, server } = parts;
  const on = ref("server", node.name);
  const placing = placementOf(parts, around.zone, around.market);
  draft.notes.push(...placing.notes);
  if (placing.refusal) {
    draft.refusals.push(placing.refusal);
    return;
  }
  if (server && whyReplace !== undefined) {
    draft.steps.push(
      stepOn("replace", on, {
        title: `server ${node.name} makes room`,
        why: whyReplace,
        destroys: lossOfServer(server, node.role),
        operations: [{ do: "delete", on }],
        ...costOf(priceOfServer(around.market.catalogue, server), 0),
        ...(server.protected && { guarded: true }),
      }),
    );
  }
  const [first] = placing.candidates;
  if (!first) return;
  draft.placements[node.name] = { type: first.type, location: first.location };
  storage(draft, parts, first.location, around.market);
  draft.steps.push(
    stepOn("create", on, {
      title: `server ${node.name}, ${describePlacement(first)}`,
      why: server ? "in place of the one before" : "not there yet",
      operations: [
        { do: "create server", order: orderOf(parts, placing.candidates, around) },
        { do: "finish", on },
        ...protecting(on, node.protection),
      ],
      ...costOf(0, first.monthly),
    }),
  );
}

function know({ known }: Draft, { node, server, addresses, volumes }: NodeParts): void {
  if (server) known.push({ ...ref("server", node.name), id: server.id });
  for (const { declared, observed } of addresses) {
    if (observed) known.push({ ...ref("primary ip", declared.name), id: observed.id, location: observed.location });
  }
  for (const { declared, observed } of volumes) {
    if (observed) known.push({ ...ref("volume", declared.name), id: observed.id, location: observed.location });
  }
}

function storage(draft: Draft, { addresses, volumes }: NodeParts, location: string, market: Market): void {
  draft.steps.push(
    ...volumes.map((pair) => volumeStep(pair, location, market)),
    ...addresses.map((pair) => addressStep(pair, location, market)),
  );
}

function orderOf(
  { node, addresses, volumes }: NodeParts,
  candidates: ServerOrder["candidates"],
  around: Surroundings,
): ServerOrder {
  return {
    node,
    candidates,
    addresses: addresses.map(({ declared }) => declared),
    volumes: volumes.map(({ declared }) => declared),
    firewall: around.firewall.name,
    sshKey: around.sshKey,
    ...(around.network && { network: around.network.name }),
    ...(node.spread && around.placementGroup && { placementGroup: around.placementGroup.name }),
  };
}

export const lossOfServer = ({ name }: Pick<Server, "name">, role: "server" | "agent"): string =>
  role === "server"
    ? `the disk of ${name}: the cluster's database and all local volumes`
    : `the disk of ${name}: all local volumes`;
