import { describe, expect, it } from "vitest";
import { deployed, platformOf, resourcesIn, said, sentences } from "../platform.fixture.ts";
import { checkPolicy } from "./check.ts";
import { problemOf } from "./images.ts";

const hardened =
  "securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true }";
const measured = "resources: { requests: { cpu: 1m, memory: 1Mi }, limits: { memory: 2Mi } }";
const container = (...fields: string[]) => `[{ name: web, ${fields.join(", ")} }]`;
const good = container("image: 'web:1'", "readinessProbe: {}", measured, hardened);

function deployment({ containers = good, pod = "", kind = "Deployment", spec = "", namespace = "web" } = {}): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: { name: web, namespace: ${namespace} }
spec:
  ${spec}
  template:
    metadata: { labels: { app: web } }
    spec:
      automountServiceAccountToken: false
      ${pod}
      containers: ${containers}
`;
}
const policy = (text: string, rule = "") => said(checkPolicy, text).filter((one) => one.includes(rule));

describe("policies for workloads", () => {
  it("have nothing to say of one that is made well", () => {
    expect(policy(deployment())).toEqual([]);
  });

  it.each([
    ["nginx", "has no tag"],
    ["registry:5000/nginx", "has no tag"],
    ["nginx:latest", "has the tag latest"],
    ["nginx:1.29", undefined],
    ["registry:5000/team/nginx:1.29", undefined],
    ["nginx@sha256:abc", undefined],
    ["nginx:latest@sha256:abc", undefined],
    ["${IMAGE}", undefined],
  ])("know what is wrong with the image %s", (image, problem) => {
    expect(problemOf(image)).toBe(problem);
  });

  it("say once what all containers lack", () => {
    const containers = `[{ name: a, image: "a:1", readinessProbe: {}, ${hardened} }, { name: b, image: "b:1", ${hardened} }]`;
    expect(policy(deployment({ containers }))).toEqual([
      "warning policy/resources Deployment web: containers a and b have no requests.cpu, requests.memory and limits.memory",
    ]);
  });

  it("take limits, a LimitRange and the pod's own resources for what they are", () => {
    const bare = container("image: 'web:1'", "readinessProbe: {}", hardened);
    const limited = container(
      "image: 'web:1'",
      "readinessProbe: {}",
      hardened,
      "resources: { limits: { cpu: 1, memory: 1Mi } }",
    );
    const range = `---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: web }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 1m, memory: 1Mi } }] }
`;
    expect(policy(deployment({ containers: limited }))).toEqual([]);
    expect(policy(deployment({ containers: bare }) + range)).toEqual([
      "warning policy/resources Deployment web: container web has no limits.memory",
    ]);
    expect(policy(deployment({ containers: bare, pod: measured }))).toEqual([]);
  });

  it("ask what lasts for probes, and no Job", () => {
    const silent = container("image: 'web:1'", measured, hardened);
    expect(policy(deployment({ containers: silent }))).toEqual([
      "notice policy/probes Deployment web: container web has neither a readiness nor a liveness probe",
    ]);
    expect(policy(deployment({ containers: silent, kind: "Job" }))).toEqual([]);
  });

  it("name everything that reaches into the node, unless the namespace is for that", () => {
    const containers = container(
      "image: 'web:1'",
      "readinessProbe: {}",
      measured,
      "ports: [{ containerPort: 80, hostPort: 80 }]",
      "securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { add: [NET_ADMIN, NET_BIND_SERVICE, CHOWN] } }",
    );
    const text = deployment({ containers, pod: "volumes: [{ name: logs, hostPath: { path: /var/log } }]" });
    expect(policy(text)).toEqual([
      "warning policy/host-access Deployment web: it has the node's /var/log, the capability NET_ADMIN in container web and the node's port 80",
    ]);
    const namespace = `---
apiVersion: v1
kind: Namespace
metadata: { name: web, labels: { pod-security.kubernetes.io/enforce: privileged } }
`;
    expect(policy(text + namespace)).toEqual([]);
    expect(policy(deployment({ containers, namespace: "kube-system" }))).toEqual([]);
    expect(
      policy(
        deployment({
          containers: container(
            "image: 'web:1'",
            "readinessProbe: {}",
            measured,
            hardened.replace("{", "{ privileged: true,"),
          ),
        }),
      ),
    ).toEqual(["warning policy/host-access Deployment web: it has the privileged container web"]);
  });

  it("say what containers may do, in one sentence, and whether they need their token", () => {
    const loose = container("image: 'web:1'", "readinessProbe: {}", measured);
    const text = deployment({ containers: loose }).replace(
      "automountServiceAccountToken: false",
      "serviceAccountName: web",
    );
    const account = "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: web }\n";
    const binding = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: web }
subjects: [{ kind: ServiceAccount, name: web }]
`;
    const rights =
      "notice policy/hardening Deployment web: container web may run as root, may gain privileges and can write to its root file system";
    expect(policy(text)).toEqual([rights]);
    expect(policy(text + account)).toEqual([
      `${rights}; its pods get a token for the Kubernetes API, and no Role to use it with`,
    ]);
    expect(policy(text + account + binding)).toEqual([rights]);
    expect(
      policy(
        deployment({
          pod: "securityContext: { runAsUser: 1000 }",
          containers: container(
            "image: 'web:1'",
            "readinessProbe: {}",
            measured,
            "securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true }",
          ),
        }),
      ),
    ).toEqual([]);
  });

  it("leave alone what charts from elsewhere bring, and what no Application does", () => {
    const bare = resourcesIn(deployment({ containers: container("image: web") }));
    const elsewhere = bare.map((one) => ({
      ...one,
      origin: [{ file: "argocd/web.yaml", line: 1, column: 1, via: "templates/web.yaml of web 1.0.0" }],
    }));
    const inflated = bare.map((one) => ({ ...one, origin: [{ file: "web/kustomization.yaml", line: 1, column: 1 }] }));
    for (const resources of [elsewhere, inflated]) expect(checkPolicy(platformOf([deployed(resources)]))).toEqual([]);
    const example = deployed(bare, { name: "example", kind: "implicit" });
    expect(checkPolicy(platformOf([deployed(resourcesIn(deployment())), example]))).toEqual([]);
    expect(checkPolicy(platformOf([example]))).not.toEqual([]);
  });
});

