import { z } from "zod";
import { until } from "../../control-plane/processes.ts";
import type { Kubectl } from "./kubectl.ts";

const terminated = z.object({ exitCode: z.number(), reason: z.string() });
const containerStatus = z.object({
  restartCount: z.number(),
  ready: z.boolean(),
  state: z.object({ waiting: z.object({ reason: z.string() }).optional(), terminated: terminated.optional() }),
  lastState: z.object({ terminated: terminated.optional() }),
});
const condition = z.object({ type: z.string(), reason: z.string().optional(), message: z.string().optional() });
const podSchema = z.object({
  metadata: z.object({ name: z.string(), uid: z.string() }),
  status: z.object({
    phase: z.string(),
    containerStatuses: z.array(containerStatus).optional(),
    conditions: z.array(condition).optional(),
  }),
});

export type Pod = z.infer<typeof podSchema>;
export type ContainerStatus = z.infer<typeof containerStatus>;

export async function podsOf(kubectl: Kubectl, namespace: string, selector: string): Promise<Pod[]> {
  const list = z.object({ items: z.array(podSchema) });
  return (await kubectl.read(list, "get", "pods", "--namespace", namespace, "--selector", selector)).items;
}

/** The first container of the selected pods once one of them is as wanted. */
export async function containerThat(
  kubectl: Kubectl,
  { namespace, selector, what }: { namespace: string; selector: string; what: string },
  isSo: (status: ContainerStatus) => boolean,
): Promise<ContainerStatus> {
  let found: ContainerStatus | undefined;
  const look = async (): Promise<boolean> => {
    const pods = await podsOf(kubectl, namespace, selector);
    found = pods.flatMap(({ status }) => status.containerStatuses ?? []).find(isSo);
    return found !== undefined;
  };
  await until(what, look, { within: 120_000 });
  if (found === undefined) throw new Error(`no ${what}`);
  return found;
}
