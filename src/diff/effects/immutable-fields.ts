import type { FieldChange } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { isWithin } from "./difference.ts";
import { objectAt, objectsAt, textAt, valueAt } from "./json.ts";

/** Fields of a kind that the API server lets nobody change, as its validation of updates has them. */
interface Rule {
  /** Paths that stay as they are, with everything below. */
  fixed: readonly string[];
  /** Of those, what may change all the same. */
  free?: readonly string[];
  /** Only for resources that were like this. */
  when?: (before: JsonObject, after: JsonObject) => boolean;
  /** Why, where the path alone does not say it. */
  because?: string;
}

const template = ["spec.template"];
const always = (...fixed: string[]): Rule[] => [{ fixed }];
const wasImmutable: Rule = {
  fixed: ["data", "binaryData", "stringData", "immutable"],
  when: (before) => before.immutable === true,
  because: "it is marked immutable",
};
const servesAddress = (spec: JsonObject): boolean => spec.type !== "ExternalName";

/** Group and kind → rules of `ValidateXUpdate` in Kubernetes' own validation packages. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  "apps/Deployment": always("spec.selector"),
  "apps/ReplicaSet": always("spec.selector"),
  "apps/DaemonSet": always("spec.selector"),
  "apps/StatefulSet": [
    {
      fixed: ["spec"],
      free: [
        "spec.replicas",
        "spec.ordinals",
        "spec.template",
        "spec.updateStrategy",
        "spec.revisionHistoryLimit",
        "spec.persistentVolumeClaimRetentionPolicy",
        "spec.minReadySeconds",
      ],
    },
  ],
  "apps/ControllerRevision": always("data"),
  "batch/Job": [
    ...always("spec.selector", "spec.completionMode", "spec.podFailurePolicy", "spec.backoffLimitPerIndex"),
    ...always("spec.managedBy", "spec.successPolicy"),
    // What decides where the pods run may change while the Job is suspended.
    {
      fixed: template,
      free: [
        "spec.template.spec.nodeSelector",
        "spec.template.spec.affinity",
        "spec.template.spec.tolerations",
        "spec.template.spec.schedulingGates",
        "spec.template.metadata.annotations",
        "spec.template.metadata.labels",
      ],
      when: (before) => valueAt(before, "spec", "suspend") === true,
    },
    { fixed: template, when: (before) => valueAt(before, "spec", "suspend") !== true },
    { fixed: ["spec.completions"], when: (before) => textAt(before, "spec", "completionMode") !== "Indexed" },
  ],
  "/Pod": [
    {
      fixed: ["spec"],
      free: ["spec.activeDeadlineSeconds", "spec.tolerations", "spec.terminationGracePeriodSeconds"],
    },
  ],
  "/Service": [
    {
      fixed: ["spec.clusterIP", "spec.clusterIPs"],
      // Left out, the API server fills in the address that it has.
      when: (before, after) =>
        [before, after].every((side) => servesAddress(objectAt(side, "spec"))) &&
        [undefined, ""].every((none) => textAt(after, "spec", "clusterIP") !== none),
      because: "a Service keeps its address",
    },
    {
      fixed: ["spec.loadBalancerClass"],
      when: (before, after) => [before, after].every((side) => textAt(side, "spec", "type") === "LoadBalancer"),
    },
    {
      fixed: ["spec.healthCheckNodePort"],
      when: (before) => valueAt(before, "spec", "healthCheckNodePort") !== undefined,
    },
  ],
  "/PersistentVolumeClaim": [
    { fixed: ["spec"], free: ["spec.resources", "spec.volumeAttributesClassName"], because: "only its size may grow" },
  ],
  "/PersistentVolume": [
    {
      fixed: ["spec"],
      free: [
        "spec.capacity",
        "spec.accessModes",
        "spec.claimRef",
        "spec.persistentVolumeReclaimPolicy",
        "spec.storageClassName",
        "spec.mountOptions",
        "spec.volumeAttributesClassName",
      ],
    },
  ],
  "/ConfigMap": [wasImmutable],
  "/Secret": [wasImmutable, { fixed: ["type"] }],
  "storage.k8s.io/StorageClass": always("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"),
  "storage.k8s.io/VolumeAttributesClass": always("driverName", "parameters"),
  "storage.k8s.io/VolumeAttachment": always("spec"),
  "storage.k8s.io/CSIDriver": always("spec.attachRequired", "spec.volumeLifecycleModes"),
  "rbac.authorization.k8s.io/RoleBinding": always("roleRef"),
  "rbac.authorization.k8s.io/ClusterRoleBinding": always("roleRef"),
  "scheduling.k8s.io/PriorityClass": always("value", "preemptionPolicy"),
  "node.k8s.io/RuntimeClass": always("handler"),
  "networking.k8s.io/IngressClass": always("spec.controller"),
  "networking.k8s.io/IPAddress": always("spec.parentRef"),
  "discovery.k8s.io/EndpointSlice": always("addressType"),
  "resource.k8s.io/ResourceClaim": always("spec"),
  "resource.k8s.io/ResourceClaimTemplate": always("spec"),
  "certificates.k8s.io/CertificateSigningRequest": always("spec"),
  "apiextensions.k8s.io/CustomResourceDefinition": always(
    "spec.scope",
    "spec.group",
    "spec.names.kind",
    "spec.names.plural",
  ),
};

/** The changed fields that a kind's rules forbid to change, and why. */
export function forbiddenChanges(
  groupKind: string,
  fields: readonly FieldChange[],
  before: JsonObject,
  after: JsonObject,
): { path: string; because?: string }[] {
  const own = Object.hasOwn(rules, groupKind) ? (rules[groupKind] ?? []) : [];
  const applying = own.filter(({ when }) => when === undefined || when(before, after));
  const found = fields.flatMap(({ path }) => {
    const broken = applying.find(({ fixed, free = [] }) => {
      const isFixed = fixed.some((around) => isWithin(path, around) || isWithin(around, path));
      return isFixed && !free.some((around) => isWithin(path, around)) && !isPodImage(groupKind, path);
    });
    if (broken === undefined) return [];
    return [{ path, ...(broken.because === undefined ? {} : { because: broken.because }) }];
  });
  return [...found, ...lostVersions(groupKind, before, after)];
}

/** Of a pod that runs, little but its images may change. */
function isPodImage(groupKind: string, path: string): boolean {
  return groupKind === "/Pod" && /^spec\.(?:initC|c)ontainers\[[^\]]*\]\.image$/.test(path);
}

/** Objects may still be stored in the version that a definition used to store. */
function lostVersions(groupKind: string, before: JsonObject, after: JsonObject): { path: string; because: string }[] {
  if (groupKind !== "apiextensions.k8s.io/CustomResourceDefinition") return [];
  const kept = new Set(objectsAt(after, "spec", "versions").map(({ name }) => name));
  return objectsAt(before, "spec", "versions")
    .filter(({ name, storage }) => storage === true && !kept.has(name))
    .map(({ name }) => ({
      path: `spec.versions[name=${String(name)}]`,
      because: "objects may still be stored in it",
    }));
}
