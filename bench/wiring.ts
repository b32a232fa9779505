import type { JsonObject, Resource } from "../src/model/resource.ts";
import type { DeployedApplication } from "../src/checks/platform.ts";
import { checkWiring } from "../src/checks/wiring/check.ts";

/* How long the wiring checks take over many Applications in one cluster: node --conditions=source bench/wiring.ts [applications] */

const count = Number(process.argv[2] ?? 1000);

function resource(apiVersion: string, kind: string, namespace: string, name: string, rest: JsonObject): Resource {
  const manifest = { apiVersion, kind, metadata: { name, namespace, labels: { app: name } }, ...rest };
  return { id: { apiVersion, kind, namespace, name }, manifest, origin: [] };
}

/** Ten resources that refer to one another, as a small web application has. */
function application(index: number): DeployedApplication {
  const namespace = `team-${index % 50}`;
  const name = `app-${index}`;
  const selector = { matchLabels: { app: name } };
  const env = [
    { name: "LEVEL", valueFrom: { configMapKeyRef: { name, key: "LEVEL" } } },
    { name: "TOKEN", valueFrom: { secretKeyRef: { name, key: "TOKEN" } } },
    { name: "PEER", value: `http://app-${(index + 50) % count}.${namespace}.svc:80` },
  ];
  const container = {
    name: "main",
    ports: [{ name: "http", containerPort: 8080 }],
    env,
    resources: { requests: { cpu: "1" } },
  };
  const volumes = [{ name: "data", persistentVolumeClaim: { claimName: name } }];
  const template = {
    metadata: { labels: { app: name } },
    spec: { serviceAccountName: name, containers: [container], volumes },
  };
  const path = { path: "/", pathType: "Prefix", backend: { service: { name, port: { name: "http" } } } };
  const resources = [
    resource("apps/v1", "Deployment", namespace, name, { spec: { selector, template } }),
    resource("v1", "Service", namespace, name, {
      spec: { selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: "http" }] },
    }),
    resource("v1", "ConfigMap", namespace, name, { data: { LEVEL: "info" } }),
    resource("bitnami.com/v1alpha1", "SealedSecret", namespace, name, { spec: { encryptedData: { TOKEN: "x" } } }),
    resource("v1", "ServiceAccount", namespace, name, {}),
    resource("v1", "PersistentVolumeClaim", namespace, name, { spec: {} }),
    resource("networking.k8s.io/v1", "Ingress", namespace, name, {
      spec: { rules: [{ host: `${name}.example.com`, http: { paths: [path] } }] },
    }),
    resource("monitoring.coreos.com/v1", "ServiceMonitor", namespace, name, {
      spec: { selector, endpoints: [{ port: "http" }] },
    }),
    resource("policy/v1", "PodDisruptionBudget", namespace, name, { spec: { maxUnavailable: 1, selector } }),
    resource("networking.k8s.io/v1", "NetworkPolicy", namespace, name, {
      spec: { podSelector: selector, ingress: [{ ports: [{ port: 8080 }] }] },
    }),
  ];
  return {
    name,
    kind: "Application",
    declaredName: name,
    root: "root",
    parent: "root",
    destination: "https://kubernetes.default.svc",
    namespace,
    wave: 0,
    at: [{ file: `argocd/${name}.yaml`, line: 1, column: 1 }],
    resources,
    complete: true,
  };
}

const applications = Array.from({ length: count }, (_, index) => application(index));
const platform = {
  applications,
  kubernetesVersion: "1.36.3",
  place: () => [],
  read: () => undefined,
  environments: [],
};
const runs = Array.from({ length: 10 }, () => {
  const before = performance.now();
  const findings = checkWiring(platform).length;
  return { ms: performance.now() - before, findings };
});
const [first] = runs;
const best = Math.min(...runs.map(({ ms }) => ms));
console.log(
  `${count} Applications × 10 resources: ${first?.ms.toFixed(0)} ms cold, ${best.toFixed(0)} ms warm, ${first?.findings} findings`,
);
