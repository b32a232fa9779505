import type { WarmUp } from "go-wasm-host/snapshot";

/** A chart that has Helm set up its template functions and YAML readers. */
export const warmUp: WarmUp = {
  calls: [
    {
      operation: "template",
      request: { chart: "chart", releaseName: "a" },
      files: {
        "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
        "chart/values.yaml": "a: b\n",
        "chart/templates/_helpers.tpl": `{{- define "name" -}}
{{ .Release.Name | trunc 63 }}
{{- end }}
`,
        "chart/templates/config.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "name" . }}
data: {{- toYaml .Values | nindent 2 }}
`,
      },
    },
  ],
};
