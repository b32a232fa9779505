import { objectAt, stringAt } from "../../gitops/json.ts";
import { mayMatchUnseen } from "./excuses.ts";
import { itemsOf } from "./fields.ts";
import { type Placed, type PodSet, portsOf, runningContainers } from "./pods.ts";
import { describe, mapSelector, type Selector } from "./selector.ts";
import { listed, nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

/** Services that no pod stands behind, or whose pods do not listen. */
export const checkServices: WiringCheck = (view) =>
  view.cluster.ofKind("Service").flatMap((by) => {
    const selector = serviceSelector(by);
    if (selector === undefined) return [];
    const pods = view.pods(by.resource.id.namespace ?? "", selector, by);
    return pods.length === 0 ? withoutPods(view, by, selector) : ports(by, pods);
  });

/** Undefined for a Service that selects nothing on purpose: an external name, or endpoints that somebody else keeps. */
export function serviceSelector({ resource: { manifest } }: Placed): Selector | undefined {
  const spec = objectAt(manifest, "spec");
  const selector = mapSelector(spec?.["selector"]);
  return spec?.["type"] === "ExternalName" || selector.labels.length === 0 ? undefined : selector;
}

function withoutPods(view: View, by: Placed, selector: Selector): Draft[] {
  const namespace = by.resource.id.namespace ?? "";
  if (mayMatchUnseen(view, namespace, selector)) return [];
  const message = `${nameOf(by)} selects no pod: none in its namespace has the labels ${describe(selector)}`;
  const near = nearest(view.cluster.pods.in(namespace), selector) ?? elsewhere(view, selector);
  const hint = near ?? "Compare the selector with the labels of the pod template";
  return [{ rule: "wiring/service-selector", message, hint, by, path: "spec.selector" }];
}

/** The pods that have most of the labels, and what they have instead of the others. */
function nearest(pods: readonly PodSet[], { labels }: Selector): string | undefined {
  let best: { one: PodSet; score: number } | undefined;
  for (const one of pods) {
    const score = labels.reduce(
      (sum, [key, value]) => sum + (one.labels.get(key) === value ? 2 : one.labels.has(key) ? 1 : 0),
      0,
    );
    if (score > 0 && (best === undefined || score > best.score)) best = { one, score };
  }
  if (best === undefined) return undefined;
  const { one } = best;
  const wrong = labels.filter(([key, value]) => one.labels.get(key) !== value);
  const instead = wrong.map(([key]) => (one.labels.has(key) ? `${key}=${one.labels.get(key)}` : `no ${key}`));
  return `The pods of ${nameOf(one)} have ${listed(instead)}`;
}

function elsewhere(view: View, selector: Selector): string | undefined {
  const [first] = view.cluster.pods.select(undefined, selector);
  return (
    first && `${nameOf(first)} has them in namespace ${first.namespace}, but a Service sees only its own namespace`
  );
}

function ports(by: Placed, pods: readonly PodSet[]): Draft[] {
  // Pods that an operator makes have ports that nothing here tells.
  if (pods.some(({ spec }) => spec === undefined)) return [];
  return itemsOf(objectAt(by.resource.manifest, "spec"), "ports", "spec").flatMap(({ value, path }): Draft[] => {
    const target = value["targetPort"] ?? value["port"];
    const protocol = stringAt(value, "protocol") ?? "TCP";
    const at = value["targetPort"] === undefined ? `${path}.port` : `${path}.targetPort`;
    const declared = pods.map(portsOf);
    const all = declared.flat();
    const names = listed([...new Set(pods.map(nameOf))]);
    if (typeof target === "string" && !/^\d+$/.test(target)) {
      if (!/^[a-z0-9-]+$/.test(target) || all.some((one) => one.name === target && one.protocol === protocol))
        return [];
      const message = `${nameOf(by)}: no container of ${names} has a ${protocol} port named ${target}`;
      const known = all.flatMap(({ name, number }) => (name === undefined ? [] : [`${name} (${number})`]));
      const hint = known.length === 0 ? "Name the port in the container's ports" : `There is ${listed(known)}`;
      return [{ rule: "wiring/service-port", message, hint, by, path: at }];
    }
    const number = Number(target);
    const silent = pods.some((one) => runningContainers(one).some(({ value: container }) => !hasPorts(container)));
    if (Number.isNaN(number) || silent || all.some((one) => one.number === number)) return [];
    const message = `${nameOf(by)} sends to port ${number}, which no container of ${names} declares`;
    const hint = `Declared are ${listed(all.map((one) => String(one.number)))}; a port need not be declared to be open`;
    return [{ rule: "wiring/service-port", message, hint, by, path: at, severity: "notice" }];
  });
}

const hasPorts = (container: { [key: string]: unknown }): boolean =>
  Array.isArray(container["ports"]) && container["ports"].length > 0;

/** Name and number of a Service's ports, and where each goes. */
export interface ServicePort {
  name?: string;
  number: number;
  target: number | string;
  protocol: string;
}

export function servicePorts({ resource: { manifest } }: Placed): ServicePort[] {
  return itemsOf(objectAt(manifest, "spec"), "ports", "").flatMap(({ value }) => {
    const { port, targetPort } = value;
    if (typeof port !== "number") return [];
    const target = typeof targetPort === "number" || typeof targetPort === "string" ? targetPort : port;
    const name = stringAt(value, "name");
    return [
      { ...(name !== undefined && { name }), number: port, target, protocol: stringAt(value, "protocol") ?? "TCP" },
    ];
  });
}
