import { type Placed, type PodSet, portsOf } from "./pods.ts";
import type { Port } from "./policies.ts";
import { mapSelector } from "./selector.ts";
import { type ServicePort, servicePorts, serviceSelector } from "./services.ts";
import type { View } from "./view.ts";

/** Pods behind a Service, and the ports it sends to. */
export interface Target {
  service: string;
  pods: readonly PodSet[];
  ports: readonly ServicePort[];
}

export function targetOf(view: View, namespace: string, name: string, by: Placed): Target | undefined {
  const service = view.cluster.find("Service", namespace, name);
  if (service === undefined) return databaseTarget(view, namespace, name);
  const selector = serviceSelector(service);
  if (selector === undefined) return undefined;
  const pods = view.pods(namespace, selector, by);
  return pods.length === 0 ? undefined : { service: name, pods, ports: servicePorts(service) };
}

/** The Services of a CloudNativePG Cluster are made by its operator. */
function databaseTarget(view: View, namespace: string, service: string): Target | undefined {
  const cluster = service.replace(/-(?:rw|ro|r)$/, "");
  const found = cluster === service ? undefined : view.cluster.find("postgresql.cnpg.io/Cluster", namespace, cluster);
  if (found === undefined) return undefined;
  const pods = view.cluster.pods.select(namespace, mapSelector({ "cnpg.io/cluster": cluster }));
  return { service, pods, ports: [{ name: "postgres", number: 5432, target: 5432, protocol: "TCP" }] };
}

/** What a Service's port is in its pods; none where the pods do not tell. */
export function numbersOf({ target, protocol }: ServicePort, pods: PodSet): Port[] {
  if (typeof target === "number") return [{ number: target, protocol }];
  return portsOf(pods).flatMap(({ name, number }) => (name === target ? [{ number, protocol }] : []));
}
