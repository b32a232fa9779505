import { backendsOf, routeKinds } from "./backends.ts";
import { namespaceNames, pathOf, shut } from "./network-isolation.ts";
import { numbersOf, targetOf } from "./network-targets.ts";
import type { PodSet } from "./pods.ts";
import { allowsPort, type Policies, type Policy, type Rule } from "./policies.ts";
import type { ServicePort } from "./services.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View } from "./view.ts";

/** Routes whose pods no rule lets an ingress controller reach. */
export function checkIngressTraffic(view: View, policies: Policies): Draft[] {
  const told = new Set<unknown>();
  return routeKinds.flatMap((kind) =>
    view.cluster.ofKind(kind).flatMap((by) =>
      backendsOf(kind, by).flatMap(({ service, namespace, port }) => {
        const target = targetOf(view, namespace, service, by);
        const ports = target?.ports.filter(
          ({ name, number }) => port === undefined || port === number || port === name,
        );
        if (target === undefined || ports === undefined || ports.length === 0) return [];
        const { pods } = target;
        const closed = pods.map((one) =>
          shut(policies, one, "ingress", (rule, policy) => lets(view, { rule, policy, pods: one, ports })),
        );
        const [first] = closed;
        if (first === undefined || closed.includes(undefined) || told.has(first.resource)) return [];
        told.add(first.resource);
        const at = ports.map(({ target: number }) => number).join(", ");
        const message = `${nameOf(first)} keeps ingress controllers from port ${at} of ${pods.map(nameOf).join(", ")}, to which ${nameOf(by)} leads`;
        const hint = `Add a rule for the namespace of the controller, such as kube-system for k3s' Traefik, and port ${at}, which is that of the pod and not of the Service`;
        return [{ rule: "wiring/network-ingress" as const, message, hint, by: first, path: pathOf(first, "ingress") }];
      }),
    ),
  );
}

interface Attempt {
  rule: Rule;
  policy: Policy;
  pods: PodSet;
  ports: readonly ServicePort[];
}

/** Whether a rule may be meant for an ingress controller: wherever that runs, it is none of the other pods that are seen. */
function lets(view: View, { rule, policy, pods, ports }: Attempt): boolean {
  const open = ports.some((port) => numbersOf(port, pods).some((one) => allowsPort(rule, pods, one)));
  if (!open || rule.peers === undefined) return open;
  return rule.peers.some(({ block, namespaces, pods: selector }) => {
    if (block) return true;
    const known = selector === undefined ? [] : view.cluster.pods.select(undefined, selector);
    if (namespaces === undefined) {
      const here = known.filter(({ namespace }) => namespace === policy.namespace);
      return selector === undefined
        ? view.cluster.pods.in(policy.namespace).some(isController)
        : here.length === 0 || here.some(isController);
    }
    const names = namespaceNames(namespaces);
    if (names === undefined) return selector === undefined || known.length === 0 || known.some(isController);
    return names.some((name) => {
      const inside = view.cluster.pods.in(name);
      return inside.length === 0 || view.mayHide(name) || inside.some(isController);
    });
  });
}

const controllers =
  /traefik|nginx|haproxy|contour|envoy|kong|istio|gateway|ingress|caddy|apisix|cloudflared|tunnel|proxy/i;

/** Whether pods look like those of an ingress controller: rather one too many than a false alarm. */
const isController = (pods: PodSet): boolean =>
  controllers.test(pods.resource.id.name) || [...pods.labels.values()].some((value) => controllers.test(value));
