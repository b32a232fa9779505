import type { Effect } from "../../model/change.ts";
import { counted, type Difference, type EffectFamily, type Situation } from "./difference.ts";
import { annotationOf, objectAt, objectsAt, textAt, textsAt, valueAt } from "./json.ts";
import { lostData } from "./lost-data.ts";
import { groupKindOf } from "./surroundings.ts";
import { isHook, type SyncFacts, syncOption } from "./sync.ts";
import { replicasOf } from "./workload.ts";

/** What becomes of a resource that is no longer declared, and what goes with it. */
export const deletion: EffectFamily = (difference, situation) => {
  const { before, after, kind } = difference;
  if (before === undefined) return [];
  if (kind === "moved") return after === undefined ? [] : moving(difference, situation);
  return after === undefined ? removal(difference, situation, before) : shrinking(difference, situation);
};

function removal(difference: Difference, situation: Situation, manifest: NonNullable<Difference["before"]>): Effect[] {
  const { id } = difference;
  const fate = fateOf(manifest, situation);
  const pods = running(difference, situation);
  if (fate.kept !== undefined) {
    const level = fate.isIntended || id.kind === "Namespace" ? "note" : "caution";
    return [{ kind: "orphaned", level, message: `stays in the cluster: ${fate.kept}` }];
  }
  const applications = deployedBy(difference);
  if (applications !== undefined) return [applications];
  const lost = lostData({ id, manifest }, situation.before);
  if (lost !== undefined) {
    const message = `deletes ${lost} when ${fate.gone === "" ? "pruned" : `it is ${fate.gone}`}`;
    return [{ kind: "deletes-data", level: "danger", message, ...pods }];
  }
  // Who knows whether anybody prunes what no Application declares.
  if (fate.gone === "") return [];
  const stops = pods.pods === undefined || pods.pods === 0 ? "" : `; ${counted(pods.pods, "pod stops", "pods stop")}`;
  const volumes = objectsAt(manifest, "spec", "volumeClaimTemplates").length > 0 ? "; its volumes stay" : "";
  return [{ kind: "pruned", level: "note", message: `is ${fate.gone}${stops}${volumes}`, ...pods }];
}

function running({ id, before }: Difference, situation: Situation): { pods?: number } {
  const kind = groupKindOf(id);
  if (before === undefined || !/^(?:apps\/(?:Deployment|StatefulSet|ReplicaSet)|argoproj\.io\/Rollout)$/.test(kind))
    return {};
  return { pods: replicasOf(id, before, situation.before) };
}

interface Fate {
  /** Why nothing deletes it. */
  kept?: string;
  /** Somebody asked for that, rather than forgot. */
  isIntended?: boolean;
  /** How it goes; "" where it is not known who syncs it. */
  gone: string;
}

/** Who deletes the resource, if anybody does. */
function fateOf(manifest: NonNullable<Difference["before"]>, { sync, applicationGone, after }: Situation): Fate {
  const kept = (why: string, isIntended = false): Fate => ({ kept: why, isIntended, gone: "" });
  if (applicationGone && sync !== undefined) return fateWithApplication(manifest, sync);
  if (isHook(manifest)) return kept("hooks are not pruned", true);
  if (annotationOf(manifest, "helm.sh/resource-policy") === "keep") return kept("helm.sh/resource-policy: keep", true);
  const option = syncOption("Prune", manifest, sync);
  if (option === "false") return kept("Prune=false", true);
  if (sync === undefined) return { gone: "" };
  if (option === "confirm") return { gone: "pruned once somebody confirms it" };
  if (!sync.automated) return kept("its Application is not synced automatically, so somebody has to prune it");
  if (!sync.prune) return kept("its Application does not prune (syncPolicy.automated.prune)");
  if (after.isEmpty && !sync.allowEmpty) {
    return kept("an automated sync refuses to leave its Application empty (syncPolicy.automated.allowEmpty)");
  }
  return { gone: "pruned" };
}

