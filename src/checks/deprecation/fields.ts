import { objectAt, stringAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { Finding } from "../../model/finding.ts";
import type { JsonObject, Resource } from "../../model/resource.ts";
import type { DeployedApplication, Platform } from "../platform.ts";
import { finding } from "../rules.ts";
import { podSetsOf } from "../wiring/pods.ts";

/** An annotation whose meaning has moved to a field, or is gone. Keys that end with "/" stand for all below them. */
interface OldKey {
  key: string;
  /** The kind it is on; pods where none is named. */
  kind?: string;
  /** The release that deprecates it, and the one from which it means nothing. */
  since: number;
  void?: number;
  instead: string;
}

/** https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const annotations: readonly OldKey[] = [
  { key: "kubernetes.io/ingress.class", kind: "Ingress", since: 18, instead: "spec.ingressClassName" },
  {
    key: "volume.beta.kubernetes.io/storage-class",
    kind: "PersistentVolumeClaim",
    since: 6,
    instead: "spec.storageClassName",
  },
  {
    key: "service.kubernetes.io/topology-aware-hints",
    kind: "Service",
    since: 27,
    instead: "spec.trafficDistribution",
  },
  {
    key: "service.alpha.kubernetes.io/tolerate-unready-endpoints",
    kind: "Service",
    since: 11,
    void: 25,
    instead: "spec.publishNotReadyAddresses",
  },
  { key: "seccomp.security.alpha.kubernetes.io/pod", since: 19, void: 27, instead: "securityContext.seccompProfile" },
  {
    key: "container.seccomp.security.alpha.kubernetes.io/",
    since: 19,
    void: 27,
    instead: "the container's securityContext.seccompProfile",
  },
  {
    key: "container.apparmor.security.beta.kubernetes.io/",
    since: 30,
    instead: "the container's securityContext.appArmorProfile",
  },
  { key: "scheduler.alpha.kubernetes.io/critical-pod", since: 13, void: 16, instead: "priorityClassName" },
];

/** Labels of nodes that selectors should not use any more. */
const nodeLabels: ReadonlyMap<string, [since: number, instead: string]> = new Map([
  ["beta.kubernetes.io/os", [14, "kubernetes.io/os"]],
  ["beta.kubernetes.io/arch", [14, "kubernetes.io/arch"]],
  ["beta.kubernetes.io/instance-type", [17, "node.kubernetes.io/instance-type"]],
  ["failure-domain.beta.kubernetes.io/zone", [17, "topology.kubernetes.io/zone"]],
  ["failure-domain.beta.kubernetes.io/region", [17, "topology.kubernetes.io/region"]],
  ["node-role.kubernetes.io/master", [20, "node-role.kubernetes.io/control-plane"]],
]);

/** Some controllers of clouds know nothing but the annotation. */
const annotationOnly = /^(?:gce|nce)/;

interface Old {
  path: string;
  says: string;
  hint: string;
}

/** Fields and annotations that have been replaced, one finding for each. */
export function checkOldFields(platform: Platform): Finding[] {
  const now = Number(platform.kubernetesVersion.split(".")[1] ?? 0);
  return platform.applications.flatMap((application) =>
    application.resources.flatMap((resource) =>
      [...ownAnnotations(resource, now), ...ofPods({ resource, application }, now)].map(({ path, says, hint }) =>
        finding("deprecation/field", `${resource.id.kind} ${resource.id.name}: ${says}`, {
          application: application.name,
          resource: resource.id,
          path,
          hint,
          at: platform.place(application, resource, path),
        }),
      ),
    ),
  );
}

function ownAnnotations({ id, manifest }: Resource, now: number): Old[] {
  const core = ["", "networking.k8s.io", "extensions"].includes(groupOf(id.apiVersion));
  return core ? oldAnnotations(manifest, "metadata", (kind) => kind === id.kind, now) : [];
}

function ofPods(placed: { resource: Resource; application: DeployedApplication }, now: number): Old[] {
  return podSetsOf(placed).flatMap(({ spec, path }) => {
    const owner = path.split(".").slice(0, -1);
    const template = owner.length === 0 ? placed.resource.manifest : objectAt(placed.resource.manifest, ...owner);
    const metadata = [...owner, "metadata"].join(".");
    const found = template === undefined ? [] : oldAnnotations(template, metadata, (kind) => kind === undefined, now);
    const account = stringAt(spec, "serviceAccount");
    if (account !== undefined && account !== "" && stringAt(spec, "serviceAccountName") === undefined) {
      const says = "serviceAccount is a deprecated alias of serviceAccountName";
      found.push({ path: `${path}.serviceAccount`, says, hint: "Rename it to serviceAccountName." });
    }
    for (const label of Object.keys(objectAt(spec, "nodeSelector") ?? {})) {
      const [since, instead = ""] = nodeLabels.get(label) ?? [];
      if (since === undefined || now < since) continue;
      const says = `the node label ${label} is deprecated since Kubernetes 1.${since}`;
      found.push({ path: `${path}.nodeSelector["${label}"]`, says, hint: `Use ${instead}.` });
    }
    return found;
  });
}

function oldAnnotations(manifest: JsonObject, path: string, fits: (kind?: string) => boolean, now: number): Old[] {
  const given = objectAt(manifest, "metadata", "annotations") ?? {};
  return Object.keys(given).flatMap((name) => {
    const old = annotations.find(
      ({ key, kind }) => fits(kind) && (key.endsWith("/") ? name.startsWith(key) : name === key),
    );
    if (old === undefined || now < old.since) return [];
    if (old.kind === "Ingress" && annotationOnly.test(String(given[name]))) return [];
    const state =
      old.void !== undefined && now >= old.void
        ? `has no effect since Kubernetes 1.${old.void}`
        : `is deprecated since Kubernetes 1.${old.since}`;
    return [
      { path: `${path}.annotations["${name}"]`, says: `the annotation ${name} ${state}`, hint: `Use ${old.instead}.` },
    ];
  });
}
