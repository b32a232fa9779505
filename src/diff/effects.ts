import type { Effect, FieldChange } from "../model/change.ts";
import type { JsonObject, Resource, ResourceId } from "../model/resource.ts";
import { isObject } from "./equal.ts";

/** Kinds whose controller replaces the pods when the template changes. */
const workloads = new Set(["apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "argoproj.io/Rollout"]);

/** What a change of these fields, and of what they refer to, does to the pods. */
export function changeEffects(
  head: Resource,
  fields: readonly FieldChange[],
  followed: { inTemplate: ResourceId[]; elsewhere: ResourceId[] },
): Effect[] {
  const workload = workloads.has(groupKind(head.id));
  const ownTemplate = fields.some(({ path }) => /^spec\.template(?:$|[.[])/.test(path));
  const because = followed.inTemplate;
  if (workload && (ownTemplate || because.length > 0)) {
    const reason = because.length === 0 || ownTemplate ? "" : `: ${names(because)} changed`;
    const effect = { kind: "rollout", message: `${rolloutVerb(head.manifest)}${reason}` } as const;
    return [because.length === 0 ? effect : { ...effect, because }];
  }
  const targets = [...because, ...followed.elsewhere];
  if (targets.length === 0) return [];
  return [{ kind: "follows", message: `follows ${names(targets)}`, because: targets }];
}

/** What is lost for good when Argo CD prunes the resource. */
export function removalEffects(resource: Resource): Effect[] {
  if (isKept(resource.manifest)) return [];
  const lost = lostWith(resource);
  return lost === undefined ? [] : [{ kind: "deletes-data", message: `deletes ${lost} when pruned` }];
}

function lostWith({ id, manifest }: Resource): string | undefined {
  const kind = groupKind(id);
  if (kind === "/PersistentVolumeClaim") return "its volume's data";
  if (kind === "/Namespace") return "everything in the namespace";
  if (kind !== "apiextensions.k8s.io/CustomResourceDefinition") return undefined;
  const names = isObject(manifest.spec) && isObject(manifest.spec.names) ? manifest.spec.names : {};
  return `every ${typeof names.kind === "string" ? names.kind : "resource of its kind"} in the cluster`;
}

function isKept(manifest: JsonObject): boolean {
  const metadata = isObject(manifest.metadata) ? manifest.metadata : {};
  const annotations = isObject(metadata.annotations) ? metadata.annotations : {};
  const options = annotations["argocd.argoproj.io/sync-options"];
  const kept = typeof options === "string" && options.split(",").some((option) => option.trim() === "Prune=false");
  return kept || annotations["helm.sh/resource-policy"] === "keep";
}

function rolloutVerb(manifest: JsonObject): string {
  const spec = isObject(manifest.spec) ? manifest.spec : {};
  const strategy = [spec.strategy, spec.updateStrategy].find(isObject);
  if (strategy?.type === "Recreate") return "stops all its pods, then starts new ones";
  if (strategy?.type === "OnDelete") return "replaces a pod only once it is deleted";
  return "restarts its pods";
}

function names(ids: readonly ResourceId[]): string {
  return ids.map((id) => `${id.kind} ${id.name}`).join(", ");
}

function groupKind(id: ResourceId): string {
  return `${id.apiVersion.includes("/") ? id.apiVersion.slice(0, id.apiVersion.indexOf("/")) : ""}/${id.kind}`;
}
