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
  "argoproj.io/v1alpha1": ["Application", "ApplicationSet", "AppProject"],
  "bitnami.com/v1alpha1": ["SealedSecret"],
  "cert-manager.io/v1": ["Certificate", "ClusterIssuer"],
  "monitoring.coreos.com/v1": ["PrometheusRule", "ServiceMonitor"],
  "traefik.io/v1alpha1": ["IngressRoute", "Middleware"],
};
/** Those that clusters run: Kubernetes supports the three newest minors, and k3s and others are slower. */
const usualVersions = 4;

const schemas = openSchemas();
const location = bundledLocation(schemas);

const resources = Object.entries(usualKinds).flatMap(([apiVersion, kinds]) =>
  kinds.map((kind) => ({ apiVersion, kind, metadata: { name: "a" } })),
);

/** Reads a document, and compiles the usual schemas of the newest Kubernetes versions. */
export const warmUp: WarmUp = {
  hostCalls: answersOf(() => [location]),
  calls: [
    { operation: "decode", request: { texts: ["apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"] }, files: {} },
    ...schemas.versions.slice(-usualVersions).map((kubernetesVersion) => ({
      operation: "validate",
      request: { resources, kubernetesVersion, strict: true, locations: [location.id] },
      files: {},
    })),
  ],
};
