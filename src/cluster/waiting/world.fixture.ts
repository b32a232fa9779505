import type { JsonObject } from "../../model/resource.ts";
import { emptyWorld, observe, type WatchedKind, type World } from "./world.ts";

export const repoURL = "https://git.example.com/platform.git";
export const commit = "a".repeat(40);
export const goal = {
  namespace: "argocd",
  root: "root",
  revisions: new Map([[`${repoURL} HEAD`, commit]]),
  since: Date.parse("2026-11-30T07:00:00Z"),
};

interface Shape {
  wave?: number;
  sync?: string;
  health?: string;
  revision?: string;
  namespace?: string;
  resources?: readonly JsonObject[];
  conditions?: readonly JsonObject[];
  operationState?: JsonObject;
  reconciledAt?: string;
  manual?: "manual";
}

/** An Application as its controller leaves it: synced and healthy, unless told otherwise. */
export function application(name: string, shape: Shape = {}): JsonObject {
  const { wave = 0, sync = "Synced", health = "Healthy", revision = commit, namespace = name, resources = [] } = shape;
  const source = { repoURL, targetRevision: "HEAD", path: name };
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name, namespace: "argocd", annotations: { "argocd.argoproj.io/sync-wave": String(wave) } },
    spec: {
      project: "default",
      source,
      destination: { server: "https://kubernetes.default.svc", namespace },
      ...(shape.manual === undefined && { syncPolicy: { automated: {} } }),
    },
    status: {
      sync: { status: sync, revision, comparedTo: { source } },
      health: { status: health },
      resources: [...resources],
      conditions: [...(shape.conditions ?? [])],
      reconciledAt: shape.reconciledAt ?? "2026-11-30T07:01:00Z",
      ...(shape.operationState && { operationState: shape.operationState }),
    },
  };
}

export const child = (name: string): JsonObject => ({
  group: "argoproj.io",
  version: "v1alpha1",
  kind: "Application",
  namespace: "argocd",
  name,
  status: "Synced",
});

export const owned = (kind: string, namespace: string, name: string): JsonObject => ({
  kind,
  namespace,
  name,
  version: "v1",
});

export function pod(
  name: string,
  namespace: string,
  owner: [kind: string, name: string],
  status: JsonObject,
): JsonObject {
  const [kind, ownerName] = owner;
  return {
    metadata: { name, namespace, ownerReferences: [{ kind, name: ownerName, controller: true }] },
    spec: { containers: [{ name: "main", image: "registry.example.com/web:9" }] },
    status,
  };
}

export const warning = (
  kind: string,
  namespace: string,
  name: string,
  reason: string,
  message: string,
): JsonObject => ({
  metadata: { name: `${name}.${reason}`, namespace },
  involvedObject: { kind, namespace, name },
  reason,
  message,
  type: "Warning",
  lastTimestamp: "2026-11-30T07:02:00Z",
});

export type Seen = readonly [WatchedKind, JsonObject];

export const worldOf = (...objects: readonly Seen[]): World =>
  objects.reduce((world, [kind, object]) => observe(world, { type: "set", kind, object }), emptyWorld());
