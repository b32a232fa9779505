import { removeRecord } from "../resources/removal.ts";
import type { Project, StoredAction } from "../state/state.ts";
import { findRecord } from "../world.ts";
import type { MachineRoom } from "./machine-room.ts";
import { applyEffect } from "./effects.ts";

/** Finishes, in order, every action whose time has come. Work on real machines is begun here and waited for. */
export function settle(project: Project, now: number, machines: MachineRoom): void {
  for (;;) {
    const due = nextDue(project, now, machines);
    if (due === undefined) return;
    finish(project, due.action, due.at, machines.outcome(due.action));
  }
}

function nextDue(
  project: Project,
  now: number,
  machines: MachineRoom,
): { action: StoredAction; at: number } | undefined {
  let first: { action: StoredAction; at: number } | undefined;
  for (const action of Object.values(project.actions)) {
    if (action.status !== "running") continue;
    const begins = beginning(project, action);
    if (begins === undefined || begins > now) continue;
    machines.begin(project, action);
    const at = begins + action.duration;
    if (at > now || machines.outcome(action) === "working") continue;
    if (first === undefined || at < first.at) first = { action, at };
  }
  return first;
}

/** When an action may begin; undefined while the one before it runs. */
function beginning(project: Project, action: StoredAction): number | undefined {
  if (action.after === null) return action.started;
  const before = project.actions[String(action.after)];
  return before === undefined ? action.started : (before.finished ?? undefined);
}

function finish(project: Project, action: StoredAction, at: number, outcome: "done" | "working" | Error): void {
  const before = action.after === null ? undefined : project.actions[String(action.after)];
  const error = failure(project, action, outcome, before);
  action.status = error === null ? "success" : "error";
  action.error = error;
  action.finished = at;
  for (const effect of error === null ? action.effects : action.undo) {
    if (effect.do === "remove") removeRecord(project, effect.kind, effect.id, at);
    else applyEffect(project, effect);
  }
}

function failure(
  project: Project,
  action: StoredAction,
  outcome: "done" | "working" | Error,
  before: StoredAction | undefined,
): StoredAction["error"] {
  if (action.fails !== null) return action.fails;
  if (outcome instanceof Error) return { code: "action_failed", message: outcome.message };
  if (before?.status === "error") return { code: "action_failed", message: `${before.command} failed` };
  const gone = action.holds.some(({ kind, id }) => findRecord({ project }, kind, id) === undefined);
  return gone ? { code: "action_failed", message: "the resource is gone" } : null;
}
