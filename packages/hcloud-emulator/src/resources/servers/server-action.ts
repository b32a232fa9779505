import { type ActionPlan, ensureUnheld, renderAction, startAction } from "../../actions/actions.ts";
import { type Answer, created } from "../../http/route.ts";
import type { RecordOf } from "../../state/records.ts";
import type { Effect, MachineWork } from "../../state/state.ts";
import type { World } from "../../world.ts";

type Server = RecordOf<"servers">;

export const setServer = (server: Server, fields: Partial<Server>): Effect => ({
  do: "set",
  kind: "servers",
  id: server.id,
  fields,
});

/** Starts an action on a server that nothing else is being done to. */
export function onServer(
  world: World,
  server: Server,
  plan: Omit<ActionPlan, "on" | "machine"> & { on?: ActionPlan["on"]; machine?: MachineWork["verb"] },
): ReturnType<typeof startAction> {
  const { on = [], machine, ...rest } = plan;
  const all = [{ kind: "servers", id: server.id } as const, ...on];
  for (const reference of plan.holds ?? all) ensureUnheld(world, reference);
  return startAction(world, {
    ...rest,
    on: all,
    ...(machine === undefined ? {} : { machine: { verb: machine, server: server.id } }),
  });
}

export const answer = (
  world: World,
  action: ReturnType<typeof startAction>,
  more: Record<string, unknown> = {},
): Answer => created({ action: renderAction(world, action), ...more });
