import type { WarmUp } from "go-wasm-host/snapshot";

/** A build that has kustomize read the API's schema and its default configuration, which every build needs. */
export const warmUp: WarmUp = {
  calls: [
    {
      operation: "build",
      request: { path: "overlay", options: {}, loadRestrictor: "rootOnly", enableHelm: false },
      files: {
        "base/kustomization.yaml": "resources: [deployment.yaml]\nlabels:\n  - pairs: { team: a }\n",
        "base/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: web
`,
        "overlay/kustomization.yaml": `namespace: a
namePrefix: a-
resources: [../base]
images:
  - { name: web, newTag: b }
replicas:
  - { name: web, count: 3 }
configMapGenerator:
  - name: settings
    literals: [a=b]
patches:
  - path: patch.yaml
  - patch: |-
      - { op: add, path: /metadata/annotations, value: { a: b } }
    target: { kind: Deployment }
`,
        "overlay/patch.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          envFrom:
            - configMapRef: { name: settings }
`,
      },
    },
  ],
};
