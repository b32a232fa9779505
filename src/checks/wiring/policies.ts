import { objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import { itemsOf, textPairs, textsOf } from "./fields.ts";
import { type Placed, type PodSet, portsOf } from "./pods.ts";
import { isEverything, type Labels, labelSelector, type Selector, selects } from "./selector.ts";
import type { View } from "./view.ts";

export type Direction = "ingress" | "egress";

export interface Port {
  number: number;
  protocol: string;
}

/** Peers and ports of one rule; absent ones mean all. */
export interface Rule {
  peers?: Peer[];
  ports?: JsonObject[];
}

/** `namespaces` absent: those of the policy's own. An address block may hold anything. */
interface Peer {
  block: boolean;
  namespaces?: Selector;
  pods?: Selector;
}

export interface Policy extends Placed {
  namespace: string;
  selector: Selector;
  directions: readonly Direction[];
  rules: Record<Direction, Rule[]>;
}

/** Kinds of other makers' policies, which allow and forbid besides Kubernetes' own. */
const foreignGroups = [
  "cilium.io",
  "projectcalico.org",
  "crd.projectcalico.org",
  "policy.networking.k8s.io",
  "antrea.io",
];

/** The NetworkPolicies of an environment; what can be told about them is certain, and the rest is left open. */
export class Policies {
  private readonly view: View;
  /** By the first label that a policy asks for, so that pods meet only those that may be about them. */
  private readonly byLabel: Map<string, Policy[]>;
  private readonly namespaces: ReadonlyMap<string, Labels>;
  private readonly isMixed: boolean;

  constructor(view: View) {
    this.view = view;
    const all = view.cluster.ofKind("networking.k8s.io/NetworkPolicy").flatMap(policyOf);
    this.byLabel = Map.groupBy(all, ({ namespace, selector }) => postingOf(namespace, selector.labels[0]));
    this.isMixed = all.length > 0 && view.cluster.hasGroup(foreignGroups);
    this.namespaces = new Map(
      view.cluster
        .ofKind("Namespace")
        .map(({ resource: { id, manifest } }) => [
          id.name,
          new Map(textPairs(objectAt(manifest, "metadata", "labels"))),
        ]),
    );
  }

  get isEmpty(): boolean {
    return this.byLabel.size === 0 || this.isMixed;
  }

  /** Policies that isolate pods in a direction; undefined where none does, or where more may be than is seen. */
  isolating(pods: PodSet, direction: Direction): Policy[] | undefined {
    if (this.isEmpty || pods.spec?.["hostNetwork"] === true || this.view.mayHide(pods.namespace)) return undefined;
    const { namespace, labels } = pods;
    const found = [undefined, ...labels].flatMap((label) =>
      (this.byLabel.get(postingOf(namespace, label)) ?? []).filter(
        ({ selector, directions }) => directions.includes(direction) && selects(selector, labels),
      ),
    );
    return found.length === 0 ? undefined : found;
  }

  /** Whether pods are a peer of a rule; what is not known for sure counts as yes. */
  mayBePeer({ peers }: Rule, { namespace: own }: Policy, { namespace, labels }: PodSet): boolean {
    if (peers === undefined) return true;
    return peers.some(({ block, namespaces, pods }) => {
      if (block) return true;
      const inside = namespaces === undefined ? namespace === own : this.mayBeNamespace(namespaces, namespace);
      return inside && (pods === undefined || selects(pods, labels));
    });
  }

  mayBeNamespace(selector: Selector, namespace: string): boolean {
    const name = ["kubernetes.io/metadata.name", namespace] as const;
    const known = this.namespaces.get(namespace);
    if (known !== undefined) return selects(selector, new Map([...known, name]));
    // Nothing but its name is known of a namespace that is made elsewhere.
    const ofName = {
      labels: selector.labels.filter(([key]) => key === name[0]),
      requirements: selector.requirements.filter(({ key }) => key === name[0]),
    };
    return isEverything(ofName) || selects(ofName, new Map([name]));
  }
}

const postingOf = (namespace: string, label: readonly [string, string] | undefined): string =>
  label === undefined ? namespace : `${namespace} ${label[0]}=${label[1]}`;

function policyOf(placed: Placed): Policy[] {
  const { id, manifest } = placed.resource;
  const spec = objectAt(manifest, "spec");
  const selector = labelSelector(spec?.["podSelector"] ?? {});
  if (spec === undefined || selector === undefined) return [];
  const types = textsOf(spec["policyTypes"]);
  const isolates = (type: string, otherwise: boolean): boolean =>
    types.length === 0 ? otherwise : types.includes(type);
  const directions: Direction[] = [];
  if (isolates("Ingress", true)) directions.push("ingress");
  if (isolates("Egress", Array.isArray(spec["egress"]))) directions.push("egress");
  const rules = { ingress: rulesOf(spec, "ingress", "from"), egress: rulesOf(spec, "egress", "to") };
  return [{ ...placed, namespace: id.namespace ?? "", selector, directions, rules }];
}

function rulesOf(spec: JsonObject, direction: Direction, side: "from" | "to"): Rule[] {
  return itemsOf(spec, direction, "").map(({ value }) => {
    const peers = itemsOf(value, side, "").map(({ value: peer }): Peer => {
      const namespaces = labelSelector(peer["namespaceSelector"]);
      const pods = labelSelector(peer["podSelector"]);
      return { block: peer["ipBlock"] !== undefined, ...(namespaces && { namespaces }), ...(pods && { pods }) };
    });
    const ports = itemsOf(value, "ports", "").map((one) => one.value);
    return { ...(peers.length > 0 && { peers }), ...(ports.length > 0 && { ports }) };
  });
}

/** Whether a rule lets traffic to a port through; a named port is that of the pods it goes to. */
export function allowsPort({ ports }: Rule, target: PodSet | undefined, { number, protocol }: Port): boolean {
  if (ports === undefined) return true;
  return ports.some(({ port, endPort, ...rest }) => {
    if ((stringAt(rest, "protocol") ?? "TCP") !== protocol) return false;
    if (port === undefined) return true;
    if (typeof port === "number")
      return typeof endPort === "number" ? port <= number && number <= endPort : port === number;
    if (target?.spec === undefined) return true;
    return portsOf(target).some((one) => one.name === port && one.number === number);
  });
}
