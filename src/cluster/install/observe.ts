import { z } from "zod";
import { compareManifests } from "../../diff/compare.ts";
import { deepEqual } from "../../diff/equal.ts";
import { withoutNoise } from "../../diff/noise.ts";
import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { Json, JsonObject } from "../../model/resource.ts";
import type { ApiAnswer } from "../api/api.ts";
import { describeRef, fieldManager, type Objects, refOf } from "../api/objects.ts";
import { ApiRefusal } from "../api/refusal.ts";
import type { Conflict, Observation, Observed, Stage } from "./plan.ts";
import { readinessOf } from "./ready.ts";

/** Requests under way at a time: a small API server has better things to do. */
const width = 6;

/** Asks the API server what applying every stage would change. Nothing is stored. */
export async function observeStages(objects: Objects, stages: readonly Stage[]): Promise<Observed[]> {
  const observed: Observed[] = [];
  for (const stage of stages) {
    const observations: { object: JsonObject; observation: Observation }[] = [];
    for (let at = 0; at < stage.objects.length; at += width) {
      const batch = stage.objects.slice(at, at + width);
      const seen = await Promise.all(batch.map((object) => observe(objects, object, stage)));
      observations.push(...batch.map((object, index) => ({ object, observation: seen[index] ?? { state: "absent" } })));
    }
    observed.push({ stage, observations });
  }
  return observed;
}

async function observe(objects: Objects, object: JsonObject, stage: Stage): Promise<Observation> {
  const live = await objects.get(refOf(object));
  if (live === undefined) return { state: "absent" };
  if (stage.whose === "unless-tracked" && isTracked(live)) return { state: "left", readiness: readinessOf(live) };
  const answer = await objects.apply(object, { dryRun: "All" });
  return answer === undefined ? { state: "absent" } : judge(object, live, answer);
}

/** Argo CD marks what it deploys: https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/ */
const isTracked = (live: JsonObject): boolean =>
  stringAt(live, "metadata", "annotations", "argocd.argoproj.io/tracking-id") !== undefined;

export function judge(object: JsonObject, live: JsonObject, answer: ApiAnswer): Observation {
  const { status, body } = answer;
  if (status === 409) return { state: "conflict", conflicts: conflictsOf(object, body) };
  if (status >= 300 || !isObject(body)) {
    const { message } = new ApiRefusal(describeRef(refOf(object)), answer);
    return { state: "refused", message };
  }
  const readiness = readinessOf(live);
  const fields = compareManifests(withoutNoise(live), withoutNoise(body), [], true).map(({ path }) => path);
  const same = fields.length === 0 && deepEqual(ownedFields(live), ownedFields(body));
  return same ? { state: "same", readiness } : { state: "different", fields, readiness };
}

/** The fields that this manager has set, as the API server keeps account of them. */
function ownedFields(object: JsonObject): Json {
  const entries = objectAt(object, "metadata")?.["managedFields"];
  const own = (Array.isArray(entries) ? entries.filter(isObject) : []).find(
    ({ manager, operation, subresource }) =>
      manager === fieldManager && operation === "Apply" && (subresource ?? "") === "",
  );
  return own?.["fieldsV1"] ?? null;
}

const causes = z.looseObject({
  details: z.looseObject({
    causes: z.array(z.looseObject({ message: z.string().default(""), field: z.string().default("") })).default([]),
  }),
});

/** `conflict with "kubectl-edit" using apps/v1` at `.spec.replicas` */
export function conflictsOf(object: JsonObject, body: Json): Conflict[] {
  const found = causes.safeParse(body).data?.details.causes ?? [];
  return found.map(({ message, field }) => ({
    object: describeRef(refOf(object)),
    field: field.replace(/^\./, ""),
    manager: /conflict with "([^"]*)"/.exec(message)?.[1] ?? "somebody",
  }));
}
