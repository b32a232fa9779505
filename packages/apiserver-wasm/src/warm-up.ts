import type { WarmUp } from "go-wasm-host/snapshot";
import { answersOf, listed } from "./definitions.ts";

const template = {
  metadata: { labels: { app: "a" } },
  spec: {
    containers: [
      {
        name: "a",
        image: "a:1",
        ports: [{ containerPort: 80 }],
        resources: { requests: { cpu: "1" }, limits: { memory: "1Gi" } },
        readinessProbe: { httpGet: { path: "/", port: 80 } },
        env: [{ name: "A", value: "b" }],
        volumeMounts: [{ name: "a", mountPath: "/a" }],
      },
    ],
    volumes: [{ name: "a", emptyDir: {} }],
  },
};
const selector = { matchLabels: { app: "a" } };
const metadata = { name: "a" };

/** What nearly every repository has; reflection and decoders are set up kind by kind. */
const usual = [
  { apiVersion: "v1", kind: "ConfigMap", metadata, data: { a: "b" } },
  { apiVersion: "v1", kind: "Namespace", metadata },
  { apiVersion: "v1", kind: "Secret", metadata, stringData: { a: "b" } },
  { apiVersion: "v1", kind: "Service", metadata, spec: { selector: { app: "a" }, ports: [{ port: 80 }] } },
  { apiVersion: "v1", kind: "ServiceAccount", metadata },
  {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata,
    spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
  },
  { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { selector, template } },
  { apiVersion: "apps/v1", kind: "DaemonSet", metadata, spec: { selector, template } },
  { apiVersion: "apps/v1", kind: "StatefulSet", metadata, spec: { selector, serviceName: "a", template } },
  {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata,
    spec: {
      schedule: "0 0 * * *",
      jobTemplate: { spec: { template: { ...template, spec: { ...template.spec, restartPolicy: "Never" } } } },
    },
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata,
    spec: {
      rules: [
        {
          http: {
            paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "a", port: { number: 80 } } } }],
          },
        },
      ],
    },
  },
  { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata, spec: { podSelector: {} } },
  { apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata, spec: { selector, minAvailable: 1 } },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata,
    rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get"] }],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata,
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "a" },
    subjects: [{ kind: "ServiceAccount", name: "a", namespace: "a" }],
  },
];

const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "as.a.example" },
  spec: {
    group: "a.example",
    names: { plural: "as", singular: "a", kind: "A", listKind: "AList" },
    scope: "Namespaced",
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              spec: {
                type: "object",
                properties: { size: { type: "integer", default: 1 } },
                "x-kubernetes-validations": [{ rule: "self.size < 10 && oldSelf.size <= self.size" }],
              },
            },
          },
        },
      },
    ],
  },
};
const custom = { apiVersion: "a.example/v1", kind: "A", metadata, spec: { size: 1 } };

/** Reviews one object of each usual kind, as new and as an update, and a custom resource whose rules are in CEL. */
export const warmUp: WarmUp = {
  hostCalls: answersOf(() => listed([definition])),
  calls: [
    {
      operation: "review",
      request: {
        items: [...usual, definition, custom].flatMap((object) => [
          { object, namespace: { labels: { "pod-security.kubernetes.io/warn": "restricted" } } },
          { object, oldObject: object, namespace: {}, defaulted: true },
        ]),
      },
      files: {},
    },
  ],
};
