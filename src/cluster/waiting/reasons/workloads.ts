import { isObject, objectAt, stringAt } from "../../../gitops/json.ts";
import type { JsonObject } from "../../../model/resource.ts";
import { describeRef, refOf } from "../../api/objects.ts";
import { conditionOf } from "../../install/ready.ts";
import { warningsAbout, type World } from "../world.ts";
import type { Reason } from "./reason.ts";

/** What a workload's own controller says is wrong with it, its pods apart. */
export function workloadReasons(object: JsonObject, world: World): Reason[] {
  const ref = refOf(object);
  const resource = describeRef(ref);
  const refusedPods = conditionOf(object, "ReplicaFailure");
  if (refusedPods?.["status"] === "True") {
    return [{ cause: "refused", resource, message: `gets no pods: ${String(refusedPods["message"])}`, hope: "little" }];
  }
  const failedJob = conditionOf(object, "Failed");
  if (ref.kind === "Job" && failedJob?.["status"] === "True") {
    const message = `failed: ${String(failedJob["message"] ?? failedJob["reason"])}`;
    // A hook's Job is made anew when Argo CD tries the sync again.
    return [{ cause: "degraded", resource, message, hope: "little" }];
  }
  const progressing = conditionOf(object, "Progressing");
  if (progressing?.["status"] === "False") {
    return [{ cause: "degraded", resource, message: String(progressing["message"]), hope: "little" }];
  }
  const creation = warningsAbout(world, ref.kind, ref.namespace ?? "", ref.name).findLast(
    ({ reason }) => reason === "FailedCreate",
  );
  return creation !== undefined && isShort(object)
    ? [{ cause: "refused", resource, message: `gets no pods: ${String(creation["message"])}`, hope: "little" }]
    : [];
}

/** Fewer pods than asked for. */
function isShort(object: JsonObject): boolean {
  const { replicas } = objectAt(object, "spec") ?? {};
  const ready = objectAt(object, "status")?.["readyReplicas"];
  return (typeof ready === "number" ? ready : 0) < (typeof replicas === "number" ? replicas : 1);
}

/** A Service of type LoadBalancer or an Ingress that nobody has given an address. */
export function addressReasons(object: JsonObject): Reason[] {
  const { kind } = object;
  if (kind === "Service" && stringAt(object, "spec", "type") !== "LoadBalancer") return [];
  const addresses = objectAt(object, "status", "loadBalancer")?.["ingress"];
  if (Array.isArray(addresses) && addresses.some(isObject)) return [];
  const who = kind === "Service" ? "load balancer" : "ingress controller";
  const message = `has no address: no ${who} has taken it up`;
  return [{ cause: "address", resource: describeRef(refOf(object)), message, hope: "good" }];
}
