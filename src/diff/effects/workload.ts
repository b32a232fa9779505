import type { JsonObject, ResourceId } from "../../model/resource.ts";
import { numberAt, objectAt, objectsAt, textAt, valueAt } from "./json.ts";
import { autoscalerOf, groupKindOf, type Surroundings } from "./surroundings.ts";

/** Where kinds that run pods keep the pod template. */
const templates: Readonly<Record<string, readonly string[]>> = {
  "apps/Deployment": ["spec", "template"],
  "apps/StatefulSet": ["spec", "template"],
  "apps/DaemonSet": ["spec", "template"],
  "apps/ReplicaSet": ["spec", "template"],
  "argoproj.io/Rollout": ["spec", "template"],
  "batch/Job": ["spec", "template"],
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "/Pod": [],
};

/** The path of the pod template in a manifest of this kind; undefined where it runs no pods. */
export function templatePath(id: ResourceId): readonly string[] | undefined {
  const kind = groupKindOf(id);
  return Object.hasOwn(templates, kind) ? templates[kind] : undefined;
}

export function podTemplate(id: ResourceId, manifest: JsonObject): JsonObject {
  return objectAt(manifest, ...(templatePath(id) ?? ["none"]));
}

/** How many pods the controller keeps; an autoscaler beside it keeps at least its minimum. */
export function replicasOf(id: ResourceId, manifest: JsonObject, beside: Surroundings): number {
  const declared = numberAt(manifest, "spec", "replicas");
  const autoscaler = autoscalerOf(id, beside);
  if (autoscaler === undefined || declared === 0) return declared ?? 1;
  return Math.max(numberAt(autoscaler, "spec", "minReplicas") ?? 1, declared ?? 1);
}

/** A claim whose volume not every pod of a workload can use at once. */
export interface ExclusiveVolume {
  claim: string;
  access: "one pod" | "one node";
}

/** The strictest claim that the template mounts, as far as the claims are declared beside it. */
export function exclusiveVolume(
  { namespace }: ResourceId,
  template: JsonObject,
  beside: Surroundings,
): ExclusiveVolume | undefined {
  const claims = objectsAt(template, "spec", "volumes").flatMap((volume): ExclusiveVolume[] => {
    const claim = textAt(volume, "persistentVolumeClaim", "claimName");
    const modes = valueAt(
      beside.find("/PersistentVolumeClaim", namespace, claim ?? "")?.manifest,
      "spec",
      "accessModes",
    );
    if (claim === undefined || !Array.isArray(modes)) return [];
    if (modes.includes("ReadWriteMany") || modes.includes("ReadOnlyMany")) return [];
    if (modes.includes("ReadWriteOncePod")) return [{ claim, access: "one pod" }];
    return modes.includes("ReadWriteOnce") ? [{ claim, access: "one node" }] : [];
  });
  return claims.find(({ access }) => access === "one pod") ?? claims[0];
}

/** `maxUnavailable` and `maxSurge` as pods: a percentage is of the replicas, rounded as the controller does. */
export function share(value: unknown, replicas: number, fallback: number | string, rounding: "up" | "down"): number {
  const given = value ?? fallback;
  if (typeof given === "number") return given;
  const percent = /^(\d{1,3})%$/.exec(typeof given === "string" ? given : "")?.[1];
  if (percent === undefined) return 0;
  const exact = (Number(percent) * replicas) / 100;
  return rounding === "up" ? Math.ceil(exact) : Math.floor(exact);
}
