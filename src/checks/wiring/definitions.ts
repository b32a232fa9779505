import { objectAt, stringAt } from "../../gitops/json.ts";
import type { Cluster, GroupKind } from "./cluster.ts";
import type { Placed } from "./pods.ts";

/** The CustomResourceDefinitions of a cluster by the kind that they define. */
export function definitionsOf(cluster: Cluster): ReadonlyMap<GroupKind, Placed[]> {
  return Map.groupBy(cluster.ofKind("apiextensions.k8s.io/CustomResourceDefinition"), ({ resource }) => {
    const spec = objectAt(resource.manifest, "spec");
    return `${stringAt(spec, "group")}/${stringAt(spec, "names", "kind")}`;
  });
}
