import type { JsonObject, Resource } from "../model/resource.ts";
import { waveOf } from "./application.ts";
import { phasesOf, type SyncPhase, syncPhases } from "./hooks.ts";
import { stringAt } from "./json.ts";
import type { ApplicationSpec } from "./schema.ts";
import { groupOf } from "./scope.ts";

/** One step of a sync. A resource that is a hook of two phases has two. */
export interface SyncTask {
  phase: SyncPhase;
  wave: number;
  resource: Resource;
  /** Made by `CreateNamespace=true`: no manifest declares it, and Argo CD does not track it. */
  synthesized?: true;
}

/** gitops-engine's order of kinds within a wave; kinds it does not list come last. */
const kindOrder = [
  "Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget ServiceAccount Secret SecretList",
  "ConfigMap StorageClass PersistentVolume PersistentVolumeClaim CustomResourceDefinition ClusterRole ClusterRoleList",
  "ClusterRoleBinding ClusterRoleBindingList Role RoleList RoleBinding RoleBindingList Service DaemonSet Pod",
  "ReplicationController ReplicaSet Deployment HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService",
].flatMap((line) => line.split(" "));

const rank = new Map(kindOrder.map((kind, index) => [kind, index - kindOrder.length]));

/** All steps of a sync of an Application: phase, wave, kind, name; then dependencies move ahead. */
export function syncPlan(spec: ApplicationSpec, resources: readonly Resource[]): SyncTask[] {
  const tasks = resources.flatMap((resource) =>
    phasesOf(resource.manifest).map((phase): SyncTask => ({ phase, wave: waveOf(resource.manifest), resource })),
  );
  const namespace = createdNamespace(spec, resources);
  if (namespace !== undefined) tasks.push({ phase: "PreSync", wave: 0, resource: namespace, synthesized: true });
  tasks.sort(compareTasks);
  moveAhead(tasks, namespaceName, (manifest) => stringAt(manifest, "metadata", "namespace") ?? "");
  moveAhead(tasks, definedKind, ({ apiVersion, kind }) => `${groupOf(String(apiVersion))}/${String(kind)}`);
  return tasks;
}

function compareTasks(a: SyncTask, b: SyncTask): number {
  return (
    syncPhases.indexOf(a.phase) - syncPhases.indexOf(b.phase) ||
    a.wave - b.wave ||
    (rank.get(a.resource.id.kind) ?? 0) - (rank.get(b.resource.id.kind) ?? 0) ||
    (a.resource.id.name < b.resource.id.name ? -1 : a.resource.id.name > b.resource.id.name ? 1 : 0)
  );
}

/** Puts what others need before the first of them, and into its phase and wave. */
function moveAhead(
  tasks: SyncTask[],
  provides: (manifest: JsonObject) => string | undefined,
  needs: (manifest: JsonObject) => string,
): void {
  const firstNeed = new Map<string, number>();
  for (let at = 0; at < tasks.length; at += 1) {
    const task = tasks[at];
    if (task === undefined) break;
    const provided = provides(task.resource.manifest);
    if (provided === undefined) {
      const need = needs(task.resource.manifest);
      if (need !== "" && !firstNeed.has(need)) firstNeed.set(need, at);
      continue;
    }
    const index = firstNeed.get(provided);
    const first = index === undefined ? undefined : tasks[index];
    if (index === undefined || first === undefined) continue;
    tasks.splice(at, 1);
    tasks.splice(index, 0, { ...task, phase: first.phase, wave: first.wave });
    for (const [need, position] of firstNeed) if (position >= index) firstNeed.set(need, position + 1);
  }
}

function namespaceName(manifest: JsonObject): string | undefined {
  return manifest["kind"] === "Namespace" && manifest["apiVersion"] === "v1"
    ? stringAt(manifest, "metadata", "name")
    : undefined;
}

function definedKind(manifest: JsonObject): string | undefined {
  if (manifest["kind"] !== "CustomResourceDefinition") return undefined;
  const group = stringAt(manifest, "spec", "group");
  const kind = stringAt(manifest, "spec", "names", "kind");
  return group === undefined || kind === undefined ? undefined : `${group}/${kind}`;
}

/** The Namespace that `CreateNamespace=true` makes unless a manifest declares it. */
export function createdNamespace(spec: ApplicationSpec, resources: readonly Resource[]): Resource | undefined {
  const name = spec.destination.namespace;
  const wanted = spec.syncPolicy?.syncOptions?.includes("CreateNamespace=true") === true;
  if (!wanted || !name || resources.some(({ manifest }) => namespaceName(manifest) === name)) return undefined;
  const managed = spec.syncPolicy?.managedNamespaceMetadata;
  const metadata: JsonObject = { name };
  if (managed !== undefined) {
    metadata["labels"] = { ...managed.labels };
    metadata["annotations"] = { ...managed.annotations, "argocd.argoproj.io/sync-options": "ServerSideApply=true" };
  }
  return {
    id: { apiVersion: "v1", kind: "Namespace", name },
    manifest: { apiVersion: "v1", kind: "Namespace", metadata },
    origin: [],
  };
}
