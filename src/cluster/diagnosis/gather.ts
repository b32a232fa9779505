import type { JsonObject } from "../../model/resource.ts";
import type { Objects } from "../api/objects.ts";
import { emptyWorld, observe, watchedKinds, type World } from "../waiting/world.ts";
import type { Surroundings } from "./diagnosis.ts";

/** Asks for what a diagnosis wants to know beyond what was watched. What cannot be had is left out. */
export async function gatherSurroundings(objects: Objects, namespace: string): Promise<Surroundings> {
  const list = (apiVersion: string, kind: string, place?: string): Promise<JsonObject[]> =>
    objects.list({ apiVersion, kind, namespace: place }).catch(() => []);
  const [nodes, storageClasses, deployments, sets] = await Promise.all([
    list("v1", "Node"),
    list("storage.k8s.io/v1", "StorageClass"),
    list("apps/v1", "Deployment", namespace),
    list("apps/v1", "StatefulSet", namespace),
  ]);
  return { nodes, storageClasses, argocd: [...deployments, ...sets] };
}

/** The world as it is now, for whoever has not watched it. What cannot be had is left out. */
export async function snapshotWorld(objects: Objects): Promise<World> {
  const lists = watchedKinds.map(async ([kind, apiVersion]) => {
    const query: Record<string, string> = kind === "Event" ? { fieldSelector: "type=Warning" } : {};
    const found = await objects.list({ apiVersion, kind }, query).catch(() => []);
    return found.map((object) => ({ type: "set" as const, kind, object }));
  });
  return (await Promise.all(lists)).flat().reduce(observe, emptyWorld());
}
