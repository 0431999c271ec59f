import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { root } from '../../deploy/local/workspace.mjs';
import { CNPG_CLUSTER } from './cnpg-cluster.schema.ts';
import type { Manifest } from './helm.ts';

type Validator = (value: unknown) => boolean;
type Compiled = Validator & { errors?: readonly { readonly instancePath?: string; readonly message?: string; readonly keyword?: string }[] | null };

/** Which package holds the schemas of an API group; Kubernetes' own are in the first. */
const PACKAGES: Readonly<Record<string, string>> = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'keda.sh': '@kubernetes-models/keda',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};
/** No package has these; the schema beside this file names every field that the chart uses. */
const OWN: Readonly<Record<string, ValidateFunction>> = { 'postgresql.cnpg.io/v1/Cluster': new Ajv({ allErrors: true }).compile(CNPG_CLUSTER) };

/** Everything that is wrong with a manifest, unknown fields included: Kubernetes drops those silently. */
export async function faultsOf(manifest: Manifest): Promise<readonly string[]> {
  const seen: Seen[] = [];
  const validate = await validatorFor(manifest);
  const valid = validate(watched(manifest, '', seen));
  const errors = valid ? [] : (validate.errors ?? []).map(({ instancePath = '', message, keyword }) => `${instancePath} ${message ?? keyword}`);
  return [...errors, ...unknownFields(seen)].map((fault) => `${manifest.kind} ${manifest.metadata.name}: ${fault}`);
}

async function validatorFor({ apiVersion, kind }: Manifest): Promise<Compiled> {
  const own = OWN[`${apiVersion}/${kind}`];
  if (own) return own as Compiled;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
  const model = join(root, 'node_modules', PACKAGES[group] ?? 'kubernetes-models', apiVersion, `${kind}.js`);
  const schema = /import\{validate\}from"([^"]+)"/.exec(readFileSync(model, 'utf8'))?.[1];
  if (!schema) throw new Error(`${model} names no schema`);
  return ((await import(join(dirname(model), schema))) as { readonly validate: Compiled }).validate;
}

interface Seen {
  readonly path: string;
  readonly value: object;
  readonly asked: Set<string>;
}

/** Notes which fields the validator asks for. */
function watched(value: object, path: string, seen: Seen[]): object {
  const asked = new Set<string>();
  const children = new Map<string, object>();
  seen.push({ path, value, asked });
  return new Proxy(value, {
    get(target, key) {
      const child: unknown = Reflect.get(target, key);
      if (typeof key !== 'string') return child;
      asked.add(key);
      if (typeof child !== 'object' || child === null) return child;
      if (!children.has(key)) children.set(key, watched(child, `${path}/${key}`, seen));
      return children.get(key);
    },
  });
}

/** A field that the schema never asks for, in an object of which it asks something, is one that it does not know. */
function unknownFields(seen: readonly Seen[]): string[] {
  return seen
    .filter(({ value, asked }) => !Array.isArray(value) && asked.size > 0)
    .flatMap(({ path, value, asked }) => Object.keys(value).filter((key) => !asked.has(key)).map((key) => `${path}/${key} is no known field`));
}
