const text = { type: 'string' } as const;
const quantities = { type: 'object', additionalProperties: text } as const;

function exactly(properties: Readonly<Record<string, object>>, ...required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The fields of a CloudNativePG Cluster (postgresql.cnpg.io/v1) that the chart uses, as the operator's reference describes them. */
export const CNPG_CLUSTER = exactly(
  {
    apiVersion: { const: 'postgresql.cnpg.io/v1' },
    kind: { const: 'Cluster' },
    metadata: exactly({ name: text, labels: { type: 'object', additionalProperties: text }, annotations: { type: 'object', additionalProperties: text } }, 'name'),
    spec: exactly(
      {
        instances: { type: 'integer', minimum: 1 },
        imageName: text,
        bootstrap: exactly({ initdb: exactly({ database: text, owner: text, encoding: text, localeCollate: text, localeCType: text, dataChecksums: { type: 'boolean' } }) }, 'initdb'),
        storage: exactly({ size: text, storageClass: text }, 'size'),
        postgresql: exactly({
          parameters: { type: 'object', additionalProperties: text },
          synchronous: exactly({ method: { enum: ['any', 'first'] }, number: { type: 'integer', minimum: 1 } }, 'method', 'number'),
        }),
        resources: exactly({ requests: quantities, limits: quantities }),
        enablePDB: { type: 'boolean' },
      },
      'instances',
      'storage',
    ),
  },
  'apiVersion',
  'kind',
  'metadata',
  'spec',
);
