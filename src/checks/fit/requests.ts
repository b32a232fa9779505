import { objectAt } from "../../gitops/json.ts";
import { quantityOf } from "../../model/quantity.ts";
import type { JsonObject } from "../../model/resource.ts";
import { itemsOf } from "../wiring/fields.ts";

/** Cores, and bytes of memory. */
export interface Amount {
  cpu: number;
  memory: number;
}

export const none: Amount = { cpu: 0, memory: 0 };
export const plus = (a: Amount, b: Amount): Amount => ({ cpu: a.cpu + b.cpu, memory: a.memory + b.memory });
export const times = (a: Amount, count: number): Amount => ({ cpu: a.cpu * count, memory: a.memory * count });
export const most = (a: Amount, b: Amount): Amount => ({
  cpu: Math.max(a.cpu, b.cpu),
  memory: Math.max(a.memory, b.memory),
});

const units = ["cpu", "memory"] as const;

/** What a namespace's LimitRange gives to containers that say nothing. */
export type Defaults = Partial<Amount>;

/**
 * What the scheduler counts for a pod: its containers, or the init container that needs more than they do, with the sidecars that
 * run by then. https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
 */
export function podRequests(spec: JsonObject, defaults: Defaults = {}): Amount {
  let sidecars = none;
  let starting = none;
  for (const { value } of itemsOf(spec, "initContainers", "")) {
    const own = requestsOf(objectAt(value, "resources"), defaults);
    if (value["restartPolicy"] === "Always") sidecars = plus(sidecars, own);
    starting = most(starting, value["restartPolicy"] === "Always" ? sidecars : plus(sidecars, own));
  }
  const containers = itemsOf(spec, "containers", "").map(({ value }) =>
    requestsOf(objectAt(value, "resources"), defaults),
  );
  const effective = most(starting, containers.reduce(plus, sidecars));
  // Resources of the pod as a whole, where they are given, count instead.
  const whole = requestsOf(objectAt(spec, "resources"), effective);
  return plus(whole, amountIn(objectAt(spec, "overhead")));
}

/** A limit without a request is the request, too. */
export function requestsOf(resources: JsonObject | undefined, defaults: Defaults = {}): Amount {
  const [requests, limits] = [objectAt(resources, "requests"), objectAt(resources, "limits")];
  const of = (unit: (typeof units)[number]): number =>
    quantity(requests?.[unit]) ?? quantity(limits?.[unit]) ?? defaults[unit] ?? 0;
  return { cpu: of("cpu"), memory: of("memory") };
}

export function amountIn(amounts: JsonObject | undefined): Amount {
  return { cpu: quantity(amounts?.["cpu"]) ?? 0, memory: quantity(amounts?.["memory"]) ?? 0 };
}

function quantity(value: JsonObject[string] | undefined): number | undefined {
  return value === undefined || value === null ? undefined : quantityOf(value);
}
