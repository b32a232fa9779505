import type { JsonObject } from "../../model/resource.ts";
import { annotationOf } from "./json.ts";

/** When an AppProject lets its Applications sync. */
export interface SyncWindow {
  kind: "allow" | "deny";
  /** A cron expression, and how long the window stays open from then on: `8h`. */
  schedule: string;
  duration: string;
  timeZone: string;
  /** Whether a sync by hand is allowed all the same. */
  manualSync: boolean;
}

/** What decides how, when and whether Argo CD applies what an Application declares. */
export interface SyncFacts {
  automated: boolean;
  /** An automated sync deletes what is no longer declared. */
  prune: boolean;
  /** It may delete the last resource, too. */
  allowEmpty: boolean;
  /** `spec.syncPolicy.syncOptions`. */
  options: readonly string[];
  /** Somebody deletes the Application once it is no longer declared: a parent that prunes, or its ApplicationSet. */
  isDeleted: boolean;
  /** Deleting the Application deletes what it deployed. */
  cascades: boolean;
  /** Those of its project that match it. */
  windows: readonly SyncWindow[];
}

/** The step of a sync in which a resource is applied. `phase` counts up: PreSync, Sync, PostSync. */
export interface SyncPosition {
  phase: number;
  wave: number;
}

/** Whether Argo CD runs the resource as a hook: it is made anew when its moment comes, and never pruned. */
export function isHook(manifest: JsonObject): boolean {
  const own = annotationOf(manifest, "argocd.argoproj.io/hook");
  if (own !== undefined) return own !== "Skip";
  const helm = annotationOf(manifest, "helm.sh/hook");
  return helm !== undefined && helm !== "crd-install";
}

/** The value of a sync option: the resource's own annotation decides before the Application's list. */
export function syncOption(name: string, manifest: JsonObject, facts: SyncFacts | undefined): string | undefined {
  const own = (annotationOf(manifest, "argocd.argoproj.io/sync-options") ?? "").split(",");
  for (const option of [...own, ...(facts?.options ?? [])]) {
    const [key, value] = option.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}

/**
 * Whether a sync deletes the resource and creates it again where an update is refused: `kubectl replace --force`, or a
 * client-side `apply --force`. `Replace=true` alone is an update like any other, and CRDs and Namespaces are never replaced.
 */
export function isForced(manifest: JsonObject, facts: SyncFacts | undefined): boolean {
  if (manifest.kind === "Namespace" || manifest.kind === "CustomResourceDefinition") return false;
  if (syncOption("Force", manifest, facts) !== "true") return false;
  return syncOption("Replace", manifest, facts) === "true" || syncOption("ServerSideApply", manifest, facts) !== "true";
}
