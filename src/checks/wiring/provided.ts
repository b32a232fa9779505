import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject, Resource } from "../../model/resource.ts";
import { type Cluster, groupKind } from "./cluster.ts";
import { annotationsOf, itemsOf } from "./fields.ts";
import type { Placed } from "./pods.ts";

/** A ConfigMap or Secret that will exist. `keys` are absent where they are not known. */
export interface Provided {
  kind: "ConfigMap" | "Secret";
  namespace: string;
  name: string;
  keys?: ReadonlySet<string>;
  by: Placed;
}

type Offer = Omit<Provided, "namespace" | "by"> & { namespace?: string };

/** What a resource brings: itself, or what a controller makes of it. */
type Provider = (resource: Resource) => Offer[];

const keysOf = (...maps: unknown[]): Set<string> =>
  new Set(maps.flatMap((map) => (isObject(map) ? Object.keys(map) : [])));

const secret = (name: string, keys?: ReadonlySet<string>): Offer => ({ kind: "Secret", name, ...(keys && { keys }) });

/** Keys of the credentials that CloudNativePG makes. */
const credentials = new Set(
  "username user password dbname host port uri jdbc-uri fqdn-uri fqdn-jdbc-uri pgpass".split(" "),
);

const providers = new Map<string, Provider>([
  ["Secret", ({ id, manifest }) => [secret(id.name, keysOfSecret(manifest))]],
  [
    "ConfigMap",
    ({ id, manifest }) => [
      { kind: "ConfigMap", name: id.name, keys: keysOf(manifest["data"], manifest["binaryData"]) },
    ],
  ],
  ["bitnami.com/SealedSecret", sealed],
  ["external-secrets.io/ExternalSecret", external],
  [
    "external-secrets.io/ClusterExternalSecret",
    ({ id, manifest }) => [
      secret(stringAt(manifest, "spec", "externalSecretName") ?? id.name),
      ...external({ id, manifest: { spec: objectAt(manifest, "spec", "externalSecretSpec") ?? {} }, origin: [] }),
    ],
  ],
  ["cert-manager.io/Certificate", ({ manifest }) => named(stringAt(manifest, "spec", "secretName"))],
  ["cert-manager.io/Issuer", account],
  ["cert-manager.io/ClusterIssuer", account],
  ["postgresql.cnpg.io/Cluster", database],
  ["networking.k8s.io/Ingress", ({ manifest }) => (isIssued(manifest) ? tlsNames(manifest) : [])],
  ["gateway.networking.k8s.io/Gateway", ({ manifest }) => (isIssued(manifest) ? listenerNames(manifest) : [])],
  [
    "Service",
    ({ manifest }) =>
      named(stringAt(manifest, "metadata", "annotations", "service.beta.openshift.io/serving-cert-secret-name")),
  ],
]);

const named = (name: string | undefined): Offer[] => (name === undefined ? [] : [secret(name)]);

/** A token's Secret is filled in by Kubernetes. */
function keysOfSecret(manifest: JsonObject): Set<string> | undefined {
  if (manifest["type"] === "kubernetes.io/service-account-token") return undefined;
  return keysOf(manifest["data"], manifest["stringData"]);
}

/** The controller names the Secret after the SealedSecret, and adds what the template holds in plain text. */
function sealed({ id, manifest }: Resource): Offer[] {
  const spec = objectAt(manifest, "spec");
  const template = objectAt(spec, "template");
  return [secret(id.name, keysOf(spec?.["encryptedData"], template?.["data"], template?.["stringData"]))];
}

/** The keys are known where each is named: `dataFrom` and templates from elsewhere bring others. */
function external({ id, manifest }: Resource): Offer[] {
  const spec = objectAt(manifest, "spec");
  const target = objectAt(spec, "target");
  const template = objectAt(target, "template");
  const open =
    itemsOf(spec, "dataFrom", "").length > 0 ||
    itemsOf(template, "templateFrom", "").length > 0 ||
    ["Merge", "None"].includes(stringAt(target, "creationPolicy") ?? "");
  const data = itemsOf(spec, "data", "").flatMap(({ value }) => stringAt(value, "secretKey") ?? []);
  const keys = new Set([...data, ...keysOf(template?.["data"])]);
  const kind = stringAt(target, "manifest", "kind") === "ConfigMap" ? "ConfigMap" : "Secret";
  return [{ kind, name: stringAt(target, "name") ?? id.name, ...(!open && { keys }) }];
}

/** The ACME account's key is made by cert-manager. */
function account({ manifest }: Resource): Offer[] {
  return named(stringAt(manifest, "spec", "acme", "privateKeySecretRef", "name"));
}

/** https://cloudnative-pg.io/documentation/current/applications/ */
function database({ id }: Resource): Offer[] {
  return [
    secret(`${id.name}-app`, credentials),
    secret(`${id.name}-superuser`, credentials),
    ...["ca", "server", "replication"].map((part) => secret(`${id.name}-${part}`)),
    { kind: "ConfigMap", name: "cnpg-default-monitoring" },
  ];
}

const issuers = ["cert-manager.io/", "kubernetes.io/tls-acme", "acme.cert-manager.io/"];

/** cert-manager makes the certificates of what has its annotations. */
const isIssued = (manifest: JsonObject): boolean =>
  Object.keys(annotationsOf(manifest)).some((key) => issuers.some((start) => key.startsWith(start)));

function tlsNames(manifest: JsonObject): Offer[] {
  const spec = objectAt(manifest, "spec");
  return itemsOf(spec, "tls", "").flatMap(({ value }) => named(stringAt(value, "secretName")));
}

function listenerNames(manifest: JsonObject): Offer[] {
  const listeners = itemsOf(objectAt(manifest, "spec"), "listeners", "");
  return listeners.flatMap(({ value }) =>
    itemsOf(objectAt(value, "tls"), "certificateRefs", "").flatMap(({ value: ref }) => {
      const namespace = stringAt(ref, "namespace");
      return named(stringAt(ref, "name")).map((one) => ({ ...one, ...(namespace !== undefined && { namespace }) }));
    }),
  );
}

/** All ConfigMaps and Secrets that a cluster will have, by kind and name. */
export function providedBy({ placed }: Cluster): ReadonlyMap<string, Provided[]> {
  const offers = placed.flatMap((by) => {
    const { resource } = by;
    const found = providers.get(groupKind(resource.id))?.(resource) ?? [];
    return found.map((one): Provided => ({ ...one, namespace: one.namespace ?? resource.id.namespace ?? "", by }));
  });
  return Map.groupBy(offers, ({ kind, name }) => `${kind} ${name}`);
}
