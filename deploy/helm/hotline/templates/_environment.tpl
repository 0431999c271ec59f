{{/* One environment variable out of a service's Secret; a dict of root, component, name and optional. */}}
{{- define "hotline.fromSecret" -}}
- name: {{ .name }}
  valueFrom: { secretKeyRef: { name: {{ .root.Release.Name }}-{{ .component }}, key: {{ .name }}{{ if .optional }}, optional: true{{ end }} } }
{{- end }}

{{/* Where the database of a service is; a dict of root and name. */}}
{{- define "hotline.databaseUrl" -}}
{{- if .root.Values.database.bundled }}
- name: DATABASE_URL
  valueFrom: { secretKeyRef: { name: {{ include "hotline.cluster" . }}-app, key: uri } }
{{- else }}
{{ include "hotline.fromSecret" (dict "root" .root "component" .name "name" "DATABASE_URL") }}
{{- end }}
{{- end }}

{{/* Where the bus is, for a service or for `streams`; a dict of root and name. */}}
{{- define "hotline.natsUrl" -}}
{{- if .root.Values.nats.credentials }}
{{- include "hotline.fromSecret" (dict "root" .root "component" .name "name" "NATS_URL") }}
{{- else }}
- name: NATS_URL
  value: {{ .root.Values.nats.bundled | ternary (printf "nats://%s-nats:4222" .root.Release.Name) .root.Values.nats.url }}
{{- end }}
{{- end }}

{{/* Secret settings beside the addresses: name, or name followed by a question mark where it may be missing. */}}
{{- define "hotline.secretsOf" -}}
{{- if eq .name "intake" }}
{{- list "HOTLINE_IDENTITY_KEY" "HOTLINE_IDENTITY_OLD_KEYS?" | join " " }}{{ if .root.Values.attachments.bucket }} HOTLINE_S3_ACCESS_KEY HOTLINE_S3_SECRET_KEY{{ end }}
{{- else if eq .name "prefecture" }}
{{- list "PREFECTURE_CLIENT_SECRET" "PREFECTURE_INBOUND_KEYS?" "PREFECTURE_PEER_KEY?" | join " " }}
{{- end }}
{{- end }}

{{/* Settings that other values give, as a map. */}}
{{- define "hotline.derivedSettings" -}}
{{- with .root.Values.files.policy }}
HOTLINE_POLICY: /etc/hotline/policy
{{- end }}
{{- if and (eq .name "sla") .root.Values.files.calendars }}
HOTLINE_CALENDARS: /etc/hotline/calendars
{{- end }}
{{- if eq .name "intake" }}
{{- with .root.Values.files.subjects }}
HOTLINE_SUBJECTS: /etc/hotline/subjects/county.yaml
{{- end }}
{{- if .root.Values.attachments.bucket }}
HOTLINE_ATTACHMENTS: s3://{{ .root.Values.attachments.bucket }}
HOTLINE_S3_ENDPOINT: {{ required "attachments.endpoint is needed with attachments.bucket" .root.Values.attachments.endpoint }}
HOTLINE_S3_REGION: {{ .root.Values.attachments.region }}
{{- else }}
HOTLINE_ATTACHMENTS: /var/lib/hotline/attachments
{{- end }}
{{- end }}
{{- if eq .name "prefecture" }}
HOTLINE_API_URL: https://{{ .root.Values.gateway.host }}
{{- with .root.Values.inbox.claim }}
PREFECTURE_INBOX: /var/spool/hotline/prefecture
{{- end }}
{{- end }}
{{- end }}

{{/* The whole environment of a service; a dict of root and name. */}}
{{- define "hotline.environment" -}}
{{- $service := include "hotline.service" . | fromYaml -}}
- name: NODE_OPTIONS
  value: --no-warnings --max-old-space-size={{ $service.heapMb }} --max-semi-space-size=8
- name: OTEL_SERVICE_NAME
  value: {{ .name }}
- name: PORT
  value: "8080"
- name: HOTLINE_TRUST_PROXY
  value: "true"
{{- range $name, $value := merge (include "hotline.derivedSettings" . | fromYaml) $service.settings .root.Values.settings }}
- name: {{ $name }}
  value: {{ kindIs "string" $value | ternary $value (toJson $value) | quote }}
{{- end }}
{{- include "hotline.databaseUrl" . | nindent 0 }}
{{- include "hotline.natsUrl" . | nindent 0 }}
{{- $root := .root }}{{ $component := .name }}
{{- range compact (splitList " " (include "hotline.secretsOf" .)) }}
{{- include "hotline.fromSecret" (dict "root" $root "component" $component "name" (trimSuffix "?" .) "optional" (hasSuffix "?" .)) | nindent 0 }}
{{- end }}
{{- end }}

{{/* What a service finds on its disk; a dict of root and name: volumes as a map of mount path and volume. */}}
{{- define "hotline.volumes" -}}
tmp: { path: /tmp, volume: { emptyDir: { sizeLimit: 256Mi } } }
{{- range $name, $map := .root.Values.files }}
{{- with $map }}
{{ $name }}: { path: /etc/hotline/{{ $name }}, volume: { configMap: { name: {{ . }} } } }
{{- end }}
{{- end }}
{{- if and (eq .name "intake") (not .root.Values.attachments.bucket) }}
attachments: { path: /var/lib/hotline/attachments, volume: { persistentVolumeClaim: { claimName: {{ .root.Release.Name }}-attachments } } }
{{- end }}
{{- if eq .name "prefecture" }}
{{- with .root.Values.inbox.claim }}
inbox: { path: /var/spool/hotline/prefecture, volume: { persistentVolumeClaim: { claimName: {{ . }} } } }
{{- end }}
{{- end }}
{{- end }}

{{- define "hotline.volumeMounts" -}}
{{- range $name, $what := include "hotline.volumes" . | fromYaml }}
- { name: {{ $name }}, mountPath: {{ $what.path }} }
{{- end }}
{{- end }}

{{/* Who has a Secret of its own, in one line. */}}
{{- define "hotline.secretOwners" -}}
{{- $root := . }}
{{- range $name, $_ := .Values.services }}
{{- if or $root.Values.nats.credentials (not $root.Values.database.bundled) (include "hotline.secretsOf" (dict "root" $root "name" $name)) }}{{ $name }} {{ end }}
{{- end }}
{{- if .Values.nats.credentials }}streams {{ if .Values.nats.bundled }}nats {{ end }}{{ end }}
{{- if and .Values.backup.enabled (not .Values.database.bundled) }}backup{{ end }}
{{- end }}
