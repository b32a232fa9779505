import type { JsonObject } from "../model/resource.ts";
import { objectAt, stringAt } from "./json.ts";

type Scope = "Namespaced" | "Cluster";
/** Undefined: unknown, which Argo CD takes as namespaced. */
export type ScopeOf = (apiVersion: string, kind: string) => Scope | undefined;

/** Kubernetes' own cluster-scoped kinds by group, as its API server serves them from 1.31 to 1.37. */
const clusterKinds: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume", "ComponentStatus"],
  "admissionregistration.k8s.io": [
    "MutatingAdmissionPolicy",
    "MutatingAdmissionPolicyBinding",
    "MutatingWebhookConfiguration",
    "ValidatingAdmissionPolicy",
    "ValidatingAdmissionPolicyBinding",
    "ValidatingWebhookConfiguration",
  ],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "authentication.k8s.io": ["SelfSubjectReview", "TokenReview"],
  "authorization.k8s.io": ["SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"],
  "certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
  "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
  "internal.apiserver.k8s.io": ["StorageVersion"],
  "networking.k8s.io": ["IPAddress", "IngressClass", "ServiceCIDR"],
  "node.k8s.io": ["RuntimeClass"],
  policy: ["PodSecurityPolicy"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "resource.k8s.io": ["DeviceClass", "DeviceTaintRule", "ResourceSlice"],
  "scheduling.k8s.io": ["PriorityClass"],
  "storage.k8s.io": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"],
  "storagemigration.k8s.io": ["StorageVersionMigration"],
};

const builtInGroups = new Set([
  ...Object.keys(clusterKinds),
  "apps",
  "autoscaling",
  "batch",
  "coordination.k8s.io",
  "discovery.k8s.io",
  "events.k8s.io",
]);

export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}

function builtInScope(apiVersion: string, kind: string): Scope | undefined {
  const group = groupOf(apiVersion);
  if (Object.hasOwn(clusterKinds, group) && clusterKinds[group]?.includes(kind) === true) return "Cluster";
  return builtInGroups.has(group) ? "Namespaced" : undefined;
}

/** Kubernetes' kinds, then the CRDs among the given manifests, then whatever else the caller knows. */
export function scopeLookup(manifests: Iterable<JsonObject>, fallback: ScopeOf = () => undefined): ScopeOf {
  const declared = new Map<string, Scope>();
  for (const manifest of manifests) {
    if (manifest["kind"] !== "CustomResourceDefinition") continue;
    const spec = objectAt(manifest, "spec");
    const scope = stringAt(spec, "scope");
    if (scope === "Namespaced" || scope === "Cluster") {
      declared.set(`${stringAt(spec, "group")}/${stringAt(spec, "names", "kind")}`, scope);
    }
  }
  return (apiVersion, kind) =>
    builtInScope(apiVersion, kind) ?? declared.get(`${groupOf(apiVersion)}/${kind}`) ?? fallback(apiVersion, kind);
}
