import { servers } from "../client/resource-types.ts";
import { readyLabel } from "../labels.ts";
import { type Context, untilStatus } from "./context.ts";
import type { FirstContact } from "./ports.ts";

/** The first contact with a server, after which it counts as ready. */
export async function finish(context: Context, id: number): Promise<void> {
  const { client, clock, signal, report, afterCreate } = context.ports;
  const server = await untilStatus(context, id, "running");
  const started = clock.now();
  const setLabels: FirstContact["setLabels"] = async (changes) => {
    const { labels } = await client.get(servers, id, signal);
    const merged = Object.entries({ ...labels, ...changes }).filter(([, value]) => value !== undefined);
    await client.update(servers, id, { labels: Object.fromEntries(merged) }, signal);
  };
  const onWait = (waitingFor: string): void =>
    report({ kind: "waiting", step: context.step, for: waitingFor, elapsed: clock.now() - started });
  await afterCreate({ server, setLabels, signal, onWait });
  await setLabels({ [readyLabel]: "yes" });
}
