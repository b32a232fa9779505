// node --conditions=source packages/kubeconform-wasm/tests/bench.ts [RUNS]: the figures of the README. Needs Go for the native tool.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nativeTool } from "go-wasm-host/testing";
import { compileKubeconform, createKubeconform, openSchemas, schemaLocations } from "../src/index.ts";
import type { JsonObject } from "../src/index.ts";

const runs = Number(process.argv[2] ?? 5);
const kubernetesVersion = "1.36.3";

const template: JsonObject = {
  metadata: { labels: { app: "web", tier: "front" }, annotations: { "example.com/checksum": "0123456789abcdef" } },
  spec: {
    serviceAccountName: "web",
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "web",
        image: "nginx:1.27",
        ports: [{ name: "http", containerPort: 8080 }],
        env: [
          { name: "MODE", value: "production" },
          { name: "PASSWORD", valueFrom: { secretKeyRef: { name: "web", key: "password" } } },
        ],
        resources: { requests: { cpu: "250m", memory: "512Mi" }, limits: { memory: "1Gi" } },
        livenessProbe: { httpGet: { path: "/", port: "http" }, periodSeconds: 10 },
        volumeMounts: [{ name: "data", mountPath: "/data" }],
      },
    ],
    volumes: [{ name: "data", emptyDir: {} }],
  },
};
const selector = { matchLabels: { app: "web" } };
const rule = {
  host: "web.localhost",
  http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }] },
};
const kinds: [apiVersion: string, kind: string, rest: JsonObject][] = [
  ["apps/v1", "Deployment", { spec: { replicas: 2, selector, template } }],
  ["apps/v1", "StatefulSet", { spec: { serviceName: "web", selector, template } }],
  ["batch/v1", "CronJob", { spec: { schedule: "0 2 * * *", jobTemplate: { spec: { template } } } }],
  ["v1", "Service", { spec: { selector: { app: "web" }, ports: [{ name: "http", port: 80, targetPort: "http" }] } }],
  ["v1", "ConfigMap", { data: { "app.conf": "listen 8080;\nroot /data;\n".repeat(10), mode: "production" } }],
  ["v1", "ServiceAccount", { automountServiceAccountToken: false }],
  ["networking.k8s.io/v1", "Ingress", { spec: { ingressClassName: "traefik", rules: [rule] } }],
  [
    "networking.k8s.io/v1",
    "NetworkPolicy",
    { spec: { podSelector: selector, policyTypes: ["Ingress"], ingress: [{ ports: [{ port: 8080 }] }] } },
  ],
  ["policy/v1", "PodDisruptionBudget", { spec: { minAvailable: "50%", selector } }],
  [
    "rbac.authorization.k8s.io/v1",
    "Role",
    { rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "list"] }] },
  ],
];

function resources(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, at) => {
    const [apiVersion, kind, rest] = kinds[at % kinds.length] ?? ["v1", "ConfigMap", {}];
    return { apiVersion, kind, metadata: { name: `web-${at}`, namespace: "shop", labels: { app: "web" } }, ...rest };
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function medianOf(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < runs; at++) times.push(await timed(run));
  return median(times);
}

function report(what: string, ms: number, count?: number): void {
  const rate = count === undefined ? "" : `  ${Math.round((count / ms) * 1000)} resources/s`;
  console.log(`${what.padEnd(58)} ${ms.toFixed(ms < 20 ? 1 : 0).padStart(7)} ms${rate}`);
}

report("open the bundled schemas", await medianOf(() => openSchemas()));
const schemas = openSchemas();
const options = { kubernetesVersion, strict: true, locations: schemaLocations({ schemas }) };
report(
  "one kind's self-contained schema, first time (Deployment)",
  await timed(() =>
    schemas.schemaFor({ version: kubernetesVersion, apiVersion: "apps/v1", kind: "Deployment", strict: true }),
  ),
);
report("compile the engine", await medianOf(() => compileKubeconform()));

const module = await compileKubeconform();
const ten = resources(kinds.length);
report(
  "instantiate, and 10 resources of 10 kinds",
  await medianOf(async () => (await createKubeconform(module)).validate({ ...options, resources: ten })),
  ten.length,
);

const kubeconform = await createKubeconform(module);
for (const count of [100, 1000, 5000]) {
  const batch = resources(count);
  const stream = batch.map((resource) => JSON.stringify(resource)).join("\n---\n");
  kubeconform.validate({ ...options, resources: batch });
  report(
    `${count} resources, warm, parsed`,
    await medianOf(() => kubeconform.validate({ ...options, resources: batch })),
    count,
  );
  report(
    `${count} resources, warm, as a stream`,
    await medianOf(() => kubeconform.validate({ ...options, manifests: stream })),
    count,
  );
  report(`${count} documents decoded`, await medianOf(() => kubeconform.decode(stream)), count);
  await native(stream, count);
}

async function native(stream: string, count: number): Promise<void> {
  const origin = "github.com/yannh/kubeconform";
  const tool = nativeTool({
    name: "kubeconform",
    module: origin,
    version: "v0.8.0",
    package: `${origin}/cmd/kubeconform`,
  });
  if (!tool) return;
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const catalogue = join(folder, `v${kubernetesVersion}-standalone-strict`);
    mkdirSync(catalogue);
    for (const [apiVersion, kind] of kinds) {
      const [group = "", version] = apiVersion.split("/");
      const name = version === undefined ? group : `${group.split(".")[0]}-${version}`;
      const schema = schemas.schemaFor({ version: kubernetesVersion, apiVersion, kind, strict: true });
      writeFileSync(join(catalogue, `${kind.toLowerCase()}-${name}.json`), JSON.stringify(schema));
    }
    writeFileSync(join(folder, "all.yaml"), stream);
    const args = [
      "-strict",
      "-kubernetes-version",
      kubernetesVersion,
      "-schema-location",
      folder,
      "-output",
      "json",
      join(folder, "all.yaml"),
    ];
    const run = () => {
      const { status, stderr } = spawnSync(tool, args, { encoding: "utf8" });
      if (status !== 0) throw new Error(`kubeconform failed: ${stderr}`);
    };
    report(`${count} resources, native kubeconform, one process`, await medianOf(run), count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
