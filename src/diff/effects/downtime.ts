import type { JsonObject } from "../../model/resource.ts";
import { numberAt, objectsAt, valueAt } from "./json.ts";

/** Programs that heed SIGTERM end well before their grace period; a pod is scheduled, and its image pulled, in about this. */
const usualStop = 10;
const usualStart = { newImage: 20, sameImage: 5 };

/**
 * Seconds from the end of the old pod to the first answer of a new one, from its grace period and probes. An estimate:
 * how long an image takes to pull, and a program to start, no manifest tells.
 */
export function gap(template: JsonObject, image: "newImage" | "sameImage"): number {
  const grace = numberAt(template, "spec", "terminationGracePeriodSeconds") ?? 30;
  const ready = Math.max(0, ...objectsAt(template, "spec", "containers").map(readiness));
  return Math.min(grace, usualStop) + usualStart[image] + ready;
}

/** Until the probes may first succeed. A program that is given long to start is believed to need half of that at most. */
function readiness(container: JsonObject): number {
  const delay = (probe: string): number =>
    valueAt(container, probe) === undefined
      ? 0
      : (numberAt(container, probe, "initialDelaySeconds") ?? 0) + (numberAt(container, probe, "periodSeconds") ?? 10);
  return delay("startupProbe") + delay("readinessProbe");
}

/** Whether Kubernetes waits for an answer before it takes the old pod away; a startup probe holds readiness back too. */
export function hasReadiness(template: JsonObject): boolean {
  const probes = ["readinessProbe", "startupProbe"];
  return objectsAt(template, "spec", "containers").some((one) =>
    probes.some((probe) => valueAt(one, probe) !== undefined),
  );
}

/** `a moment`, `about 1 min`, `about 5 min`. */
export function span(seconds: number): string {
  return seconds < 10 ? "a moment" : `about ${Math.max(1, Math.round(seconds / 60))} min`;
}
