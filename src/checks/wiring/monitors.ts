import { closest } from "../../model/closest.ts";
import { objectAt, stringAt } from "../../gitops/json.ts";
import { mayMatchUnseen } from "./excuses.ts";
import { isName, itemsOf, textPairs, textsOf } from "./fields.ts";
import { LabelIndex } from "./label-index.ts";
import { type Placed, type PodSet, portsOf } from "./pods.ts";
import { describe, labelSelector, type Selector } from "./selector.ts";
import { servicePorts } from "./services.ts";
import { listed, nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

const group = "monitoring.coreos.com";

/** ServiceMonitors and PodMonitors of the Prometheus operator that find nothing, or no port of the name they ask for. */
export const checkMonitors: WiringCheck = (view) => {
  const monitors = view.cluster.ofKind(`${group}/ServiceMonitor`);
  const services = monitors.length === 0 ? undefined : new LabelIndex(view.cluster.ofKind("Service").map(labelled));
  return [
    ...monitors.flatMap((by) => (services === undefined ? [] : serviceMonitor(view, by, services))),
    ...view.cluster.ofKind(`${group}/PodMonitor`).flatMap((by) => podMonitor(view, by)),
  ];
};

interface Labelled extends Placed {
  namespace: string;
  labels: ReadonlyMap<string, string>;
}

const labelled = (one: Placed): Labelled => ({
  ...one,
  namespace: one.resource.id.namespace ?? "",
  labels: new Map(textPairs(objectAt(one.resource.manifest, "metadata", "labels"))),
});

/** Undefined: in every namespace. */
function namespacesOf({ resource: { id, manifest } }: Placed): string[] | undefined {
  const selector = objectAt(manifest, "spec", "namespaceSelector");
  if (selector?.["any"] === true) return undefined;
  const names = textsOf(selector?.["matchNames"]);
  return names.length === 0 ? [id.namespace ?? ""] : names;
}

function serviceMonitor(view: View, by: Placed, services: LabelIndex<Labelled>): Draft[] {
  const spec = objectAt(by.resource.manifest, "spec");
  const selector = labelSelector(spec?.["selector"]);
  if (selector === undefined) return [];
  const namespaces = namespacesOf(by);
  const found = (namespaces ?? [undefined]).flatMap((namespace) => services.select(namespace, selector));
  if (found.length === 0) {
    const loose = view.isIsland ? services.select(undefined, selector) : [];
    return loose.length > 0 ? [] : nothing(view, by, selector, "Service", namespaces);
  }
  const names = found.flatMap((one) => servicePorts(one).flatMap(({ name }) => name ?? []));
  return itemsOf(spec, "endpoints", "spec").flatMap(({ value, path }) => {
    const port = stringAt(value, "port");
    if (!isName(port) || names.includes(port)) return [];
    return [withoutPort(by, { port, path: `${path}.port`, among: `Service ${listed(found.map(idOf))}`, names })];
  });
}

function podMonitor(view: View, by: Placed): Draft[] {
  const spec = objectAt(by.resource.manifest, "spec");
  const selector = labelSelector(spec?.["selector"]);
  if (selector === undefined) return [];
  const namespaces = namespacesOf(by);
  const found = (namespaces ?? [undefined]).flatMap((namespace) =>
    namespace === undefined ? view.cluster.pods.select(undefined, selector) : view.pods(namespace, selector, by),
  );
  if (found.length === 0) return nothing(view, by, selector, "pod", namespaces);
  if (found.some((one: PodSet) => one.spec === undefined)) return [];
  const names = found.flatMap((one) => portsOf(one).flatMap(({ name }) => name ?? []));
  return itemsOf(spec, "podMetricsEndpoints", "spec").flatMap(({ value, path }) => {
    const port = stringAt(value, "port");
    if (!isName(port) || names.includes(port)) return [];
    return [withoutPort(by, { port, path: `${path}.port`, among: `container of ${listed(found.map(nameOf))}`, names })];
  });
}

const idOf = ({ resource }: Placed): string => resource.id.name;

function nothing(
  view: View,
  by: Placed,
  selector: Selector,
  what: "Service" | "pod",
  namespaces: readonly string[] | undefined,
): Draft[] {
  const unseen =
    namespaces === undefined
      ? view.mayHideAnywhere()
      : namespaces.some((one) => mayMatchUnseen(view, one, selector) || isElsewhere(view, by, one));
  if (unseen) return [];
  const where = namespaces === undefined ? "in any namespace" : `in namespace ${listed(namespaces)}`;
  const labels = describe(selector);
  const message = `${nameOf(by)} finds no ${what} ${where.replace(/ $/, "")} with the labels ${labels}, so nothing is scraped`;
  const hint =
    what === "Service"
      ? "The labels are those of the Service itself, not those of its pods; other namespaces need a namespaceSelector"
      : "The labels are those of the pod template; other namespaces need a namespaceSelector";
  return [{ rule: "wiring/monitor-target", message, hint, by, path: "spec.selector" }];
}

/** A namespace that is named and that this repository puts nothing into is somebody else's. */
const isElsewhere = (view: View, by: Placed, namespace: string): boolean =>
  namespace !== (by.resource.id.namespace ?? "") && view.isForeign(namespace);

interface Missing {
  port: string;
  path: string;
  among: string;
  names: readonly string[];
}

function withoutPort(by: Placed, { port, path, among, names }: Missing): Draft {
  const near = closest(port, names);
  const known = names.length === 0 ? "its ports have no names" : `there is ${listed(names)}`;
  const hint = near === undefined ? `A port is found by its name; ${known}` : `Perhaps ${near} is meant; ${known}`;
  const message = `${nameOf(by)}: no port of ${among} is named ${port}, so nothing is scraped there`;
  return { rule: "wiring/monitor-target", message, hint, by, path };
}
