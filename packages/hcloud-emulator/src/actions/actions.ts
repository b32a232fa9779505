import { ApiError } from "../http/errors.ts";
import type { Kind } from "../state/records.ts";
import type { Effect, MachineWork, StoredAction } from "../state/state.ts";
import { iso, isoOrNull, nextId, type World } from "../world.ts";
import { durationOf } from "./durations.ts";

/** What the API calls each kind in an action's `resources`. */
export const resourceTypes: Readonly<Record<Kind, string>> = {
  ssh_keys: "ssh_key",
  servers: "server",
  primary_ips: "primary_ip",
  floating_ips: "floating_ip",
  volumes: "volume",
  firewalls: "firewall",
  networks: "network",
  placement_groups: "placement_group",
  images: "image",
  load_balancers: "load_balancer",
  certificates: "certificate",
};

export interface Reference {
  kind: Kind;
  id: number;
}

export interface ActionPlan {
  command: string;
  on: readonly Reference[];
  /** What nobody else may change meanwhile; all of `on` unless told. */
  holds?: readonly Reference[];
  /** The action that has to finish first. */
  after?: StoredAction;
  effects?: readonly Effect[];
  /** What happens instead if the action fails. */
  undo?: readonly Effect[];
  machine?: MachineWork;
}

export function startAction(world: World, plan: ActionPlan): StoredAction {
  const { on, holds = on, effects = [], undo = [] } = plan;
  const action: StoredAction = {
    id: nextId(world),
    command: plan.command,
    status: "running",
    started: world.now,
    duration: durationOf(plan.command) / world.speed + (world.actionFault?.slowedBy ?? 0),
    after: plan.after?.id ?? null,
    finished: null,
    resources: on.map(({ kind, id }) => ({ id, type: resourceTypes[kind] })),
    holds: [...holds],
    error: null,
    fails: world.actionFault?.fails ?? null,
    effects: [...effects],
    undo: [...undo],
    machine: plan.machine ?? null,
  };
  world.project.actions[String(action.id)] = action;
  return action;
}

export function renderAction(world: Pick<World, "now">, action: StoredAction): Record<string, unknown> {
  const { id, command, status, error, resources } = action;
  const progress = status === "running" ? progressOf(world.now, action) : 100;
  return {
    id,
    command,
    status,
    progress,
    started: iso(action.started),
    finished: isoOrNull(action.finished),
    resources,
    error,
  };
}

const progressOf = (now: number, { started, duration }: StoredAction): number =>
  duration === 0 ? 0 : Math.max(0, Math.min(99, Math.floor((100 * (now - started)) / duration)));

/** The running action that keeps others away from a resource. */
export const holder = (world: Pick<World, "project">, { kind, id }: Reference): StoredAction | undefined =>
  Object.values(world.project.actions).find(
    (action) => action.status === "running" && action.holds.some((held) => held.kind === kind && held.id === id),
  );

/** Networks say `conflict` where everything else says `locked`, as the API does. */
export function ensureUnheld(world: Pick<World, "project">, reference: Reference): void {
  if (holder(world, reference) === undefined) return;
  throw reference.kind === "networks"
    ? new ApiError("conflict", "network is being changed by another action, please try again")
    : new ApiError("locked", `${resourceTypes[reference.kind].replaceAll("_", " ")} is locked`);
}
