import { waitForActions } from "../client/action-waiter.ts";
import { HetznerError, isNotFound } from "../client/failure.ts";
import { type Action, type Server, servers } from "../client/resource-types.ts";
import { SlipwayError } from "../../model/error.ts";
import type { Step } from "../plan/step.ts";
import type { ApplyPorts } from "./ports.ts";
import type { Registry } from "./registry.ts";

/** Milliseconds that Hetzner may take over one thing. Imaging a disk takes a minute, everything else seconds. */
const timeLimit = 10 * 60_000;

/** What every operation works with. */
export interface Context {
  ports: ApplyPorts;
  registry: Registry;
  step: Step;
}

export async function actionsDone({ ports, step }: Context, actions: readonly Action[]): Promise<void> {
  const { client, clock, poll, signal, report } = ports;
  await waitForActions(client, actions, {
    clock,
    poll,
    signal,
    limit: timeLimit,
    onWait: ({ elapsed, running }) =>
      report({
        kind: "waiting",
        step,
        elapsed,
        for: running.map(({ command, progress }) => `${command} ${progress} %`).join(", "),
      }),
  });
}

/**
 * Sets a state. A request that was repeated because its answer was lost is refused the second time ("already attached"), so what
 * counts after a refusal is whether the state is there.
 */
export async function ensure(
  context: Context,
  act: () => Promise<Action[]>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  try {
    await actionsDone(context, await act());
  } catch (error) {
    if (error instanceof HetznerError && error.outcome === "refused" && (await isThere())) return;
    throw error;
  }
}

/** Waits for a server's status, which is all there is to wait for where the actions are not known. */
export async function untilStatus(context: Context, id: number, wanted: string, limit = timeLimit): Promise<Server> {
  const { clock, poll, signal, report } = context.ports;
  const started = clock.now();
  for (let attempt = 1; ; attempt++) {
    const server = await serverOf(context, id);
    if (server.status === wanted) return server;
    const elapsed = clock.now() - started;
    if (elapsed > limit) {
      throw new SlipwayError(
        "SLW-HETZNER-TIMEOUT",
        `${server.name} is ${server.status}, not ${wanted}, after ${Math.round(elapsed / 1000)} s`,
        {
          hint: "Look at its console in the Hetzner Console; https://status.hetzner.com says whether something is wrong there.",
        },
      );
    }
    report({
      kind: "waiting",
      step: context.step,
      elapsed,
      for: `${server.name} is ${server.status}, should be ${wanted}`,
    });
    await clock.sleep(poll(attempt), signal);
  }
}

async function serverOf({ ports: { client, signal } }: Context, id: number): Promise<Server> {
  try {
    return await client.get(servers, id, signal);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw new SlipwayError("SLW-HETZNER-ACTION", `server ${id} could not be made: it has vanished again`, {
      hint: "Run again: it is ordered anew.",
      cause: error,
    });
  }
}
