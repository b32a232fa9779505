import type { JsonObject } from "../model/resource.ts";
import { stringAt } from "./json.ts";

export const syncPhases = ["PreSync", "Sync", "PostSync", "SyncFail"] as const;
export type SyncPhase = (typeof syncPhases)[number];
export type HookType = SyncPhase | "Skip" | "PreDelete" | "PostDelete";
export type HookDeletePolicy = "HookSucceeded" | "HookFailed" | "BeforeHookCreation";

const argoHooks: readonly HookType[] = [...syncPhases, "Skip", "PreDelete", "PostDelete"];
const helmHooks: Readonly<Record<string, HookType>> = {
  "pre-install": "PreSync",
  "pre-upgrade": "PreSync",
  "post-install": "PostSync",
  "post-upgrade": "PostSync",
};
const argoPolicies: readonly HookDeletePolicy[] = ["HookSucceeded", "HookFailed", "BeforeHookCreation"];
const helmPolicies: Readonly<Record<string, HookDeletePolicy>> = {
  "hook-succeeded": "HookSucceeded",
  "hook-failed": "HookFailed",
  "before-hook-creation": "BeforeHookCreation",
};

function annotation(manifest: JsonObject, key: string): string | undefined {
  return stringAt(manifest, "metadata", "annotations", key);
}

function listed(manifest: JsonObject, key: string): string[] {
  return (annotation(manifest, key) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

/** Argo CD's own hooks; Helm's count only where there is none of them. */
export function hookTypes(manifest: JsonObject): HookType[] {
  const own = listed(manifest, "argocd.argoproj.io/hook").flatMap(
    (text) => argoHooks.find((type) => type === text) ?? [],
  );
  if (own.length > 0) return own;
  return listed(manifest, "helm.sh/hook").flatMap((text) => helmHooks[text] ?? []);
}

/** Whether Argo CD treats a resource as a hook. Helm's crd-install marks an ordinary resource. */
function isHook(manifest: JsonObject): boolean {
  if (annotation(manifest, "argocd.argoproj.io/hook") !== undefined) return !isSkipped(manifest);
  const helm = annotation(manifest, "helm.sh/hook");
  return helm !== undefined && helm !== "crd-install";
}

/** `hook: Skip` alone: compared, never applied. */
export function isSkipped(manifest: JsonObject): boolean {
  const types = hookTypes(manifest);
  return types.length === 1 && types[0] === "Skip";
}

/** Hooks that Argo CD knows no moment for, such as Helm's tests and rollbacks: they are left out altogether. */
export function isDropped(manifest: JsonObject): boolean {
  return isHook(manifest) && hookTypes(manifest).length === 0;
}

/** The phases a resource is applied in, in order. Deletion hooks have none in a sync. */
export function phasesOf(manifest: JsonObject): SyncPhase[] {
  if (isSkipped(manifest)) return [];
  if (!isHook(manifest)) return ["Sync"];
  const types = hookTypes(manifest);
  return syncPhases.filter((phase) => types.includes(phase));
}

/** When a hook's resource is deleted again; before its next creation unless it says otherwise. */
export function hookDeletePolicies(manifest: JsonObject): HookDeletePolicy[] {
  const own = listed(manifest, "argocd.argoproj.io/hook-delete-policy").flatMap(
    (text) => argoPolicies.find((policy) => policy === text) ?? [],
  );
  const helm = listed(manifest, "helm.sh/hook-delete-policy").flatMap((text) => helmPolicies[text] ?? []);
  const all = [...own, ...helm];
  return all.length > 0 ? all : ["BeforeHookCreation"];
}
