import { backendsOf, routeKinds } from "./backends.ts";
import { type HostReference, hostReferences } from "./hosts.ts";
import { type Placed, type PodSet, portsOf } from "./pods.ts";
import { allowsPort, type Direction, type Policies, type Policy, type Port, type Rule } from "./policies.ts";
import { mapSelector } from "./selector.ts";
import { type ServicePort, servicePorts, serviceSelector } from "./services.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View } from "./view.ts";

/** Pods behind a Service, and the ports it sends to. */
interface Target {
  service: string;
  pods: readonly PodSet[];
  ports: readonly ServicePort[];
}

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

/** The namespaces that a selector names, where it says no more than their names. */
function namespaceNames({
  labels,
  requirements,
}: NonNullable<NonNullable<Rule["peers"]>[number]["namespaces"]>): string[] | undefined {
  const key = "kubernetes.io/metadata.name";
  const [[first, value] = []] = labels;
  if (labels.length === 1 && requirements.length === 0 && first === key && value !== undefined) return [value];
  const [requirement] = requirements;
  const isOnly = labels.length === 0 && requirements.length === 1;
  return isOnly && requirement?.key === key && requirement.operator === "In" ? [...requirement.values] : undefined;
}

const controllers =
  /traefik|nginx|haproxy|contour|envoy|kong|istio|gateway|ingress|caddy|apisix|cloudflared|tunnel|proxy/i;

/** Whether pods look like those of an ingress controller: rather one too many than a false alarm. */
const isController = (pods: PodSet): boolean =>
  controllers.test(pods.resource.id.name) || [...pods.labels.values()].some((value) => controllers.test(value));

/** Pods that are told of a Service in their environment, and may not reach it. */
export function checkServiceTraffic(view: View, policies: Policies): Draft[] {
  return view.cluster.pods.all.flatMap((from) => {
    if (from.spec?.["hostNetwork"] === true) return [];
    const told = new Set<string>();
    return hostReferences(from, view.cluster).flatMap((reference) => {
      const target = resolve(view, from, reference);
      if (target === undefined || told.has(target.service)) return [];
      const policy = between(policies, from, target, reference);
      if (policy === undefined) return [];
      told.add(target.service);
      return [cut(policy, from, target, reference)];
    });
  });
}

function cut(
  { policy, direction }: Cut,
  from: PodSet,
  { service, ports }: Target,
  { variable, port }: HostReference,
): Draft {
  const number = port ?? ports.map((one) => one.number).join(", ");
  const message = `${nameOf(policy)} keeps ${nameOf(from)} from Service ${service}, port ${number}, which its variable ${variable} names`;
  const hint =
    direction === "egress"
      ? "Allow the way out in a policy for these pods: rules name pods and their ports, not Services"
      : "Allow the way in in a policy for the Service's pods, by the labels of who calls";
  return { rule: "wiring/network-service", message, hint, by: policy, path: pathOf(policy, direction) };
}

interface Cut {
  policy: Policy;
  direction: Direction;
}

/** The policy that stands between pods and every pod of a Service; undefined where there may be a way. */
function between(policies: Policies, from: PodSet, { pods, ports }: Target, { port }: HostReference): Cut | undefined {
  const wanted = port === undefined ? ports : ports.filter(({ number }) => number === port);
  if (wanted.length === 0 || pods.length === 0) return undefined;
  let found: Cut | undefined;
  for (const to of pods) {
    if (to.spec?.["hostNetwork"] === true) return undefined;
    const numbers = wanted.flatMap((one) => numbersOf(one, to));
    if (numbers.length === 0) return undefined;
    const open = (rule: Rule): boolean => numbers.some((one) => allowsPort(rule, to, one));
    const out = shut(policies, from, "egress", (rule, policy) => open(rule) && policies.mayBePeer(rule, policy, to));
    const into = shut(policies, to, "ingress", (rule, policy) => open(rule) && policies.mayBePeer(rule, policy, from));
    if (out !== undefined) found ??= { policy: out, direction: "egress" };
    else if (into !== undefined) found ??= { policy: into, direction: "ingress" };
    else return undefined;
  }
  return found;
}

/** Pods that may go out somewhere, but not ask for an address. */
export function checkDnsTraffic(view: View, policies: Policies): Draft[] {
  return view.cluster.pods.all.flatMap((pods) => {
    const isolating = policies.isolating(pods, "egress");
    const policy =
      pods.spec?.["dnsPolicy"] === "None"
        ? undefined
        : shut(policies, pods, "egress", (rule, one) => letsDns(view, rule, one));
    // Pods that may go nowhere at all are meant to.
    if (policy === undefined || isolating?.every(({ rules }) => rules.egress.length === 0) !== false) return [];
    const message = `${nameOf(policy)} lets ${nameOf(pods)} out, but not to DNS, so no name resolves`;
    const hint = "Allow UDP and TCP port 53 to the pods k8s-app=kube-dns in namespace kube-system";
    return [{ rule: "wiring/network-dns" as const, message, hint, by: policy, path: pathOf(policy, "egress") }];
  });
}

/** DNS servers listen elsewhere in some distributions: CoreDNS' chart may, and OpenShift does. */
const dnsPorts = [53, 5353, 1053, 8053];

function letsDns(view: View, rule: Rule, { namespace: own }: Policy): boolean {
  const open = dnsPorts.some((number) =>
    ["UDP", "TCP"].some((protocol) => allowsPort(rule, undefined, { number, protocol })),
  );
  if (!open || rule.peers === undefined) return open;
  return rule.peers.some(({ block, namespaces }) => {
    if (block) return true;
    if (namespaces === undefined) return view.isSystem(own);
    const names = namespaceNames(namespaces);
    return names === undefined || names.some((name) => view.cluster.pods.in(name).length === 0 || view.isSystem(name));
  });
}

/** The policy to name where pods are isolated and no rule of any policy lets through. */
function shut(
  policies: Policies,
  pods: PodSet,
  direction: Direction,
  lets: (rule: Rule, policy: Policy) => boolean,
): Policy | undefined {
  const isolating = policies.isolating(pods, direction);
  if (isolating === undefined) return undefined;
  if (isolating.some((policy) => policy.rules[direction].some((rule) => lets(rule, policy)))) return undefined;
  return isolating.find(({ selector }) => selector.labels.length > 0) ?? isolating[0];
}

const pathOf = ({ rules }: Policy, direction: Direction): string =>
  rules[direction].length > 0 ? `spec.${direction}` : "spec.podSelector";

/** What a Service's port is in its pods; none where the pods do not tell. */
function numbersOf({ target, protocol }: ServicePort, pods: PodSet): Port[] {
  if (typeof target === "number") return [{ number: target, protocol }];
  return portsOf(pods).flatMap(({ name, number }) => (name === target ? [{ number, protocol }] : []));
}

/** Host names as a pod resolves them: of its own namespace, `name.namespace`, `name.namespace.svc…`. */
function resolve(view: View, from: PodSet, { host }: HostReference): Target | undefined {
  const [name = "", namespace = from.namespace, kind = "svc"] = host.split(".");
  return kind === "svc" ? targetOf(view, namespace, name, from) : undefined;
}

function targetOf(view: View, namespace: string, name: string, by: Placed): Target | undefined {
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
