import { objectAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import { quantityOf } from "../../model/quantity.ts";
import type { JsonObject } from "../../model/resource.ts";
import { floorsOf } from "../policy/drains.ts";
import { itemsOf } from "../wiring/fields.ts";
import { type Placed, podSetsOf } from "../wiring/pods.ts";
import { countOf, limitRanges } from "./load.ts";
import { type Amount, podRequests, times } from "./requests.ts";

/** What a ResourceQuota counts, by the names it has for it, of resources of one namespace, with as many pods as there are at rest. */
export function usedBy(placed: readonly Placed[]): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  const add = (name: string, count: number): void => void used.set(name, (used.get(name) ?? 0) + count);
  const resources = placed.map(({ resource }) => resource);
  const floors = floorsOf(resources);
  const defaults = limitRanges(resources);
  for (const one of placed) {
    const { id, manifest } = one.resource;
    const spec = objectAt(manifest, "spec");
    add(`count/${plural(id.kind)}${suffix(groupOf(id.apiVersion))}`, 1);
    if (id.apiVersion === "v1" && counted.has(id.kind)) add(plural(id.kind), 1);
    if (id.apiVersion === "v1" && id.kind === "Service") addService(spec, add);
    if (id.apiVersion === "v1" && id.kind === "PersistentVolumeClaim") addStorage(spec, 1, add);
    const [pods] = podSetsOf(one);
    // Jobs come and go: that they wait for each other is what a quota is for.
    if (pods?.spec === undefined || id.kind === "Job" || id.kind === "CronJob") continue;
    const count = countOf(one.resource, floors);
    add("pods", count);
    addAmounts("requests.", times(podRequests(pods.spec, defaults.get(id.namespace ?? "")), count), add);
    addAmounts("limits.", times(podLimits(pods.spec), count), add);
    for (const { value } of itemsOf(spec, "volumeClaimTemplates", "")) {
      add("persistentvolumeclaims", count);
      addStorage(objectAt(value, "spec"), count, add);
    }
  }
  for (const unit of ["cpu", "memory"]) used.set(unit, used.get(`requests.${unit}`) ?? 0);
  return used;
}

/** https://kubernetes.io/docs/concepts/policy/resource-quotas/#object-count-quota */
const counted = new Set([
  "ConfigMap",
  "PersistentVolumeClaim",
  "ReplicationController",
  "ResourceQuota",
  "Secret",
  "Service",
]);

type Add = (name: string, count: number) => void;

const suffix = (group: string): string => (group === "" ? "" : `.${group}`);

function plural(kind: string): string {
  const name = kind.toLowerCase();
  if (/(?:s|x|ch)$/.test(name)) return `${name}es`;
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function addService(spec: JsonObject | undefined, add: Add): void {
  const type = spec?.["type"];
  if (type === "LoadBalancer") add("services.loadbalancers", 1);
  const ports = itemsOf(spec, "ports", "").length;
  const hasNodePorts =
    type === "NodePort" || (type === "LoadBalancer" && spec?.["allocateLoadBalancerNodePorts"] !== false);
  if (hasNodePorts) add("services.nodeports", ports);
}

function addStorage(spec: JsonObject | undefined, count: number, add: Add): void {
  const storage = objectAt(spec, "resources", "requests")?.["storage"];
  add("requests.storage", (storage === undefined ? 0 : (quantityOf(storage) ?? 0)) * count);
}

function addAmounts(prefix: string, { cpu, memory }: Amount, add: Add): void {
  add(`${prefix}cpu`, cpu);
  add(`${prefix}memory`, memory);
}

/** Limits add up as requests do. */
function podLimits(spec: JsonObject): Amount {
  const limited = (key: string): JsonObject[] =>
    itemsOf(spec, key, "").map(({ value }) => ({
      ...value,
      resources: { requests: objectAt(value, "resources", "limits") ?? {} },
    }));
  const whole = objectAt(spec, "resources", "limits");
  return podRequests({
    containers: limited("containers"),
    initContainers: limited("initContainers"),
    ...(whole && { resources: { requests: whole } }),
  });
}
