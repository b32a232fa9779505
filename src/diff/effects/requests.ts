import type { Json, JsonObject } from "../../model/resource.ts";
import { quantityOf } from "../../model/quantity.ts";
import { isObject } from "../equal.ts";
import { objectAt, objectsAt, valueAt } from "./json.ts";

/** CPU in cores and memory in bytes. */
export interface Requests {
  cpu: number;
  memory: number;
}

export const none: Requests = { cpu: 0, memory: 0 };

/** A quantity at a path as a number; undefined where there is none. */
export function amountAt(value: Json | undefined, ...path: string[]): number | undefined {
  const found = valueAt(value, ...path);
  return found === undefined ? undefined : quantityOf(found);
}

export function plus(a: Requests, b: Requests, times = 1): Requests {
  return { cpu: a.cpu + times * b.cpu, memory: a.memory + times * b.memory };
}

/**
 * What the scheduler sets aside for one pod: its containers and sidecars together, or the most that an init container
 * needs beside the sidecars started before it, and the runtime's overhead.
 */
export function podRequests(template: JsonObject): Requests {
  const spec = objectAt(template, "spec");
  const own = objectAt(spec, "resources", "requests");
  const running = objectsAt(spec, "containers")
    .map(requestsOf)
    .reduce((sum, one) => plus(sum, one), none);
  let sidecars = none;
  let starting = none;
  for (const container of objectsAt(spec, "initContainers")) {
    const requests = requestsOf(container);
    if (container.restartPolicy === "Always") sidecars = plus(sidecars, requests);
    starting = most(starting, container.restartPolicy === "Always" ? sidecars : plus(sidecars, requests));
  }
  const total = most(plus(running, sidecars), starting);
  const overhead = amounts(objectAt(spec, "overhead"));
  // Resources of the pod as a whole stand for those of its containers.
  const whole = { cpu: amountAt(own, "cpu") ?? total.cpu, memory: amountAt(own, "memory") ?? total.memory };
  return plus(whole, overhead);
}

/** What has a limit and no request asks for its limit. */
function requestsOf(container: JsonObject): Requests {
  const { requests, limits } = objectAt(container, "resources");
  return amounts({ ...(isObject(limits) ? limits : {}), ...(isObject(requests) ? requests : {}) });
}

function amounts(object: JsonObject): Requests {
  return { cpu: amountAt(object, "cpu") ?? 0, memory: amountAt(object, "memory") ?? 0 };
}

function most(a: Requests, b: Requests): Requests {
  return { cpu: Math.max(a.cpu, b.cpu), memory: Math.max(a.memory, b.memory) };
}

/** `250m`, `1.5`. */
export function cores(cpu: number): string {
  return cpu < 1 ? `${Math.round(cpu * 1000)}m` : String(Math.round(cpu * 100) / 100);
}

/** `512Mi`, `1.5Gi`. */
export function bytes(memory: number): string {
  const mebi = memory / 1024 ** 2;
  return mebi < 1024 ? `${Math.round(mebi)}Mi` : `${Math.round((mebi / 1024) * 100) / 100}Gi`;
}
