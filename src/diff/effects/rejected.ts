import type { Effect } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { type Difference, type EffectFamily, isWithin, listed, namesOf, type Situation } from "./difference.ts";
import { gap } from "./downtime.ts";
import { forbiddenChanges } from "./immutable-fields.ts";
import { amountAt } from "./requests.ts";
import { lostData } from "./lost-data.ts";
import { groupKindOf } from "./surroundings.ts";
import { isForced, isHook, syncOption } from "./sync.ts";
import { podTemplate, replicasOf, templatePath } from "./workload.ts";

/**
 * Updates that the API server refuses. Its own verdict decides where there is one; else the table of immutable fields.
 * A resource that Argo CD may delete and create again is not refused but loses what it had.
 */
export const rejected: EffectFamily = (difference, situation) => {
  const { before, after } = difference;
  if (before === undefined || after === undefined || isHook(after)) return [];
  const words = situation.verdict?.errors.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  const refused = words ?? tableWords(difference);
  if (refused.length === 0) return [];
  if (isForced(after, situation.sync)) return [recreated(difference, situation)];
  const message = `is rejected by the API server: ${listed(refused, 3)}`;
  return [{ kind: "rejected", level: "danger", message, hint: wayOut(difference, situation) }];
};

function tableWords({ id, before = {}, after = {}, fields, followed }: Difference): string[] {
  const kind = groupKindOf(id);
  const forbidden = forbiddenChanges(kind, fields, before, after);
  const paths = forbidden.map(
    ({ path, because }) => `${path} cannot change${because === undefined ? "" : `: ${because}`}`,
  );
  const follows =
    kind === "batch/Job" &&
    followed.inTemplate.length > 0 &&
    !forbidden.some(({ path }) => isWithin(path, "spec.template"));
  return [
    ...paths,
    ...(follows ? [`spec.template cannot change, and refers to ${namesOf(followed.inTemplate)}`] : []),
    ...shrunk(kind, before, after),
  ];
}

/** Where a kind says how large its volume is. */
const volumeSizes: Readonly<Record<string, readonly string[]>> = {
  "/PersistentVolumeClaim": ["spec", "resources", "requests", "storage"],
  "postgresql.cnpg.io/Cluster": ["spec", "storage", "size"],
};

function shrunk(kind: string, before: JsonObject, after: JsonObject): string[] {
  const path = Object.hasOwn(volumeSizes, kind) ? volumeSizes[kind] : undefined;
  if (path === undefined) return [];
  const [old, now] = [before, after].map((side) => amountAt(side, ...path));
  return old !== undefined && now !== undefined && now < old ? [`${path.join(".")} cannot shrink`] : [];
}

function recreated(difference: Difference, { before, after }: Situation): Effect {
  const { id } = difference;
  const lost = lostData({ id, manifest: difference.before ?? {} }, before);
  const how = "is deleted and created again, because it has Force=true";
  if (lost !== undefined) return { kind: "deletes-data", level: "danger", message: `${how}, which deletes ${lost}` };
  if (templatePath(id) === undefined || id.kind === "CronJob")
    return { kind: "recreated", level: "note", message: how };
  if (id.kind === "Job") return { kind: "recreated", level: "note", message: `${how}, and runs again` };
  const pods = replicasOf(id, difference.before ?? {}, after);
  const message = `${how}; all its pods stop first`;
  return { kind: "recreated", level: "caution", message, pods, downtime: recreationGap(difference) };
}

function recreationGap({ id, after = {} }: Difference): number {
  return gap(podTemplate(id, after), "sameImage");
}

function wayOut({ id, after = {}, before = {} }: Difference, { sync, before: beside }: Situation): string {
  const isGenerated = id.kind === "ConfigMap" || id.kind === "Secret";
  const named = isGenerated ? "Let kustomize generate its name" : "Give it a new name";
  const lost = lostData({ id, manifest: before }, beside);
  if (lost !== undefined) return `${named} and move the data over; deleting it deletes ${lost}`;
  const deleted =
    id.kind === "StatefulSet" ? "delete it with --cascade=orphan, which keeps its pods" : "delete it first";
  const option =
    syncOption("Replace", after, sync) === "true"
      ? "add Force=true to Replace=true, which alone is an update like any other"
      : "annotate it with argocd.argoproj.io/sync-options: Replace=true,Force=true";
  return `${named}, ${deleted}, or ${option}`;
}