describe("the policy for Secrets", () => {
  const secret = (data: string, metadata = "", more = "") =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: login, ${metadata} }\n${data}\n${more}`;

  it("names the keys that everybody can read, and no value", () => {
    expect(policy(secret("stringData: { password: hunter2, empty: '' }\ndata: { token: aHVudGVyMg== }"))).toEqual([
      "warning policy/plaintext-secret Secret login: everybody who reads this repository can read password and token",
    ]);
  });

  it.each([
    ["a placeholder", secret("stringData: { password: '${PASSWORD}' }")],
    ["a vault's path", secret("stringData: { password: '<path:secret/data/web#password>' }")],
    ["SOPS", secret("stringData: { password: 'ENC[AES256_GCM,data:x]' }", "", "sops: {}")],
    ["a certificate", secret("stringData: { ca.crt: '-----BEGIN CERTIFICATE-----' }")],
    ["a demo's", secret("stringData: { password: demo }", "annotations: { slipway.dev/demo: 'true' }")],
    ["settings", secret("stringData: { grafana.ini: '[server] port = 3000' }")],
    ["nothing", secret("type: Opaque")],
    [
      "a repository without credentials",
      secret("stringData: { url: 'https://x', type: git }", "labels: { argocd.argoproj.io/secret-type: repository }"),
    ],
  ])("takes %s for none", (_what, text) => {
    expect(policy(text)).toEqual([]);
  });

  it("looks for what sounds like a credential in settings", () => {
    expect(policy(secret("stringData: { grafana.ini: 'admin_password = x' }"))).toHaveLength(1);
    expect(policy(secret("stringData: { db.yaml: 'url: postgres://web:x@db/web' }"))).toHaveLength(1);
  });

  it("knows a namespace for demos, and templates that draw their values", () => {
    const namespace =
      "---\napiVersion: v1\nkind: Namespace\nmetadata: { name: web, labels: { slipway.dev/demo: 'true' } }\n";
    expect(policy(`${secret("stringData: { password: demo }")}${namespace}`)).toEqual([]);
    const resources = resourcesIn(secret("stringData: { password: x7 }"), "chart/templates/secret.yaml");
    const rendered = (text: string) => checkPolicy(platformOf([deployed(resources)], { read: () => text }));
    expect(rendered("password: {{ randAlphaNum 16 }}")).toEqual([]);
    expect(sentences(rendered("password: {{ .Values.password }}"))).toHaveLength(1);
  });
});

describe("the policy for budgets", () => {
  const budget = (spec: string) => `---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: web }
spec: { ${spec}, selector: { matchLabels: { app: web } } }
`;
  const scaler = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: web }
spec: { minReplicas: 2, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
`;

  it.each([
    ["minAvailable: 1", 1, true],
    ["minAvailable: 1", 2, false],
    ["maxUnavailable: 0", 3, true],
    ["maxUnavailable: 1", 1, false],
    ["minAvailable: 67%", 3, true],
    ["minAvailable: 50%", 3, false],
    ["maxUnavailable: 10%", 2, false],
    ["minAvailable: 1", 0, false],
  ])("with %s of %i pods", (spec, replicas, stuck) => {
    const found = policy(deployment({ spec: `replicas: ${replicas}` }) + budget(spec), "policy/drain");
    expect(found.length > 0).toBe(stuck);
  });

  it("counts what an autoscaler goes down to, and nothing where a DaemonSet is meant", () => {
    expect(policy(deployment() + budget("minAvailable: 1"), "drain")).toHaveLength(1);
    expect(policy(deployment() + scaler + budget("minAvailable: 1"))).toEqual([]);
    expect(policy(deployment() + scaler + budget("minAvailable: 2"), "drain")).toHaveLength(1);
    expect(policy(deployment({ kind: "DaemonSet" }) + budget("minAvailable: 1"))).toEqual([]);
  });
});
