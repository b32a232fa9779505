import { namespaceNames, pathOf, shut } from "./network-isolation.ts";
import { allowsPort, type Policies, type Policy, type Rule } from "./policies.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View } from "./view.ts";

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
