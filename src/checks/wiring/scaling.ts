import { closest } from "../../model/closest.ts";
import { objectAt, stringAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { JsonObject } from "../../model/resource.ts";
import { groupKind } from "./cluster.ts";
import { isName, itemsOf } from "./fields.ts";
import { type Placed, podSetsOf, runningContainers } from "./pods.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

/** Autoscalers whose target is not there, or whose target's containers do not say what they request. */
export const checkScaling: WiringCheck = (view) => [
  ...view.cluster.ofKind("autoscaling/HorizontalPodAutoscaler").flatMap((by) => judge(view, by, "v1")),
  ...view.cluster.ofKind("keda.sh/ScaledObject").flatMap((by) => judge(view, by, "apps/v1")),
];

function judge(view: View, by: Placed, defaultVersion: string): Draft[] {
  const { id, manifest } = by.resource;
  const reference = objectAt(manifest, "spec", "scaleTargetRef");
  const name = stringAt(reference, "name");
  const namespace = id.namespace ?? "";
  const kind = stringAt(reference, "kind") ?? "Deployment";
  const apiVersion = stringAt(reference, "apiVersion") || defaultVersion;
  if (!isName(name)) return [];
  const target = view.cluster.find(groupKind({ apiVersion, kind }), namespace, name);
  if (target !== undefined) return requests(view, by, target);
  const isKnown = view.exists(groupKind({ apiVersion, kind }), namespace, name, by);
  if (isKnown || view.mayHide(namespace) || view.operators.mayBring(namespace, name)) return [];
  return [missing(view, by, { apiVersion, kind, namespace, name })];
}

function missing(
  view: View,
  by: Placed,
  { apiVersion, kind, namespace, name }: { apiVersion: string; kind: string; namespace: string; name: string },
): Draft {
  const workloads = view.cluster.pods.in(namespace).map(({ resource }) => resource.id);
  const other = workloads.find((one) => one.kind === kind && one.name === name);
  const near = closest(
    name,
    workloads.filter((one) => one.kind === kind).map((one) => one.name),
  );
  const hint =
    other !== undefined
      ? `There is one with apiVersion ${other.apiVersion}; the reference says ${apiVersion}`
      : near === undefined
        ? "Mend scaleTargetRef, or add what it names"
        : `Perhaps ${kind} ${near} is meant`;
  const message = `${nameOf(by)}: ${kind} ${name} of ${groupOf(apiVersion) || "v1"}, which it scales, is not in this environment`;
  return { rule: "wiring/autoscaler-target", message, hint, by, path: "spec.scaleTargetRef.name" };
}

interface Metric {
  resource: string;
  /** Where it measures a single container. */
  container?: string;
  path: string;
}

/** Use is measured against what is requested: without a request there is no utilization. */
function requests(view: View, by: Placed, target: Placed): Draft[] {
  const [pods] = podSetsOf(target);
  if (pods?.spec === undefined) return [];
  const defaults = limitRangeDefaults(view, pods.namespace);
  return metricsOf(by.resource.manifest).flatMap(({ resource, container, path }): Draft[] => {
    if (defaults.has(resource)) return [];
    const lacking = runningContainers(pods)
      .filter(({ value }) => container === undefined || value["name"] === container)
      .filter(({ value }) => !asks(value, resource) && !asks(pods.spec ?? {}, resource))
      .map(({ value }) => stringAt(value, "name") ?? "");
    if (lacking.length === 0) return [];
    const message = `${nameOf(by)} scales by the ${resource} its pods use of what they request, but container ${lacking.join(", ")} of ${nameOf(target)} requests none`;
    const hint = `Give every container resources.requests.${resource}, or measure by an AverageValue`;
    return [{ rule: "wiring/autoscaler-target", message, hint, by, path }];
  });
}

/** A limit counts as the request where there is none. */
const asks = (of: JsonObject, resource: string): boolean =>
  ["requests", "limits"].some((field) => objectAt(of, "resources", field)?.[resource] !== undefined);

function limitRangeDefaults(view: View, namespace: string): Set<string> {
  const ranges = view.cluster
    .ofKind("LimitRange")
    .filter(({ resource }) => (resource.id.namespace ?? "") === namespace);
  return new Set(
    ranges.flatMap(({ resource }) =>
      itemsOf(objectAt(resource.manifest, "spec"), "limits", "")
        .filter(({ value }) => value["type"] === "Container")
        .flatMap(({ value }) =>
          ["defaultRequest", "default"].flatMap((key) => Object.keys(objectAt(value, key) ?? {})),
        ),
    ),
  );
}

function metricsOf(manifest: JsonObject): Metric[] {
  const spec = objectAt(manifest, "spec");
  const old = spec?.["targetCPUUtilizationPercentage"];
  const first = typeof old === "number" ? [{ resource: "cpu", path: "spec.targetCPUUtilizationPercentage" }] : [];
  const metrics = itemsOf(spec, "metrics", "spec").flatMap(({ value, path }): Metric[] => {
    const field = value["type"] === "Resource" ? "resource" : "containerResource";
    const metric = objectAt(value, field);
    const resource = stringAt(metric, "name");
    const container = stringAt(metric, "container");
    const utilization =
      stringAt(metric, "target", "type") === "Utilization" || metric?.["targetAverageUtilization"] !== undefined;
    if (resource === undefined || !utilization) return [];
    return [
      {
        resource,
        path: `${path}.${field}`,
        ...(field === "containerResource" && container !== undefined && { container }),
      },
    ];
  });
  const triggers = itemsOf(spec, "triggers", "spec").flatMap(({ value, path }): Metric[] => {
    const resource = stringAt(value, "type") ?? "";
    const by = stringAt(value, "metricType") ?? stringAt(value, "metadata", "type");
    return (resource === "cpu" || resource === "memory") && by === "Utilization" ? [{ resource, path }] : [];
  });
  return [...first, ...metrics, ...triggers];
}
