import { SlipwayError } from "../../model/error.ts";
import type { Clock } from "../../model/ports.ts";
import type { Backoff } from "./backoff.ts";
import type { HetznerClient } from "./client.ts";
import type { Action } from "./resource-types.ts";

/** Ids that one request asks for. */
const chunk = 25;

export interface Waiting {
  /** Milliseconds since the waiting began. */
  elapsed: number;
  running: readonly Action[];
}

export interface WaitPorts {
  clock: Clock;
  poll: Backoff;
  /** Milliseconds after which waiting ends with an error. */
  limit: number;
  signal: AbortSignal;
  onWait: (waiting: Waiting) => void;
}

/** An action that Hetzner began and could not finish. `apiCode` is the action's own, such as `resource_unavailable`. */
export class ActionFailed extends SlipwayError {
  readonly apiCode: string;
  readonly action: Action;

  constructor(action: Action, others: readonly Action[]) {
    const { code, message } = action.error ?? { code: "unknown", message: "no reason given" };
    const still = others.length === 0 ? "" : `; still running: ${others.map(describeAction).join(", ")}`;
    super("SLW-HETZNER-ACTION", `${describeAction(action)} failed: ${message} (${code})${still}`, {
      hint: "Run again: what was begun is found and finished.",
    });
    this.apiCode = code;
    this.action = action;
  }
}

/** Waits until all actions are done. The first that fails ends it, and its error names those that still ran. */
export async function waitForActions(
  client: Pick<HetznerClient, "actions">,
  actions: readonly Action[],
  { clock, poll, limit, signal, onWait }: WaitPorts,
): Promise<void> {
  const started = clock.now();
  let running = remaining(actions);
  for (let attempt = 1; running.length > 0; attempt++) {
    const elapsed = clock.now() - started;
    if (elapsed > limit) throw tooLong(running, elapsed);
    onWait({ elapsed, running });
    await clock.sleep(poll(attempt), signal);
    running = remaining(await current(client, running, signal));
  }
}

/** Those that are not done yet; throws for one that failed. */
function remaining(actions: readonly Action[]): Action[] {
  const running = actions.filter(({ status }) => status === "running");
  const failed = actions.find(({ status }) => status === "error");
  if (failed) throw new ActionFailed(failed, running);
  return running;
}

async function current(
  client: Pick<HetznerClient, "actions">,
  asked: readonly Action[],
  signal: AbortSignal,
): Promise<Action[]> {
  const found = new Map<number, Action>();
  for (let from = 0; from < asked.length; from += chunk) {
    const ids = asked.slice(from, from + chunk).map(({ id }) => id);
    for (const action of await client.actions(ids, signal)) found.set(action.id, action);
  }
  return asked.map((one) => {
    const action = found.get(one.id);
    if (action) return action;
    throw new SlipwayError("SLW-HETZNER-ACTION", `${describeAction(one)} is not known to Hetzner any more`, {
      hint: "Run again: what it left is found and finished.",
    });
  });
}

function tooLong(running: readonly Action[], elapsed: number): SlipwayError {
  return new SlipwayError(
    "SLW-HETZNER-TIMEOUT",
    `waited ${Math.round(elapsed / 1000)} s for ${running.map(describeAction).join(", ")}`,
    { hint: "https://status.hetzner.com says whether something is wrong there. Run again to go on waiting." },
  );
}

function describeAction({ command, id, progress, resources }: Action): string {
  const on = resources.map(({ type, id }) => `${type} ${id}`).join(", ");
  return `${command} (action ${id}${on === "" ? "" : ` on ${on}`}, ${progress} %)`;
}
