import { objectAt, stringAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { DeployedApplication } from "../platform.ts";
import type { JsonObject, Resource } from "../../model/resource.ts";
import { type Item, itemsOf, textPairs } from "./fields.ts";
import type { Labels } from "./selector.ts";

export interface Placed {
  resource: Resource;
  application: DeployedApplication;
}

/** The pods of one workload. */
export interface PodSet extends Placed {
  namespace: string;
  labels: Labels;
  /** The pod's spec; absent where an operator makes it. */
  spec?: JsonObject;
  /** Path of the spec in the resource: `spec.template.spec`. */
  path: string;
}

const templates: readonly (readonly string[])[] = [
  ["spec", "template"],
  ["spec", "jobTemplate", "spec", "template"],
  ["spec", "jobTargetRef", "template"],
];

/** Pods of anything that holds a pod template, built in or custom, of a bare Pod, and of a CloudNativePG Cluster. */
export function podSetsOf({ resource, application }: Placed): PodSet[] {
  const { id, manifest } = resource;
  const common = { resource, application, namespace: id.namespace ?? "" };
  if (id.kind === "Pod" && groupOf(id.apiVersion) === "") {
    const spec = objectAt(manifest, "spec") ?? {};
    return [{ ...common, labels: new Map(textPairs(objectAt(manifest, "metadata", "labels"))), spec, path: "spec" }];
  }
  const database = databaseLabels(resource);
  if (database !== undefined) return [{ ...common, labels: database, path: "spec" }];
  for (const path of templates) {
    const template = objectAt(manifest, ...path);
    const spec = objectAt(template, "spec");
    if (!Array.isArray(spec?.["containers"])) continue;
    const labels = new Map(textPairs(objectAt(template, "metadata", "labels")));
    return [{ ...common, labels, spec, path: [...path, "spec"].join(".") }];
  }
  return [];
}

/** CloudNativePG labels its pods itself: https://cloudnative-pg.io/documentation/current/labels_annotations/ */
function databaseLabels({ id, manifest }: Resource): Labels | undefined {
  if (groupOf(id.apiVersion) !== "postgresql.cnpg.io") return undefined;
  const inherited = textPairs(objectAt(manifest, "spec", "inheritedMetadata", "labels"));
  if (id.kind === "Cluster")
    return new Map([...inherited, ["cnpg.io/cluster", id.name], ["cnpg.io/podRole", "instance"]]);
  const template = textPairs(objectAt(manifest, "spec", "template", "metadata", "labels"));
  return id.kind === "Pooler" ? new Map([...template, ["cnpg.io/poolerName", id.name]]) : undefined;
}

/** Containers that run as long as the pod does: sidecars are init containers that restart. */
export function runningContainers({ spec, path }: PodSet): Item[] {
  const sidecars = itemsOf(spec, "initContainers", path).filter(({ value }) => value["restartPolicy"] === "Always");
  return [...itemsOf(spec, "containers", path), ...sidecars];
}

export interface ContainerPort {
  name?: string;
  number: number;
  protocol: string;
}

export function portsOf(pods: PodSet): ContainerPort[] {
  return runningContainers(pods).flatMap(({ value }) =>
    itemsOf(value, "ports", "").flatMap(({ value: port }) => {
      const number = port["containerPort"];
      const name = stringAt(port, "name");
      const protocol = stringAt(port, "protocol") ?? "TCP";
      return typeof number === "number" ? [{ ...(name !== undefined && { name }), number, protocol }] : [];
    }),
  );
}
