import { type HostReference, hostReferences } from "./hosts.ts";
import { pathOf, shut } from "./network-isolation.ts";
import { numbersOf, type Target, targetOf } from "./network-targets.ts";
import type { PodSet } from "./pods.ts";
import { allowsPort, type Direction, type Policies, type Policy, type Rule } from "./policies.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View } from "./view.ts";

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

/** Host names as a pod resolves them: of its own namespace, `name.namespace`, `name.namespace.svc…`. */
function resolve(view: View, from: PodSet, { host }: HostReference): Target | undefined {
  const [name = "", namespace = from.namespace, kind = "svc"] = host.split(".");
  return kind === "svc" ? targetOf(view, namespace, name, from) : undefined;
}
