{{/* Peers of network policies. What lies outside of the cluster is a list of address ranges. */}}

{{- define "hotline.component" -}}
- podSelector:
    matchLabels: {{- include "hotline.selector" . | nindent 6 }}
{{- end }}

{{- define "hotline.namespace" -}}
- namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: {{ . }} } }
{{- end }}

{{- define "hotline.ranges" -}}
{{- range . }}
- ipBlock: { cidr: {{ . }} }
{{- end }}
{{- end }}

{{- define "hotline.port" -}}
[{ protocol: TCP, port: {{ . }} }]
{{- end }}

{{/* From anybody who uses it to the database of a service; a dict of root and name. */}}
{{- define "hotline.toDatabase" -}}
{{- if .root.Values.database.bundled -}}
- to:
    - podSelector: { matchLabels: { cnpg.io/cluster: {{ include "hotline.cluster" . }} } }
  ports: {{ include "hotline.port" 5432 }}
{{- else -}}
- to: {{- include "hotline.ranges" .root.Values.networkPolicy.cidrs.database | nindent 4 }}
  ports: {{ include "hotline.port" .root.Values.database.port }}
{{- end }}
{{- end }}

{{- define "hotline.toBus" -}}
{{- if .Values.nats.bundled -}}
- to: {{- include "hotline.component" (dict "root" . "component" "nats") | nindent 4 }}
  ports: {{ include "hotline.port" 4222 }}
{{- else -}}
- to: {{- include "hotline.ranges" .Values.networkPolicy.cidrs.nats | nindent 4 }}
  ports: {{ include "hotline.port" .Values.nats.port }}
{{- end }}
{{- end }}

{{/* To an address outside; a dict of ranges and url. */}}
{{- define "hotline.toAddress" -}}
- to: {{- include "hotline.ranges" .ranges | nindent 4 }}
  ports: {{ include "hotline.port" (include "hotline.portOf" .url) }}
{{- end }}
