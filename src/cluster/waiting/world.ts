import type { JsonObject } from "../../model/resource.ts";
import { isObject, objectAt, stringAt } from "../../gitops/json.ts";

/** Everything that is watched, and in which version of which API. */
const watched = [
  ["Application", "argoproj.io/v1alpha1"],
  ["ApplicationSet", "argoproj.io/v1alpha1"],
  ["Pod", "v1"],
  ["PersistentVolumeClaim", "v1"],
  ["Service", "v1"],
  ["Event", "v1"],
  ["Deployment", "apps/v1"],
  ["StatefulSet", "apps/v1"],
  ["DaemonSet", "apps/v1"],
  ["Job", "batch/v1"],
  ["Ingress", "networking.k8s.io/v1"],
] as const;
export type WatchedKind = (typeof watched)[number][0];
export const watchedKinds: readonly (readonly [kind: WatchedKind, apiVersion: string])[] = watched;

/** What is known of the cluster: each kind's objects by `namespace/name`, and log tails by pod. */
export interface World {
  objects: Readonly<Record<WatchedKind, ReadonlyMap<string, JsonObject>>>;
  /** Last lines of containers that were asked for, by `namespace/pod/container`. */
  logs: ReadonlyMap<string, string>;
}

export type WorldEvent =
  | { type: "set" | "gone"; kind: WatchedKind; object: JsonObject }
  | { type: "log"; key: string; tail: string };

export function emptyWorld(): World {
  const none = new Map<string, JsonObject>();
  return {
    objects: {
      Application: none,
      ApplicationSet: none,
      Pod: none,
      PersistentVolumeClaim: none,
      Service: none,
      Event: none,
      Deployment: none,
      StatefulSet: none,
      DaemonSet: none,
      Job: none,
      Ingress: none,
    },
    logs: new Map(),
  };
}

/** The world after one event; the one before stays as it was. */
export function observe(world: World, event: WorldEvent): World {
  if (event.type === "log") return { ...world, logs: new Map(world.logs).set(event.key, event.tail) };
  const { kind, object } = event;
  const objects = new Map(world.objects[kind]);
  if (event.type === "gone") objects.delete(keyOf(object));
  else objects.set(keyOf(object), object);
  return { ...world, objects: { ...world.objects, [kind]: objects } };
}

export const keyOf = (object: JsonObject): string =>
  `${stringAt(object, "metadata", "namespace") ?? ""}/${stringAt(object, "metadata", "name") ?? ""}`;

/** The object's controller, such as a pod's ReplicaSet. */
export function controllerOf(object: JsonObject): { kind: string; name: string } | undefined {
  const owners = objectAt(object, "metadata")?.["ownerReferences"];
  const found = (Array.isArray(owners) ? owners.filter(isObject) : []).find((one) => one["controller"] === true);
  return found && { kind: String(found["kind"]), name: String(found["name"]) };
}

/** What a person calls the owner of a pod: the Deployment, rather than its ReplicaSet. */
export function workloadOf(pod: JsonObject): { kind: string; name: string } | undefined {
  const controller = controllerOf(pod);
  if (controller?.kind !== "ReplicaSet") return controller;
  const hash = stringAt(pod, "metadata", "labels", "pod-template-hash");
  const ending = `-${hash}`;
  if (hash === undefined || !controller.name.endsWith(ending)) return controller;
  return { kind: "Deployment", name: controller.name.slice(0, -ending.length) };
}

/** Warnings about one object, the newest last. */
export function warningsAbout(world: World, kind: string, namespace: string, name: string): JsonObject[] {
  return [...world.objects.Event.values()]
    .filter((event) => {
      const about = objectAt(event, "involvedObject");
      return about?.["kind"] === kind && (about["namespace"] ?? "") === namespace && about["name"] === name;
    })
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
}

const timeOf = (event: JsonObject): string =>
  stringAt(event, "lastTimestamp") ??
  stringAt(event, "eventTime") ??
  stringAt(event, "metadata", "creationTimestamp") ??
  "";
