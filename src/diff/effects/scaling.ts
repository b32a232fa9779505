import type { Effect } from "../../model/change.ts";
import { counted, type Difference, type EffectFamily, touches } from "./difference.ts";
import { numberAt, objectAt, textAt } from "./json.ts";
import { groupKindOf, hostsOf } from "./surroundings.ts";
import { podTemplate } from "./workload.ts";

const scaled = new Set(["apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet", "argoproj.io/Rollout"]);

/** More or fewer pods of a workload, of an autoscaler's limits, or of a database's instances. */
export const scaling: EffectFamily = (difference, situation) => {
  const { id, before, after, fields } = difference;
  if (before === undefined || after === undefined) return [];
  const kind = groupKindOf(id);
  if (kind === "autoscaling/HorizontalPodAutoscaler") return limits(difference);
  const field = kind === "postgresql.cnpg.io/Cluster" ? "instances" : "replicas";
  if (!(scaled.has(kind) || field === "instances") || !touches(fields, `spec.${field}`)) return [];
  const [old, now] = [before, after].map((side) => numberAt(side, "spec", field) ?? 1);
  if (old === undefined || now === undefined || old === now) return [];
  const unit = field === "instances" ? "instance" : "replica";
  const change = `${old} → ${counted(now, unit)}`;
  const stopped = now < old ? { pods: old - now } : {};
  if (now > 0) return [{ kind: "scales", level: "note", message: `scales ${change}`, ...stopped }];
  const hosts = hostsOf(id.namespace, objectAt(podTemplate(id, before), "metadata", "labels"), situation.before);
  const gone = hosts.length === 0 ? "" : `; nothing answers for ${hosts.slice(0, 3).join(", ")}`;
  const message = `stops all its pods (${change})${gone}`;
  return [{ kind: "scales", level: "caution", message, pods: old, ...(hosts.length === 0 ? {} : { hosts }) }];
};

/** The limits between which an autoscaler moves. */
function limits({ before, after }: Difference): Effect[] {
  const range = (side: typeof before): string =>
    `${numberAt(side, "spec", "minReplicas") ?? 1} to ${numberAt(side, "spec", "maxReplicas") ?? "?"}`;
  if (range(before) === range(after)) return [];
  const target = ["kind", "name"].map((key) => textAt(after, "spec", "scaleTargetRef", key) ?? "?").join(" ");
  const message = `keeps ${range(after)} pods of ${target} instead of ${range(before)}`;
  return [{ kind: "scales", level: "note", message }];
}
