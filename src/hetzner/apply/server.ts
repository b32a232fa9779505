import { ActionFailed } from "../client/action-waiter.ts";
import { createOnce } from "../client/create-once.ts";
import { isOutOfStock, outOfStockCodes } from "../client/failure.ts";
import { servers } from "../client/resource-types.ts";
import { SlipwayError } from "../../model/error.ts";
import { ref } from "../plan/draft.ts";
import { describePlacement } from "../plan/market.ts";
import type { Candidate, ServerOrder } from "../plan/step.ts";
import { actionsDone, type Context, untilStatus } from "./context.ts";
import type { ServerPreparation } from "./ports.ts";
import { remove } from "./remove.ts";
import { moveStorage } from "./storage.ts";

/** Orders a server, going down its preference list while what is asked for is sold out. Every attempt is reported. */
export async function createServer(context: Context, order: ServerOrder): Promise<void> {
  const preparation = await context.ports.prepareServer(order.node.name);
  const outcomes: string[] = [];
  for (const candidate of order.candidates) {
    const outcome = refusalOf(candidate, context) ?? (await attempt(context, order, candidate, preparation));
    const placement = describePlacement(candidate);
    if (outcome !== undefined || outcomes.length > 0) {
      context.ports.report({ kind: "attempt", step: context.step, placement, outcome: outcome ?? "in stock" });
    }
    if (outcome === undefined) return;
    outcomes.push(`${placement}: ${outcome}`);
  }
  throw new SlipwayError("SLW-HETZNER-STOCK", `no server could be had for ${order.node.name}: ${outcomes.join("; ")}`, {
    hint: "Add a type or a location to spec.server, or run again later. What was made for it stays for the next run; slipway teardown removes it.",
  });
}

function refusalOf({ loses, over }: Candidate, { ports: { allow } }: Context): string | undefined {
  if (loses !== undefined && !allow.has("destroy")) return `not tried, it would lose ${loses}; --allow-destroy does`;
  if (over !== undefined && !allow.has("over-budget"))
    return "not tried, it would be over the budget; --over-budget does";
  return undefined;
}

/** Undefined when the server runs; otherwise why another placement should be tried. */
async function attempt(
  context: Context,
  order: ServerOrder,
  candidate: Candidate,
  preparation: ServerPreparation,
): Promise<string | undefined> {
  const { registry, ports } = context;
  const on = ref("server", order.node.name);
  await moveStorage(context, order, candidate.location);
  try {
    const { resource, actions } = await createOnce(
      ports.client,
      { type: servers, body: bodyOf(context, order, candidate, preparation) },
      ports,
    );
    registry.made(on, resource.id, candidate.location);
    await actionsDone(context, actions);
    await untilStatus(context, resource.id, "running");
    return undefined;
  } catch (error) {
    if (isOutOfStock(error)) return `sold out (${error.apiCode})`;
    if (error instanceof ActionFailed && outOfStockCodes.has(error.apiCode)) {
      await remove(context, on);
      return `sold out (${error.apiCode})`;
    }
    throw error;
  }
}

function bodyOf(
  { registry }: Context,
  order: ServerOrder,
  { location, type }: Candidate,
  { userData, labels }: ServerPreparation,
) {
  const { node, addresses, volumes } = order;
  const address = (version: "ipv4" | "ipv6"): Record<string, unknown> => {
    const wanted = addresses.find(({ type }) => type === version);
    return wanted
      ? { [`enable_${version}`]: true, [version]: registry.id(ref("primary ip", wanted.name)) }
      : { [`enable_${version}`]: false };
  };
  return {
    name: node.name,
    labels: { ...node.labels, ...labels },
    location,
    server_type: type,
    image: node.image,
    // Without a key a root password would be issued.
    ssh_keys: [registry.id(ref("ssh key", order.sshKey))],
    firewalls: [{ firewall: registry.id(ref("firewall", order.firewall)) }],
    public_net: { ...address("ipv4"), ...address("ipv6") },
    ...(order.network !== undefined && { networks: [registry.id(ref("network", order.network))] }),
    ...(order.placementGroup !== undefined && {
      placement_group: registry.id(ref("placement group", order.placementGroup)),
    }),
    ...(volumes.length > 0 && {
      volumes: volumes.map(({ name }) => registry.id(ref("volume", name))),
      automount: false,
    }),
    user_data: userData,
    start_after_create: true,
  };
}
