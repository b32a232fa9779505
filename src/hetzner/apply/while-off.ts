import { isOutOfStock } from "../client/failure.ts";
import { primaryIps, servers } from "../client/resource-types.ts";
import { SlipwayError } from "../../model/error.ts";
import { ref } from "../plan/draft.ts";
import { describePlacement } from "../plan/market.ts";
import type { Candidate, OffOperation, Ref } from "../plan/step.ts";
import { actionsDone, type Context, ensure, untilStatus } from "./context.ts";

/** Milliseconds that a server has to shut down by itself, before its power is cut. */
const graceful = 90_000;

/** Stops a server, does what only a stopped server lets be done, and starts it again, also when that failed. */
export async function whileOff(context: Context, on: Ref, inside: readonly OffOperation[]): Promise<void> {
  const id = context.registry.id(on);
  await stop(context, id);
  try {
    for (const operation of inside) await perform(context, id, operation);
  } finally {
    // A run that was cancelled leaves the rest to the next one.
    if (!context.ports.signal.aborted) await start(context, id);
  }
}

export async function start(context: Context, id: number): Promise<void> {
  const { client, signal } = context.ports;
  await actionsDone(context, await client.act(servers, id, "poweron", {}, signal));
  await untilStatus(context, id, "running");
}

/** An ACPI shutdown that succeeds only says that the button was pressed. */
async function stop(context: Context, id: number): Promise<void> {
  const { client, signal } = context.ports;
  if ((await client.get(servers, id, signal)).status === "off") return;
  await actionsDone(context, await client.act(servers, id, "shutdown", {}, signal));
  try {
    await untilStatus(context, id, "off", graceful);
  } catch (error) {
    if (!(error instanceof SlipwayError) || error.code !== "SLW-HETZNER-TIMEOUT") throw error;
    await actionsDone(context, await client.act(servers, id, "poweroff", {}, signal));
    await untilStatus(context, id, "off");
  }
}

async function perform(context: Context, server: number, operation: OffOperation): Promise<void> {
  const { client, signal } = context.ports;
  const { registry } = context;
  switch (operation.do) {
    case "assign": {
      const id = registry.id(ref("primary ip", operation.address));
      const body = { assignee_id: server, assignee_type: "server" };
      return ensure(
        context,
        () => client.act(primaryIps, id, "assign", body, signal),
        async () => (await client.get(primaryIps, id, signal)).server === server,
      );
    }
    case "unassign":
      return ensure(
        context,
        () => client.act(primaryIps, operation.id, "unassign", {}, signal),
        async () => (await client.get(primaryIps, operation.id, signal)).server === undefined,
      );
    case "join placement group": {
      const group = registry.id(ref("placement group", operation.placementGroup));
      return ensure(
        context,
        () => client.act(servers, server, "add_to_placement_group", { placement_group: group }, signal),
        async () => (await client.get(servers, server, signal)).placementGroup === group,
      );
    }
    case "change type":
      return changeType(context, server, operation.candidates);
    default:
      return operation satisfies never;
  }
}

async function changeType(context: Context, server: number, candidates: readonly Candidate[]): Promise<void> {
  const { client, signal, report } = context.ports;
  for (const candidate of candidates) {
    try {
      // The disk stays as it is, so that a smaller type is still possible later.
      const body = { server_type: candidate.type, upgrade_disk: false };
      return await ensure(
        context,
        () => client.act(servers, server, "change_type", body, signal),
        async () => (await client.get(servers, server, signal)).type === candidate.type,
      );
    } catch (error) {
      if (!isOutOfStock(error)) throw error;
      report({
        kind: "attempt",
        step: context.step,
        placement: describePlacement(candidate),
        outcome: `sold out (${error.apiCode})`,
      });
    }
  }
  throw new SlipwayError(
    "SLW-HETZNER-STOCK",
    `none of ${candidates.map(({ type }) => type).join(", ")} can be had just now`,
    {
      hint: "The server keeps its type. Run again later, or list another type.",
    },
  );
}
