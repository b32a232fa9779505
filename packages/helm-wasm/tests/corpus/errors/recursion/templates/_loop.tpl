{{- define "broken.loop" -}}{{ include "broken.loop" . }}{{- end -}}
