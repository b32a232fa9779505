import type { JsonObject } from "../../model/resource.ts";
import { stringAt } from "../../gitops/json.ts";
import type { LiveApplication } from "./application.ts";
import { controllerOf, keyOf, type WatchedKind, workloadOf, type World } from "./world.ts";

/** What an Application has brought into the cluster, and what that has brought in turn. */
export interface Belongings {
  workloads: JsonObject[];
  pods: JsonObject[];
  claims: JsonObject[];
  /** Services and Ingresses. */
  fronts: JsonObject[];
}

const workloadKinds = ["Deployment", "StatefulSet", "DaemonSet", "Job"] as const satisfies readonly WatchedKind[];
const frontKinds = ["Service", "Ingress"] as const satisfies readonly WatchedKind[];

/** Whose each object is: "Kind namespace/name" → Application. */
export type Owners = ReadonlyMap<string, string>;

export function ownersOf(applications: readonly LiveApplication[]): Owners {
  const owners = new Map<string, string>();
  for (const application of applications) {
    const { metadata, status } = application;
    const hooks = status.operationState?.syncResult?.resources.filter(({ hookType }) => hookType !== undefined) ?? [];
    for (const { kind, namespace = "", name } of [...status.resources, ...hooks]) {
      owners.set(`${kind} ${namespace}/${name}`, metadata.name);
    }
  }
  return owners;
}

export function belongingsOf(application: LiveApplication, world: World, owners: Owners): Belongings {
  const { name } = application.metadata;
  const isOwn = (kind: string, key: string): boolean => owners.get(`${kind} ${key}`) === name;
  const own = (kind: WatchedKind): JsonObject[] =>
    [...world.objects[kind].values()]
      .filter((object) => isOwn(kind, keyOf(object)))
      .map((object) => ({ ...object, kind }));
  const namespace = application.spec.destination.namespace;
  const pods = [...world.objects.Pod.values()].filter((pod) => {
    const owner = ownerOfPod(pod, world, owners);
    // An operator's pods belong to its custom resource, which only the namespace leads to.
    return owner === undefined ? stringAt(pod, "metadata", "namespace") === namespace : owner === name;
  });
  const claimed = new Set(pods.flatMap(claimsOf));
  const claims = [...world.objects.PersistentVolumeClaim.values()].filter(
    (claim) => claimed.has(keyOf(claim)) || isOwn("PersistentVolumeClaim", keyOf(claim)),
  );
  return { workloads: workloadKinds.flatMap(own), pods, claims, fronts: frontKinds.flatMap(own) };
}

function ownerOfPod(pod: JsonObject, world: World, owners: Owners): string | undefined {
  const namespace = stringAt(pod, "metadata", "namespace") ?? "";
  const workload = workloadOf(pod) ?? { kind: "Pod", name: stringAt(pod, "metadata", "name") ?? "" };
  const own = owners.get(`${workload.kind} ${namespace}/${workload.name}`);
  if (own !== undefined || workload.kind !== "Job") return own;
  const job = world.objects.Job.get(`${namespace}/${workload.name}`);
  const above = job && controllerOf(job);
  return above && owners.get(`${above.kind} ${namespace}/${above.name}`);
}

function claimsOf(pod: JsonObject): string[] {
  const namespace = stringAt(pod, "metadata", "namespace") ?? "";
  const spec = pod["spec"];
  const volumes = typeof spec === "object" && spec !== null && !Array.isArray(spec) ? spec["volumes"] : undefined;
  return (Array.isArray(volumes) ? volumes : []).flatMap((volume) => {
    const claim = stringAt(volume, "persistentVolumeClaim", "claimName");
    return claim === undefined ? [] : [`${namespace}/${claim}`];
  });
}
