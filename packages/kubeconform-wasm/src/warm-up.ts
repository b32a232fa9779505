import type { WarmUp } from "go-wasm-host/snapshot";
import { answersOf } from "./locations/answers.ts";
import { bundledLocation } from "./locations/bundled.ts";
import { openSchemas } from "./open-schemas.ts";

/** What nearly every repository has. Compiling the schemas of these kinds takes longer than validating thousands of resources. */
const usualKinds: Readonly<Record<string, readonly string[]>> = {
  v1: ["ConfigMap", "Namespace", "PersistentVolumeClaim", "Secret", "Service", "ServiceAccount"],
  "apps/v1": ["DaemonSet", "Deployment", "StatefulSet"],
  "autoscaling/v2": ["HorizontalPodAutoscaler"],
  "batch/v1": ["CronJob", "Job"],
  "networking.k8s.io/v1": ["Ingress", "NetworkPolicy"],
  "policy/v1": ["PodDisruptionBudget"],
  "rbac.authorization.k8s.io/v1": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
};

const schemas = openSchemas();
const location = bundledLocation(schemas);

/** Reads a document, and compiles the usual schemas of the newest Kubernetes. */
export const warmUp: WarmUp = {
  hostCalls: answersOf(() => [location]),
  calls: [
    { operation: "decode", request: { texts: ["apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"] }, files: {} },
    {
      operation: "validate",
      request: {
        resources: Object.entries(usualKinds).flatMap(([apiVersion, kinds]) =>
          kinds.map((kind) => ({ apiVersion, kind, metadata: { name: "a" } })),
        ),
        kubernetesVersion: schemas.versions.at(-1),
        strict: true,
        locations: [location.id],
      },
      files: {},
    },
  ],
};
