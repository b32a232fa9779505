/** An API version of an operator, and the release that ends it. */
export interface OperatorVersion {
  apiVersion: string;
  /** All kinds of the version unless named. */
  kinds?: readonly string[];
  replacement: string;
  /** "cert-manager 1.6", as it reads after "not served since". */
  gone?: string;
}

const flux = (group: string, versions: readonly [string, string | undefined][], stable: string): OperatorVersion[] =>
  versions.map(([version, gone]) => ({
    apiVersion: `${group}.toolkit.fluxcd.io/${version}`,
    replacement: `${group}.toolkit.fluxcd.io/${stable}`,
    ...(gone !== undefined && { gone }),
  }));

/**
 * What the release notes and migration guides of the usual operators say. Which release a cluster runs is not known. Read there:
 * - cert-manager 1.6: https://cert-manager.io/docs/releases/upgrading/remove-deprecated-apis/
 * - Traefik 3.0: https://doc.traefik.io/traefik/migration/v2-to-v3-details/
 * - External Secrets 0.16: https://github.com/external-secrets/external-secrets/issues/4633;
 *   0.17: https://github.com/external-secrets/external-secrets/releases/tag/v0.17.0
 * - Gateway API 1.2: https://github.com/kubernetes-sigs/gateway-api/releases/tag/v1.2.0
 * - external-snapshotter 6.1: https://github.com/kubernetes-csi/external-snapshotter/blob/v6.1.0/CHANGELOG/CHANGELOG-6.1.md
 * - Flux 2.7: https://github.com/fluxcd/flux2/issues/5474
 */
export const operatorVersions: readonly OperatorVersion[] = [
  { apiVersion: "certmanager.k8s.io/v1alpha1", replacement: "cert-manager.io/v1", gone: "cert-manager 0.11" },
  ...["v1alpha2", "v1alpha3", "v1beta1"].flatMap((version) => [
    { apiVersion: `cert-manager.io/${version}`, replacement: "cert-manager.io/v1", gone: "cert-manager 1.6" },
    { apiVersion: `acme.cert-manager.io/${version}`, replacement: "acme.cert-manager.io/v1", gone: "cert-manager 1.6" },
  ]),
  { apiVersion: "traefik.containo.us/v1alpha1", replacement: "traefik.io/v1alpha1", gone: "Traefik 3.0" },
  {
    apiVersion: "external-secrets.io/v1alpha1",
    kinds: ["ExternalSecret", "ClusterExternalSecret", "SecretStore", "ClusterSecretStore"],
    replacement: "external-secrets.io/v1",
    gone: "External Secrets 0.16",
  },
  {
    apiVersion: "external-secrets.io/v1beta1",
    kinds: ["ExternalSecret", "ClusterExternalSecret", "SecretStore", "ClusterSecretStore"],
    replacement: "external-secrets.io/v1",
    gone: "External Secrets 0.17",
  },
  { apiVersion: "argoproj.io/v1alpha1", kinds: ["ArgoCD"], replacement: "argoproj.io/v1beta1" },
  {
    apiVersion: "gateway.networking.k8s.io/v1alpha2",
    kinds: ["Gateway", "GatewayClass", "HTTPRoute"],
    replacement: "gateway.networking.k8s.io/v1",
    gone: "Gateway API 1.0",
  },
  {
    apiVersion: "gateway.networking.k8s.io/v1alpha2",
    kinds: ["GRPCRoute"],
    replacement: "gateway.networking.k8s.io/v1",
    gone: "Gateway API 1.2",
  },
  {
    apiVersion: "gateway.networking.k8s.io/v1alpha2",
    kinds: ["ReferenceGrant"],
    replacement: "gateway.networking.k8s.io/v1beta1",
    gone: "Gateway API 1.2",
  },
  { apiVersion: "keda.k8s.io/v1alpha1", replacement: "keda.sh/v1alpha1", gone: "KEDA 2.0" },
  { apiVersion: "snapshot.storage.k8s.io/v1alpha1", replacement: "snapshot.storage.k8s.io/v1" },
  {
    apiVersion: "snapshot.storage.k8s.io/v1beta1",
    replacement: "snapshot.storage.k8s.io/v1",
    gone: "external-snapshotter 6.1",
  },
  ...flux(
    "helm",
    [
      ["v2beta1", "Flux 2.7"],
      ["v2beta2", undefined],
    ],
    "v2",
  ),
  ...flux(
    "kustomize",
    [
      ["v1beta1", "Flux 2.7"],
      ["v1beta2", undefined],
    ],
    "v1",
  ),
  ...flux(
    "source",
    [
      ["v1beta1", "Flux 2.7"],
      ["v1beta2", undefined],
    ],
    "v1",
  ),
  ...flux(
    "image",
    [
      ["v1beta1", "Flux 2.7"],
      ["v1beta2", undefined],
    ],
    "v1",
  ),
];
