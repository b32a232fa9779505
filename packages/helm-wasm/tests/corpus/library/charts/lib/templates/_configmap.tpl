{{- define "lib.base" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name | quote }}
data: {}
{{- end -}}
{{- define "lib.configmap" -}}
{{- $top := first . -}}
{{- $overrides := fromYaml (include (index . 1) $top) | default (dict) -}}
{{- $base := fromYaml (include "lib.base" $top) | default (dict) -}}
{{- toYaml (merge $overrides $base) -}}
{{- end -}}
