import { stringAt } from "../../../gitops/json.ts";
import type { JsonObject } from "../../../model/resource.ts";
import { warningsAbout, type World } from "../world.ts";
import type { Reason } from "./reason.ts";

/**
 * What keeps a PersistentVolumeClaim from being bound. One that waits for its first consumer says nothing wrong, so only a
 * claim about which there are warnings, or without a class, has a reason.
 */
export function claimReasons(claim: JsonObject, world: World): Reason[] {
  if (stringAt(claim, "status", "phase") === "Bound") return [];
  const [namespace, name] = [stringAt(claim, "metadata", "namespace") ?? "", stringAt(claim, "metadata", "name") ?? ""];
  const resource = `PersistentVolumeClaim ${namespace}/${name}`;
  const warning = warningsAbout(world, "PersistentVolumeClaim", namespace, name).at(-1);
  if (warning !== undefined) {
    return [{ cause: "volume", resource, message: `is not bound: ${String(warning["message"])}`, hope: "little" }];
  }
  if (stringAt(claim, "spec", "storageClassName") === undefined) {
    const message = "is not bound: it names no StorageClass, and the cluster has no default one";
    return [{ cause: "volume", resource, message, hope: "little" }];
  }
  return [];
}
