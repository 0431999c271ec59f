{{/* Labels of everything; a dict of root and component. */}}
{{- define "hotline.labels" -}}
{{ include "hotline.selector" . }}
app.kubernetes.io/part-of: hotline
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* Labels that tell one workload from the others. */}}
{{- define "hotline.selector" -}}
app.kubernetes.io/name: hotline
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "hotline.image" -}}
{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{/* What one service is, its own words over the defaults; a dict of root and name. */}}
{{- define "hotline.service" -}}
{{ mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .name)) | toYaml }}
{{- end }}

{{/* The PostgreSQL cluster of a service; a dict of root and name. */}}
{{- define "hotline.cluster" -}}
{{ .root.Release.Name }}-postgres{{ if .root.Values.database.perService }}-{{ .name }}{{ end }}
{{- end }}

{{/* The port of an address. */}}
{{- define "hotline.portOf" -}}
{{- $host := (urlParse .).host -}}
{{- if regexMatch ":[0-9]+$" $host }}{{ regexFind "[0-9]+$" $host }}{{ else if hasPrefix "http:" . }}80{{ else }}443{{ end }}
{{- end }}

{{/* When jobs run before the roll-out: on a first installation what they need is in the release itself. */}}
{{- define "hotline.hook" -}}
helm.sh/hook: {{ if or .Values.database.bundled .Values.nats.bundled .Values.externalSecrets.enabled }}post-install{{ else }}pre-install{{ end }},pre-upgrade
helm.sh/hook-delete-policy: before-hook-creation
{{- end }}

{{- define "hotline.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "hotline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Size and class of a claim. */}}
{{- define "hotline.storage" -}}
{{- with .storageClass }}
storageClassName: {{ . }}
{{- end }}
resources: { requests: { storage: {{ .size }} } }
{{- end }}
