import { objectAt, stringAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { Finding } from "../../model/finding.ts";
import type { Json, Resource } from "../../model/resource.ts";
import type { Platform } from "../platform.ts";
import { environmentsOf } from "../wiring/environments.ts";
import { podSetsOf } from "../wiring/pods.ts";
import { labelSelector, selects } from "../wiring/selector.ts";
import { about, isOwn, judgedApplications } from "./workloads.ts";

const scaled: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "ReplicaSet",
  "ReplicationController",
  "Rollout",
]);

/** Budgets that allow no eviction even while all pods are healthy: a node with one of them on it cannot be drained. */
export function checkDrains(platform: Platform): Finding[] {
  const judged = new Set(judgedApplications(platform));
  return environmentsOf(platform.applications).flatMap(({ applications }) => {
    const placed = applications.flatMap((application) =>
      application.resources.map((resource) => ({ resource, application })),
    );
    const floors = floorsOf(placed.map(({ resource }) => resource));
    const pods = Map.groupBy(placed.flatMap(podSetsOf), ({ namespace }) => namespace);
    return placed.flatMap(({ resource, application }) => {
      const { id, manifest } = resource;
      if (id.kind !== "PodDisruptionBudget" || groupOf(id.apiVersion) !== "policy") return [];
      if (!judged.has(application) || !isOwn(resource)) return [];
      const spec = objectAt(manifest, "spec");
      const selector = labelSelector(spec?.["selector"]);
      if (spec === undefined || selector === undefined) return [];
      const meant = (pods.get(id.namespace ?? "") ?? []).filter(({ labels }) => selects(selector, labels));
      const replicas = sum(meant.map(({ resource: workload }) => replicasOf(workload, floors)));
      if (replicas === undefined || replicas === 0) return [];
      const field = spec["maxUnavailable"] === undefined ? "minAvailable" : "maxUnavailable";
      if (spec[field] === undefined || evictable(spec[field], field, replicas) > 0) return [];
      const count = `${replicas} ${replicas === 1 ? "pod" : "pods"}`;
      return [
        about(
          "policy/drain",
          platform,
          { application, resource },
          {
            says: `with ${field} ${String(spec[field])} none of its ${count} may be evicted, so that a drain of the node never ends`,
            path: `spec.${field}`,
            hint: "Allow one to be away with maxUnavailable: 1, or run one more.",
          },
        ),
      ];
    });
  });
}

/** Percentages are rounded up, as the disruption controller does. */
function evictable(value: Json, field: "minAvailable" | "maxUnavailable", replicas: number): number {
  const text = String(value);
  const amount = text.endsWith("%") ? Math.ceil((Number(text.slice(0, -1)) * replicas) / 100) : Number(text);
  return field === "maxUnavailable" ? amount : replicas - amount;
}

function replicasOf({ id, manifest }: Resource, floors: ReadonlyMap<string, number>): number | undefined {
  if (!scaled.has(id.kind)) return undefined;
  const own: unknown = objectAt(manifest, "spec")?.["replicas"] ?? 1;
  return floors.get(`${id.kind} ${id.namespace ?? ""}/${id.name}`) ?? (typeof own === "number" ? own : undefined);
}

/** The number of replicas that an autoscaler goes down to, by what it scales. */
export function floorsOf(resources: readonly Resource[]): ReadonlyMap<string, number> {
  const floors = new Map<string, number>();
  for (const { id, manifest } of resources) {
    if (id.kind !== "HorizontalPodAutoscaler") continue;
    const spec = objectAt(manifest, "spec");
    const target = objectAt(spec, "scaleTargetRef");
    const floor = spec?.["minReplicas"] ?? 1;
    const key = `${stringAt(target, "kind")} ${id.namespace ?? ""}/${stringAt(target, "name")}`;
    if (typeof floor === "number") floors.set(key, floor);
  }
  return floors;
}

/** Undefined where one of them is not known. */
function sum(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((total, count) => (total === undefined || count === undefined ? undefined : total + count), 0);
}
