import type { Json, JsonObject } from "../model/resource.ts";
import { claim, metadata, podSpec } from "./defaults-pod.ts";
import { workloads } from "./defaults-workloads.ts";
import type { StructureNode } from "./structure.ts";
import { implied, keyed, listOf, map, object, quantities, set, spec, value } from "./structure-table.ts";

/** An absent targetPort is the port itself. */
const servicePort = object({ protocol: value("TCP"), targetPort: { defaultFrom: (port) => port.port } });
const external = (spec: JsonObject): boolean =>
  spec.type === "NodePort" || spec.type === "LoadBalancer" || spec.externalIPs !== undefined;

const service = object({
  type: value("ClusterIP"),
  sessionAffinity: value("None"),
  clusterIP: value(""),
  publishNotReadyAddresses: value(false),
  internalTrafficPolicy: { defaultFrom: (spec) => (spec.type === "ExternalName" ? undefined : "Cluster") },
  externalTrafficPolicy: { defaultFrom: (spec) => (external(spec) ? "Cluster" : undefined) },
  allocateLoadBalancerNodePorts: { defaultFrom: (spec) => (spec.type === "LoadBalancer" ? true : undefined) },
  selector: map(),
  ports: keyed(["port", "protocol"], servicePort),
});

/** "If this field is not specified, it will default based on the existence of ingress or egress rules." */
function policyTypes(spec: JsonObject): Json {
  return Array.isArray(spec.egress) && spec.egress.length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}
const policyRule = object({ ports: listOf(object({ protocol: value("TCP") })) });

const rbacGroup = "rbac.authorization.k8s.io";
const subject = object({
  apiGroup: { defaultFrom: (subject) => (subject.kind === "ServiceAccount" ? "" : rbacGroup) },
});
const binding = object({ subjects: listOf(subject), roleRef: object({ apiGroup: value(rbacGroup) }) });
const grants = object({
  rules: listOf(object({ verbs: set, resources: set, apiGroups: set, resourceNames: set, nonResourceURLs: set })),
});

const webhook = object({
  failurePolicy: value("Fail"),
  matchPolicy: value("Equivalent"),
  timeoutSeconds: value(10),
  reinvocationPolicy: value("Never"),
  namespaceSelector: implied(),
  objectSelector: implied(),
  rules: listOf(object({ scope: value("*") })),
  clientConfig: object({ service: object({ port: value(443) }) }),
});
const webhooks = object({ webhooks: keyed(["name"], webhook) });

const definition = object({
  conversion: implied({ strategy: value("None") }),
  preserveUnknownFields: value(false),
  names: object({
    singular: { defaultFrom: (names) => (typeof names.kind === "string" ? names.kind.toLowerCase() : undefined) },
    listKind: { defaultFrom: (names) => (typeof names.kind === "string" ? `${names.kind}List` : undefined) },
  }),
  versions: keyed(["name"]),
});

const data = { data: map(), binaryData: map(), stringData: map(), immutable: value(false) };

/** Kind (with its group) → what is known of it without any schema. */
const kinds: Readonly<Record<string, StructureNode>> = {
  ...workloads,
  "/Pod": spec(podSpec),
  "/ConfigMap": object(data),
  "/Secret": object({ ...data, type: value("Opaque") }),
  "/Service": spec(service),
  "/PersistentVolumeClaim": spec(claim),
  "/PersistentVolume": spec(
    object({
      persistentVolumeReclaimPolicy: value("Retain"),
      hostPath: object({ type: value("") }),
      volumeMode: value("Filesystem"),
      capacity: quantities,
    }),
  ),
  "/ResourceQuota": spec(object({ hard: quantities })),
  "/LimitRange": spec(
    object({
      limits: listOf(
        object({
          min: quantities,
          max: quantities,
          default: quantities,
          defaultRequest: quantities,
          maxLimitRequestRatio: quantities,
        }),
      ),
    }),
  ),
  "networking.k8s.io/NetworkPolicy": spec(
    object({
      policyTypes: { setList: true, defaultFrom: policyTypes },
      ingress: listOf(policyRule),
      egress: listOf(policyRule),
    }),
  ),
  "rbac.authorization.k8s.io/Role": grants,
  "rbac.authorization.k8s.io/ClusterRole": grants,
  "rbac.authorization.k8s.io/RoleBinding": binding,
  "rbac.authorization.k8s.io/ClusterRoleBinding": binding,
  "admissionregistration.k8s.io/MutatingWebhookConfiguration": webhooks,
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration": webhooks,
  "apiextensions.k8s.io/CustomResourceDefinition": spec(definition),
  "storage.k8s.io/StorageClass": object({
    reclaimPolicy: value("Delete"),
    volumeBindingMode: value("Immediate"),
    allowVolumeExpansion: value(false),
  }),
};

/** What is known of a kind without any schema; every object has the metadata. */
export function knownStructure(apiVersion: string, kind: string): StructureNode {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  const key = `${group}/${kind}`;
  const known = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  return { property: (name) => (name === "metadata" ? metadata : known?.property?.(name)) };
}
