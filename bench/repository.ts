import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export type BenchKind = "kustomize" | "helm" | "directory";
export interface BenchApplication {
  name: string;
  kind: BenchKind;
  /** Folder of the source, relative to the repository. */
  path: string;
}

/** Half kustomize, a third Helm, the rest plain manifests. */
function kindOf(index: number): BenchKind {
  const slot = index % 6;
  if (slot < 3) return "kustomize";
  return slot < 5 ? "helm" : "directory";
}

/** Writes a repository of `count` Applications, as different from each other as real ones are, and returns them. */
export function writeRepository(root: string, count: number): BenchApplication[] {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const applications = Array.from({ length: count }, (_, index): BenchApplication => {
    const kind = kindOf(index);
    const name = `app-${String(index).padStart(4, "0")}`;
    return { name, kind, path: kind === "kustomize" ? `apps/${name}/overlays/production` : `apps/${name}` };
  });
  for (const application of applications) {
    write(`argocd/${application.name}.yaml`, applicationManifest(application));
    const files = { kustomize: kustomizeFiles, helm: chartFiles, directory: plainFiles }[application.kind](application.name);
    for (const [path, text] of Object.entries(files)) write(`apps/${application.name}/${path}`, text);
  }
  return applications;
}

function applicationManifest({ name, kind, path }: BenchApplication): string {
  const helm = kind === "helm" ? "\n    helm:\n      releaseName: " + name + "\n      valueFiles: [values-production.yaml]" : "";
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://example.com/bench.git
    path: ${path}
    targetRevision: HEAD${helm}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${name}
`;
}

function workload(name: string, extra = ""): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: { app: ${name} }
spec:
  replicas: 2
  selector:
    matchLabels: { app: ${name} }
  template:
    metadata:
      labels: { app: ${name} }
    spec:
      containers:
        - name: web
          image: registry.example.com/${name}:1.0.0
          ports:
            - { name: http, containerPort: 8080 }
          env:
            - { name: APPLICATION, value: ${name} }
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
          readinessProbe:
            httpGet: { path: /healthz, port: http }
${extra}`;
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: { app: ${name} }
  ports:
    - { name: http, port: 80, targetPort: http }
`;
}

function ingress(name: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
spec:
  rules:
    - host: ${name}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port: { name: http }
`;
}

function kustomizeFiles(name: string): Record<string, string> {
  return {
    "base/kustomization.yaml": "resources: [deployment.yaml, service.yaml, ingress.yaml]\nlabels:\n  - pairs: { team: bench }\n",
    "base/deployment.yaml": workload(name),
    "base/service.yaml": service(name),
    "base/ingress.yaml": ingress(name),
    "overlays/production/kustomization.yaml": `namespace: ${name}
resources: [../../base]
images:
  - { name: registry.example.com/${name}, newTag: 2.0.0 }
replicas:
  - { name: ${name}, count: 3 }
configMapGenerator:
  - name: settings
    literals: [LEVEL=info, NAME=${name}]
patches:
  - path: memory.yaml
`,
    "overlays/production/memory.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  template:
    spec:
      containers:
        - name: web
          envFrom:
            - configMapRef: { name: settings }
          resources:
            limits: { memory: 512Mi }
`,
  };
}

function plainFiles(name: string): Record<string, string> {
  return { "deployment.yaml": workload(name), "service.yaml": service(name), "ingress.yaml": ingress(name) };
}

function chartFiles(name: string): Record<string, string> {
  return {
    "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nappVersion: 1.0.0\n`,
    "values.yaml": "replicas: 1\nimage:\n  repository: registry.example.com/app\n  tag: 1.0.0\nmemory: 256Mi\nhost: example.com\nenv: {}\n",
    "values-production.yaml": `replicas: 3\nhost: ${name}.example.com\nenv:\n  APPLICATION: ${name}\n  LEVEL: info\n`,
    "templates/_helpers.tpl": `{{- define "labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
{{- define "selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
`,
    "templates/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels: {{- include "selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "selector" . | nindent 8 }}
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          ports:
            - name: http
              containerPort: 8080
          {{- with .Values.env }}
          env:
            {{- range $key, $value := . }}
            - name: {{ $key }}
              value: {{ $value | quote }}
            {{- end }}
          {{- end }}
          resources:
            limits:
              memory: {{ .Values.memory }}
`,
    "templates/service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "labels" . | nindent 4 }}
spec:
  selector: {{- include "selector" . | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
`,
    "templates/ingress.yaml": `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .Release.Name }}
spec:
  rules:
    - host: {{ .Values.host }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ .Release.Name }}
                port:
                  name: http
`,
  };
}
