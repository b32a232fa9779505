/** A Go module to take schemas from. The Go checksum database vouches for its content. */
export interface Source {
  name: string;
  module: string;
  version: string;
  license: string;
  /** Folders and files with CustomResourceDefinitions; none where controller-gen makes them from Go types. */
  crds?: string[];
}

/** The newest patch of every minor, oldest first. */
export const kubernetes: Source[] = ["1.31.14", "1.32.13", "1.33.13", "1.34.4", "1.35.4", "1.36.3", "1.37.2"].map(
  (version) => ({
    name: `Kubernetes ${version}`,
    module: "k8s.io/kubernetes",
    version: `v${version}`,
    license: "Apache-2.0",
  }),
);

export const custom: Source[] = [
  {
    name: "Argo CD",
    module: "github.com/argoproj/argo-cd/v3",
    version: "v3.6.1",
    license: "Apache-2.0",
    crds: ["manifests/crds"],
  },
  {
    name: "cert-manager",
    module: "github.com/cert-manager/cert-manager",
    version: "v1.21.2",
    license: "Apache-2.0",
    crds: ["deploy/crds"],
  },
  {
    name: "CloudNativePG",
    module: "github.com/cloudnative-pg/cloudnative-pg",
    version: "v1.30.1",
    license: "Apache-2.0",
    crds: ["config/crd/bases"],
  },
  {
    name: "External Secrets",
    module: "github.com/external-secrets/external-secrets",
    version: "v1.3.2",
    license: "Apache-2.0",
    crds: ["config/crds/bases"],
  },
  {
    name: "Gateway API",
    module: "sigs.k8s.io/gateway-api",
    version: "v1.7.0",
    license: "Apache-2.0",
    crds: ["config/crd/standard"],
  },
  {
    name: "k3s Helm controller",
    module: "github.com/k3s-io/helm-controller",
    version: "v0.17.9",
    license: "Apache-2.0",
    crds: ["pkg/crds/yaml/generated"],
  },
  {
    name: "Kyverno",
    module: "github.com/kyverno/kyverno",
    version: "v1.19.1",
    license: "Apache-2.0",
    crds: ["config/crds"],
  },
  {
    name: "Prometheus Operator",
    module: "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring",
    version: "v0.95.1",
    license: "Apache-2.0",
  },
  {
    name: "Sealed Secrets",
    module: "github.com/bitnami-labs/sealed-secrets",
    version: "v0.40.0",
    license: "Apache-2.0",
    crds: ["helm/sealed-secrets/crds"],
  },
  {
    name: "Traefik",
    module: "github.com/traefik/traefik/v3",
    version: "v3.7.13",
    license: "MIT",
    crds: ["docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml"],
  },
];

export const controllerGen = { package: "sigs.k8s.io/controller-tools/cmd/controller-gen", version: "v0.23.0" };

/** Where the life cycles of API versions are read, the newest first: a type leaves its module some time after it is no longer served. */
export const lifecycleSources: Source[] = [
  ...["0.37.2", "0.34.4", "0.31.14", "0.28.15", "0.25.16", "0.22.17", "0.19.16"].map((version) => api("api", version)),
  api("apiextensions-apiserver", "0.22.17"),
  api("kube-aggregator", "0.22.17"),
];

function api(name: string, version: string): Source {
  return { name: `k8s.io/${name}`, module: `k8s.io/${name}`, version: `v${version}`, license: "Apache-2.0" };
}
