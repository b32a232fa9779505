import type { Effect } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { type Difference, type EffectFamily, touches } from "./difference.ts";
import { numberAt, objectAt } from "./json.ts";
import { bytes, cores, none, plus, podRequests, type Requests } from "./requests.ts";
import { groupKindOf, type Surroundings } from "./surroundings.ts";
import { podTemplate, replicasOf } from "./workload.ts";

const running = new Set(["apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet", "argoproj.io/Rollout", "/Pod"]);

/** What the pods of a workload ask for together; a DaemonSet's is counted for one node. */
export function requestsOf(id: Difference["id"], manifest: JsonObject | undefined, beside: Surroundings): Requests {
  const kind = groupKindOf(id);
  if (manifest === undefined) return none;
  if (kind === "postgresql.cnpg.io/Cluster") {
    const one = podRequests({ spec: { containers: [{ resources: objectAt(manifest, "spec", "resources") }] } });
    return plus(none, one, numberAt(manifest, "spec", "instances") ?? 1);
  }
  if (kind === "apps/DaemonSet") return podRequests(podTemplate(id, manifest));
  if (!running.has(kind)) return none;
  const pods = kind === "/Pod" ? 1 : replicasOf(id, manifest, beside);
  return plus(none, podRequests(kind === "/Pod" ? manifest : podTemplate(id, manifest)), pods);
}

/** `256Mi more memory and 100m less CPU`, from one sum to another. */
export const fit: EffectFamily = (difference, situation) => {
  const { id, before, after, fields } = difference;
  const old = requestsOf(id, before, situation.before);
  const now = requestsOf(id, after, situation.after);
  if (before !== undefined && after !== undefined && !touches(fields, "spec")) return [];
  const message =
    before === undefined
      ? amountOf(now, "asks for")
      : after === undefined
        ? amountOf(old, "frees")
        : differenceOf(old, now);
  if (message === undefined) return [];
  const where = groupKindOf(id) === "apps/DaemonSet" ? " on every node" : "";
  const effect: Effect = { kind: "fit", level: "note", message: `${message}${where}` };
  return [effect];
};

function amountOf({ cpu, memory }: Requests, verb: string): string | undefined {
  const parts = [...(cpu === 0 ? [] : [`${cores(cpu)} CPU`]), ...(memory === 0 ? [] : [`${bytes(memory)} of memory`])];
  return parts.length === 0 ? undefined : `${verb} ${parts.join(" and ")}`;
}

/** `asks for 512Mi → 1Gi of memory`, of what differs. */
export function differenceOf(old: Requests, now: Requests): string | undefined {
  const parts = [
    ...(cores(old.cpu) === cores(now.cpu) ? [] : [`${cores(old.cpu)} → ${cores(now.cpu)} CPU`]),
    ...(bytes(old.memory) === bytes(now.memory) ? [] : [`${bytes(old.memory)} → ${bytes(now.memory)} of memory`]),
  ];
  return parts.length === 0 ? undefined : `asks for ${parts.join(" and ")}`;
}
