import { closest } from "../../model/closest.ts";
import { objectAt, stringAt } from "../../gitops/json.ts";
import { isName, itemsOf } from "./fields.ts";
import { namesTold } from "./made.ts";
import { type ConfigReference, configReferences } from "./pod-references.ts";
import type { Placed } from "./pods.ts";
import { listed, nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

/** ConfigMaps that Kubernetes and OpenShift put into every namespace. */
const everywhere = new Set(["kube-root-ca.crt", "openshift-service-ca.crt"]);

/** ConfigMaps, Secrets and keys that are referred to and that nothing brings. */
export const checkConfig: WiringCheck = (view) => {
  const told = once(() => namesTold(view.cluster));
  const judge = (by: Placed, reference: ConfigReference): Draft[] => judgeReference(view, by, reference, told);
  const pods = view.cluster.pods.all.flatMap((one) =>
    configReferences(one).flatMap((reference) => judge(one, reference)),
  );
  return [
    ...withoutRepeats(pods),
    ...view.cluster.placed.flatMap((by) => certificates(by).flatMap((one) => judge(by, one))),
  ];
};

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function judgeReference(
  view: View,
  by: Placed,
  { kind, name, keys, path, use, mild = false }: ConfigReference,
  told: () => (namespace: string, name: string) => boolean,
): Draft[] {
  const namespace = by.resource.id.namespace ?? "";
  if (!isName(name)) return [];
  const found = view.provided(kind, namespace, name, by);
  if (found !== undefined) {
    const { keys: known } = found;
    if (known === undefined) return [];
    return keys
      .filter(({ key }) => isName(key) && !known.has(key))
      .map(({ key, path: at }) => {
        const near = closest(key, known);
        const there = known.size === 0 ? "it has none" : `it has ${listed([...known])}`;
        const hint = near === undefined ? there.replace("it", "It") : `Perhaps ${near} is meant; ${there}`;
        const message = `${nameOf(by)}: ${kind} ${name} has no key ${key}, which ${use} needs`;
        return { rule: "wiring/missing-key", message, hint, by, path: at };
      });
  }
  const isKnown = kind === "ConfigMap" ? everywhere.has(name) : false;
  if (isKnown || (view.isArgo(namespace) && name.startsWith("argocd-"))) return [];
  if (view.mayHide(namespace) || view.operators.mayBring(namespace, name) || told()(namespace, name)) return [];
  const rule = kind === "ConfigMap" ? "wiring/missing-configmap" : "wiring/missing-secret";
  const message = `${nameOf(by)}: ${kind} ${name}, which ${use} needs, is not in this environment`;
  // Pods start without a pull secret, and controllers serve a certificate of their own: both are often made by hand.
  const doubtful = view.isSystem(namespace) || mild;
  return [{ rule, message, hint: hintFor(view, kind, name, namespace), by, path, doubtful }];
}

function hintFor(view: View, kind: ConfigReference["kind"], name: string, namespace: string): string {
  const near = closest(name, view.namesOf(kind, namespace));
  if (near !== undefined) return `Perhaps ${kind} ${near} is meant`;
  const elsewhere = view.namespacesOf(kind, name);
  if (elsewhere.length > 0)
    return `There is one in namespace ${listed(elsewhere)}, but pods see only those of their own namespace`;
  return kind === "ConfigMap"
    ? "Add it, or mark the reference `optional: true`"
    : "Add a SealedSecret or an ExternalSecret of that name, or mark the reference `optional: true`";
}

/** Certificates that an Ingress, a Gateway or an IngressRoute serves; pull secrets of a ServiceAccount. */
function certificates({ resource: { id, manifest } }: Placed): ConfigReference[] {
  const spec = objectAt(manifest, "spec");
  const secret = (name: string | undefined, path: string, use: string): ConfigReference[] =>
    name === undefined || name === "" ? [] : [{ kind: "Secret", name, keys: [], path, use, mild: true }];
  if (id.kind === "ServiceAccount") {
    return itemsOf(manifest, "imagePullSecrets", "").flatMap(({ value, path }) =>
      secret(stringAt(value, "name"), `${path}.name`, "the pull of images"),
    );
  }
  if (id.kind === "Ingress") {
    return itemsOf(spec, "tls", "spec").flatMap(({ value, path }) =>
      secret(stringAt(value, "secretName"), `${path}.secretName`, "TLS"),
    );
  }
  if (id.kind === "IngressRoute" || id.kind === "IngressRouteTCP")
    return secret(stringAt(spec, "tls", "secretName"), "spec.tls.secretName", "TLS");
  if (id.kind !== "Gateway" || !id.apiVersion.startsWith("gateway.networking.k8s.io/")) return [];
  return itemsOf(spec, "listeners", "spec").flatMap(({ value, path }) =>
    itemsOf(objectAt(value, "tls"), "certificateRefs", `${path}.tls`)
      .filter(({ value: ref }) => (stringAt(ref, "kind") ?? "Secret") === "Secret" && ref["namespace"] === undefined)
      .flatMap(({ value: ref, path: at }) => secret(stringAt(ref, "name"), `${at}.name`, "TLS")),
  );
}

/** Several containers of a workload often need the same thing: the first of them says so. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<Placed["resource"], Set<string>>();
  return drafts.filter(({ by, rule, message }) => {
    const said = seen.get(by.resource) ?? new Set();
    seen.set(by.resource, said);
    const what = `${rule} ${message.replace(/, which .*$/, "")}`;
    return said.has(what) ? false : said.add(what) !== undefined;
  });
}
