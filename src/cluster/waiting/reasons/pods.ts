import { z } from "zod";
import type { JsonObject } from "../../../model/resource.ts";
import { stringAt } from "../../../gitops/json.ts";
import { conditionOf } from "../../install/ready.ts";
import { type World, warningsAbout } from "../world.ts";
import { type ContainerStatus, containerStatus } from "./container-status.ts";
import { crashOf, type PodNews } from "./crashes.ts";
import type { Reason } from "./reason.ts";

const podSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().default(""),
    deletionTimestamp: z.string().optional(),
  }),
  spec: z.looseObject({
    containers: z.array(z.looseObject({ name: z.string(), image: z.string().default("") })).default([]),
  }),
  status: z
    .looseObject({
      phase: z.string().default(""),
      message: z.string().optional(),
      reason: z.string().optional(),
      containerStatuses: z.array(containerStatus).default([]),
      initContainerStatuses: z.array(containerStatus).default([]),
    })
    .prefault({}),
});
type Pod = z.infer<typeof podSchema>;

const image = new Set([
  "ImagePullBackOff",
  "ErrImagePull",
  "InvalidImageName",
  "ErrImageNeverPull",
  "RegistryUnavailable",
]);
const configuration = new Set(["CreateContainerConfigError", "CreateContainerError", "RunContainerError"]);

/** What keeps one pod from being ready; empty for a pod that is, or that is on its way. */
export function podReasons(object: JsonObject, world: World): Reason[] {
  const parsed = podSchema.safeParse(object);
  if (!parsed.success || parsed.data.metadata.deletionTimestamp !== undefined) return [];
  const pod = parsed.data;
  const resource = `Pod ${pod.metadata.namespace}/${pod.metadata.name}`;
  const scheduled = conditionOf(object, "PodScheduled");
  if (pod.status.phase === "Pending" && scheduled?.["status"] === "False") {
    return [unscheduled(resource, String(scheduled["message"] ?? scheduled["reason"] ?? ""))];
  }
  const containers = [...pod.status.initContainerStatuses, ...pod.status.containerStatuses];
  const warnings = warningsAbout(world, "Pod", pod.metadata.namespace, pod.metadata.name);
  const unreadySince = stringAt(conditionOf(object, "Ready"), "lastTransitionTime");
  const found = containers.flatMap((container) =>
    containerReasons(container, pod, resource, { warnings, unreadySince }),
  );
  if (found.length > 0) return found;
  if (pod.status.phase === "Failed") return [{ ...failed(pod, resource), ...logOf(pod, pod.spec.containers[0]?.name) }];
  return probeReasons(pod, resource, warnings);
}

function unscheduled(resource: string, message: string): Reason {
  const cause = /PersistentVolumeClaim/i.test(message) ? "volume" : "scheduling";
  return { cause, resource, message: `cannot be scheduled: ${message}`, hope: "little" };
}

function containerReasons(
  container: ContainerStatus,
  pod: Pod,
  resource: string,
  { warnings, unreadySince }: PodNews,
): Reason[] {
  const { waiting } = container.state;
  const said = waiting?.message === undefined || waiting.message === "" ? "" : `: ${waiting.message}`;
  if (waiting !== undefined && image.has(waiting.reason)) {
    const wanted = pod.spec.containers.find(({ name }) => name === container.name)?.image ?? container.image;
    return [{ cause: "image", resource, message: `${waiting.reason}: ${wanted}${said}`, hope: "little" }];
  }
  if (waiting !== undefined && configuration.has(waiting.reason)) {
    return [
      { cause: "configuration", resource, message: `${waiting.reason} in ${container.name}${said}`, hope: "little" },
    ];
  }
  const crash = crashOf(container, { warnings, unreadySince });
  return crash === undefined ? [] : [{ ...crash, resource, hope: "little", ...logOf(pod, container.name) }];
}

function failed({ status }: Pod, resource: string): Reason {
  const ended = status.containerStatuses.find(({ state: { terminated } }) => (terminated?.exitCode ?? 0) !== 0);
  const code = ended?.state.terminated?.exitCode;
  const why =
    status.message ?? status.reason ?? (code === undefined ? "" : `${ended?.name} ended with exit code ${code}`);
  return { cause: "crash", resource, message: `failed${why === "" ? "" : `: ${why}`}`, hope: "little" };
}

function probeReasons(pod: Pod, resource: string, warnings: readonly JsonObject[]): Reason[] {
  if (pod.status.phase !== "Running" || pod.status.containerStatuses.every(({ ready }) => ready)) return [];
  const probe = warnings.findLast(({ reason }) => reason === "Unhealthy");
  if (probe === undefined) return [];
  const unready = pod.status.containerStatuses.find(({ ready }) => !ready);
  return [{ cause: "probe", resource, message: String(probe["message"]), hope: "good", ...logOf(pod, unready?.name) }];
}

const logOf = ({ metadata }: Pod, container: string | undefined): Pick<Reason, "log"> =>
  container === undefined ? {} : { log: `${metadata.namespace}/${metadata.name}/${container}` };
