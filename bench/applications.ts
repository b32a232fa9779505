import { deployment, disruptionBudget, ingress, networkPolicy, service, serviceAccount } from "./manifests.ts";

/** Files of one Application's folder, by path. */
export type Files = Record<string, string>;

/** A base and an overlay for production, with what overlays usually change. Every third one has a component more. */
export function kustomizeFiles(name: string, index: number): Files {
  const guarded = index % 3 === 0;
  return {
    "base/kustomization.yaml": `resources: [deployment.yaml, service.yaml, service-account.yaml, ingress.yaml]
labels:
  - pairs: { team: bench }
`,
    "base/deployment.yaml": deployment(name),
    "base/service.yaml": service(name),
    "base/service-account.yaml": serviceAccount(name),
    "base/ingress.yaml": ingress(name),
    "overlays/production/kustomization.yaml": `namespace: ${name}
resources: [../../base]
${guarded ? "components: [../../components/guarded]\n" : ""}images:
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
    ...(guarded && {
      "components/guarded/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [disruption-budget.yaml, network-policy.yaml]
`,
      "components/guarded/disruption-budget.yaml": disruptionBudget(name),
      "components/guarded/network-policy.yaml": networkPolicy(name),
    }),
  };
}

export function plainFiles(name: string): Files {
  return {
    "deployment.yaml": deployment(name),
    "service.yaml": service(name),
    "service-account.yaml": serviceAccount(name),
    "ingress.yaml": ingress(name),
  };
}

/** A chart of its own with helpers, conditions and ranges, as `helm create` teaches people to write them. */
export function chartFiles(name: string): Files {
  return {
    "Chart.yaml": `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nappVersion: 1.0.0\n`,
    "values.yaml": `replicas: 1
image:
  repository: registry.example.com/app
  tag: 1.0.0
memory: 256Mi
host: example.com
ingress: true
env: {}
`,
    "values-production.yaml": `replicas: 3\nhost: ${name}.example.com\nenv:\n  APPLICATION: ${name}\n  LEVEL: info\n`,
    "templates/_helpers.tpl": `{{- define "labels" -}}
{{ include "selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
{{- define "selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
`,
    "templates/deployment.yaml": chartDeployment,
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
    "templates/ingress.yaml": `{{- if .Values.ingress }}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .Release.Name }}
  labels: {{- include "labels" . | nindent 4 }}
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
{{- end }}
`,
  };
}

const chartDeployment = `apiVersion: apps/v1
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
`;
