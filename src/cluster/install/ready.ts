import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";

/** Whether an object is as far as others may rely on it; and if not, what is missing, in words. */
export type Readiness = { ready: true } | { ready: false; missing: string };

const ready: Readiness = { ready: true };
const missing = (words: string): Readiness => ({ ready: false, missing: words });

/** Kinds that are waited for; all others are ready when they are stored. */
export const isAwaited = (kind: string): boolean => kind in checks;

export function readinessOf(object: JsonObject | undefined): Readiness {
  if (object === undefined) return missing("is not there");
  return checks[stringAt(object, "kind") ?? ""]?.(object) ?? ready;
}

const checks: Readonly<Record<string, (object: JsonObject) => Readiness>> = {
  CustomResourceDefinition: (object) =>
    conditionOf(object, "Established")?.["status"] === "True" ? ready : missing("is not established"),
  Deployment: (object) => {
    const { spec, status } = workload(object);
    const replicas = numberAt(spec, "replicas") ?? 1;
    const counts = `${numberAt(status, "availableReplicas") ?? 0} of ${replicas} pods available`;
    return isObserved(object) &&
      (numberAt(status, "updatedReplicas") ?? 0) >= replicas &&
      (numberAt(status, "replicas") ?? 0) === (numberAt(status, "updatedReplicas") ?? 0) &&
      (numberAt(status, "availableReplicas") ?? 0) >= replicas
      ? ready
      : missing(counts);
  },
  StatefulSet: (object) => {
    const { spec, status } = workload(object);
    const replicas = numberAt(spec, "replicas") ?? 1;
    const isCurrent = status?.["updateRevision"] === status?.["currentRevision"];
    return isObserved(object) && isCurrent && (numberAt(status, "readyReplicas") ?? 0) >= replicas
      ? ready
      : missing(`${numberAt(status, "readyReplicas") ?? 0} of ${replicas} pods ready`);
  },
};

const workload = (object: JsonObject) => ({ spec: objectAt(object, "spec"), status: objectAt(object, "status") });

/** What the status says is of this specification, not of the one before. */
const isObserved = (object: JsonObject): boolean =>
  (numberAt(objectAt(object, "status"), "observedGeneration") ?? 0) >=
  (numberAt(objectAt(object, "metadata"), "generation") ?? 0);

export function numberAt(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  return typeof value === "number" ? value : undefined;
}

export const conditionsOf = (object: JsonObject): JsonObject[] => {
  const conditions = objectAt(object, "status")?.["conditions"];
  return Array.isArray(conditions) ? conditions.filter(isObject) : [];
};

export const conditionOf = (object: JsonObject, type: string): JsonObject | undefined =>
  conditionsOf(object).find((one) => one["type"] === type);
