{{/* What is tried again while a database or a bus is still coming up. */}}
{{- define "hotline.jobLimits" -}}
backoffLimit: 20
activeDeadlineSeconds: 1800
{{- end }}

{{- define "hotline.jobPod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
restartPolicy: OnFailure
securityContext: {{- include "hotline.podSecurity" . | nindent 2 }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "hotline.jobContainer" -}}
image: {{ include "hotline.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
resources:
  requests: { cpu: 50m, memory: 128Mi }
  limits: { memory: 384Mi }
securityContext: {{- include "hotline.containerSecurity" . | nindent 2 }}
{{- end }}

{{/* The ConfigMaps of `files`, which the migration of the calendars reads too. */}}
{{- define "hotline.fileMounts" -}}
- { name: tmp, mountPath: /tmp }
{{- range $name, $map := .Values.files }}
{{- with $map }}
- { name: {{ $name }}, mountPath: /etc/hotline/{{ $name }} }
{{- end }}
{{- end }}
{{- end }}

{{- define "hotline.fileVolumes" -}}
- { name: tmp, emptyDir: { sizeLimit: 64Mi } }
{{- range $name, $map := .Values.files }}
{{- with $map }}
- { name: {{ $name }}, configMap: { name: {{ . }} } }
{{- end }}
{{- end }}
{{- end }}
