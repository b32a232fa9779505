import { chartArchive } from "../../registries/chart-archive.ts";
import { startChartRepository } from "../../registries/chart-repository.ts";
import type { LoopbackServer } from "../../registries/loopback-server.ts";

/** Small charts under the names and versions that the platform asks for: one workload each, and the definitions others need. */
export function startCharts(ownAddress?: string): Promise<LoopbackServer> {
  const charts = [
    {
      name: "kube-prometheus-stack",
      version: "56.0.0",
      extra: { "crds/crd-servicemonitors.yaml": serviceMonitor, "templates/workload.yaml": grafana },
    },
    { name: "loki", version: "18.11.0", extra: { "templates/workload.yaml": loki } },
    { name: "alloy", version: "1.11.1", extra: { "templates/workload.yaml": deployment("alloy") } },
    {
      name: "sealed-secrets",
      version: "2.19.1",
      extra: { "templates/workload.yaml": deployment("sealed-secrets-controller") },
    },
  ];
  return startChartRepository({
    ...(ownAddress !== undefined && { ownAddress }),
    charts: charts.map(({ name, version, extra }) => ({ name, version, archive: chartArchive(name, version, extra) })),
  });
}

const deployment = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: 1
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: main, image: "registry.example.com/${name}:1", resources: { requests: { cpu: 10m, memory: 32Mi } } }
`;

const grafana = `${deployment("prometheus-grafana")}---
apiVersion: v1
kind: Service
metadata: { name: prometheus-grafana }
spec: { selector: { app: prometheus-grafana }, ports: [{ name: http, port: 80, targetPort: 3000 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: prometheus-grafana }
spec:
  ingressClassName: traefik
  rules:
    - host: grafana.localhost
      http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: prometheus-grafana, port: { name: http } } } }]
`;

const loki = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: loki }
spec:
  serviceName: loki
  selector: { matchLabels: { app: loki } }
  template:
    metadata: { labels: { app: loki } }
    spec:
      containers:
        - name: main
          image: registry.example.com/loki:1
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;

const serviceMonitor = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: servicemonitors.monitoring.coreos.com }
spec:
  group: monitoring.coreos.com
  scope: Namespaced
  names: { kind: ServiceMonitor, listKind: ServiceMonitorList, plural: servicemonitors, singular: servicemonitor }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true }
`;
