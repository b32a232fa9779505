{{/* comment */}}
{{- define "broken.name" -}}
{{ .Values.absent.deeper.still }}
{{- end -}}
