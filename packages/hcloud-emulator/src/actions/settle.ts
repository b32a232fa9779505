import { runningActions } from "./actions.ts";
import type { Project, StoredAction } from "../state/state.ts";
import { findRecord } from "../world.ts";
import type { MachineRoom } from "./machine-room.ts";
import { applyEffect } from "./effects.ts";

/** Finishes, in order, every action whose time has come. Work on real machines is begun here and waited for. */
export function settle(project: Project, now: number, machines: MachineRoom): void {
  for (;;) {
    const due = nextDue(project, now, machines);
    if (due === undefined) return;
    finish(project, due);
  }
}

interface Due {
  action: StoredAction;
  at: number;
  /** What went wrong with its machine. */
  error: Error | null;
}

function nextDue(project: Project, now: number, machines: MachineRoom): Due | undefined {
  let first: Due | undefined;
  for (const action of runningActions(project)) {
    const begins = beginning(project, action);
    if (begins === undefined || begins > now) continue;
    machines.begin(project, action);
    const work = machines.work(action);
    if (work === "under way") continue;
    const at = Math.max(begins + action.duration, work.at);
    if (at <= now && (first === undefined || at < first.at)) first = { action, at, error: work.error };
  }
  return first;
}

/** When an action may begin; undefined while the one before it runs. */
function beginning(project: Project, action: StoredAction): number | undefined {
  if (action.after === null) return action.started;
  const before = project.actions[String(action.after)];
  return before === undefined ? action.started : (before.finished ?? undefined);
}

function finish(project: Project, due: Due): void {
  const { action, at } = due;
  const error = failure(project, due);
  action.status = error === null ? "success" : "error";
  action.error = error;
  action.finished = at;
  project.running = project.running.filter((id) => id !== action.id);
  for (const effect of error === null ? action.effects : action.undo) {
    applyEffect(project, effect, at);
  }
}

function failure(project: Project, { action, error }: Due): StoredAction["error"] {
  if (action.fails !== null) return action.fails;
  if (error !== null) return { code: "action_failed", message: error.message };
  const before = action.after === null ? undefined : project.actions[String(action.after)];
  if (before?.status === "error") return { code: "action_failed", message: `${before.command} failed` };
  const gone = action.holds.some(({ kind, id }) => findRecord({ project }, kind, id) === undefined);
  return gone ? { code: "action_failed", message: "the resource is gone" } : null;
}
