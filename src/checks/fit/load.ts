import { objectAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { Resource } from "../../model/resource.ts";
import type { DeployedApplication } from "../platform.ts";
import { floorsOf } from "../policy/drains.ts";
import { itemsOf } from "../wiring/fields.ts";
import { podSetsOf } from "../wiring/pods.ts";
import { type Amount, amountIn, type Defaults, most, none, plus, podRequests, requestsOf, times } from "./requests.ts";

/** What one workload asks of the node. */
export interface Load {
  name: string;
  amount: Amount;
}

/**
 * What Applications ask of a single node, the largest first: as many pods as there are at rest, a DaemonSet's once. Of what runs
 * now and then, Jobs and CronJobs, the largest counts: they rarely meet.
 */
export function loadsOf(applications: readonly DeployedApplication[]): Load[] {
  const resources = applications.flatMap((application) => application.resources);
  const floors = floorsOf(resources);
  const defaults = limitRanges(resources);
  const lasting: Load[] = [];
  let passing: Load | undefined;
  for (const application of applications) {
    for (const resource of application.resources) {
      const { id } = resource;
      const name = [id.namespace, id.name].filter((part) => part !== undefined && part !== "").join("/");
      const amount = amountOf(resource, application, floors, defaults.get(id.namespace ?? "") ?? {});
      if (amount.cpu === 0 && amount.memory === 0) continue;
      if (id.kind !== "Job" && id.kind !== "CronJob") lasting.push({ name, amount });
      else
        passing =
          passing === undefined
            ? { name, amount }
            : { name: heavier(passing, { name, amount }), amount: most(passing.amount, amount) };
    }
  }
  const all = passing === undefined ? lasting : [...lasting, passing];
  return all.toSorted((a, b) => b.amount.memory - a.amount.memory || b.amount.cpu - a.amount.cpu);
}

const heavier = (a: Load, b: Load): string => (b.amount.memory > a.amount.memory ? b.name : a.name);

function amountOf(
  resource: Resource,
  application: DeployedApplication,
  floors: ReadonlyMap<string, number>,
  defaults: Defaults,
): Amount {
  const made = ofOperator(resource);
  if (made !== undefined) return made;
  const [pods] = podSetsOf({ resource, application });
  if (pods?.spec === undefined) return none;
  return times(podRequests(pods.spec, defaults), countOf(resource, floors));
}

/** How many pods run at rest; of a CronJob one run's. */
export function countOf({ id, manifest }: Resource, floors: ReadonlyMap<string, number>): number {
  const spec = objectAt(manifest, "spec");
  const given = (value: unknown): number => (typeof value === "number" ? value : 1);
  switch (id.kind) {
    case "Pod":
    case "DaemonSet":
      return 1;
    case "Job":
      return spec?.["suspend"] === true ? 0 : given(spec?.["parallelism"]);
    case "CronJob":
      return spec?.["suspend"] === true ? 0 : given(objectAt(spec, "jobTemplate", "spec")?.["parallelism"]);
    default:
      return floors.get(`${id.kind} ${id.namespace ?? ""}/${id.name}`) ?? given(spec?.["replicas"]);
  }
}

/** Pods that operators make of what is asked for in `spec.resources`: databases, Prometheus and its kin. */
function ofOperator({ id, manifest }: Resource): Amount | undefined {
  const spec = objectAt(manifest, "spec");
  const group = groupOf(id.apiVersion);
  const count = (value: unknown): number => (typeof value === "number" ? value : 1);
  if (group === "postgresql.cnpg.io" && id.kind === "Cluster") {
    return times(requestsOf(objectAt(spec, "resources")), count(spec?.["instances"]));
  }
  if (
    group === "monitoring.coreos.com" &&
    ["Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler"].includes(id.kind)
  ) {
    return times(requestsOf(objectAt(spec, "resources")), count(spec?.["replicas"]));
  }
  return undefined;
}

/** What containers that say nothing request, by namespace. */
function limitRanges(resources: readonly Resource[]): ReadonlyMap<string, Defaults> {
  const found = new Map<string, Defaults>();
  for (const { id, manifest } of resources) {
    if (id.kind !== "LimitRange" || id.apiVersion !== "v1") continue;
    for (const { value } of itemsOf(objectAt(manifest, "spec"), "limits", "")) {
      if (value["type"] !== "Container") continue;
      const given = objectAt(value, "defaultRequest") ?? objectAt(value, "default");
      found.set(id.namespace ?? "", amountIn(given));
    }
  }
  return found;
}

export const total = (loads: readonly Load[]): Amount => loads.map(({ amount }) => amount).reduce(plus, none);