function fateWithApplication(manifest: NonNullable<Difference["before"]>, sync: SyncFacts): Fate {
  if (!sync.isDeleted) return { kept: "nothing deletes the Application that deployed it", gone: "" };
  if (!sync.cascades)
    return { kept: "its Application is deleted without a finalizer that deletes what it deployed", gone: "" };
  const option = syncOption("Delete", manifest, sync);
  if (option === "false") return { kept: "Delete=false", isIntended: true, gone: "" };
  return {
    gone:
      option === "confirm" ? "deleted with its Application once somebody confirms it" : "deleted with its Application",
  };
}

/** Which of the two Applications comes first nobody knows: the one it leaves may delete it before the other takes it over. */
function moving({ id, before = {} }: Difference, { left, applicationGone, before: beside }: Situation): Effect[] {
  if (left === undefined || isHook(before)) return [];
  const option = syncOption(applicationGone ? "Delete" : "Prune", before, left);
  const deletes = applicationGone ? left.isDeleted && left.cascades : left.automated && left.prune;
  if (!deletes || option === "false" || annotationOf(before, "helm.sh/resource-policy") === "keep") return [];
  const lost = lostData({ id, manifest: before }, beside);
  const hint = applicationGone
    ? "Take the finalizer off the old Application first"
    : "Annotate it with argocd.argoproj.io/sync-options: Prune=false for the move";
  const how = "may be deleted by the Application it leaves, if that one is synced first";
  if (lost === undefined) return [{ kind: "pruned", level: "caution", message: how, hint }];
  return [{ kind: "deletes-data", level: "danger", message: `${how}, which deletes ${lost}`, hint }];
}

/** What deletes data although the resource itself stays. */
function shrinking({ id, before = {}, after = {} }: Difference, { before: old, after: now }: Situation): Effect[] {
  const kind = groupKindOf(id);
  if (kind === "/PersistentVolume") {
    const policy = [before, after].map((side) => textAt(side, "spec", "persistentVolumeReclaimPolicy") ?? "Retain");
    if (policy[0] === policy[1] || policy[1] !== "Delete") return [];
    const message = "deletes its storage from now on once its claim goes";
    return [{ kind: "deletes-data", level: "caution", message }];
  }
  if (kind !== "apps/StatefulSet" || objectsAt(after, "spec", "volumeClaimTemplates").length === 0) return [];
  const policy = objectAt(after, "spec", "persistentVolumeClaimRetentionPolicy");
  const gone = replicasOf(id, before, old) - replicasOf(id, after, now);
  if (gone <= 0 || policy.whenScaled !== "Delete") return [];
  const message = `deletes the volumes of its last ${counted(gone, "pod")} (whenScaled: Delete)`;
  return [{ kind: "deletes-data", level: "danger", message, pods: gone }];
}

/** An Application or ApplicationSet that goes takes along what it deployed, or leaves it behind. */
function deployedBy({ id, before = {} }: Difference): Effect | undefined {
  const kind = groupKindOf(id);
  if (kind === "argoproj.io/Application") {
    const cascades = textsAt(before, "metadata", "finalizers").some(isCascading);
    return cascades
      ? { kind: "pruned", level: "caution", message: "is deleted with everything it deployed (its finalizer cascades)" }
      : {
          kind: "orphaned",
          level: "caution",
          message: "is deleted, and leaves running what it deployed: it has no finalizer",
        };
  }
  if (kind !== "argoproj.io/ApplicationSet") return undefined;
  if (valueAt(before, "spec", "syncPolicy", "preserveResourcesOnDeletion") === true) {
    const message = "is deleted with its Applications; what they deployed stays (preserveResourcesOnDeletion)";
    return { kind: "orphaned", level: "caution", message };
  }
  return { kind: "pruned", level: "caution", message: "is deleted with its Applications and what they deployed" };
}

/** `resources-finalizer.argocd.argoproj.io`, with or without `/background` or `/foreground`. */
export function isCascading(finalizer: string): boolean {
  return finalizer === cascadingFinalizer || finalizer.startsWith(`${cascadingFinalizer}/`);
}

const cascadingFinalizer = "resources-finalizer.argocd.argoproj.io";
