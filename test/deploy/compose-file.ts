import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../deploy/local/workspace.mjs';

/** As far as specs look at a service of the compose file. */
export interface ComposeService {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>> | readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly volumes?: readonly string[];
}

export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
}

export const dockerFolder = join(root, 'deploy/docker');

/** Variables of `example.env`, with `filled` instead of what it leaves empty. */
export function exampleSettings(filled: Readonly<Record<string, string>>): Record<string, string> {
  const lines = readFileSync(join(dockerFolder, 'example.env'), 'utf8').split('\n').filter((line) => /^\w+=/.test(line));
  return { ...Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])), ...filled };
}

/** The compose file with its variables filled in, as compose does it: in the values, after reading. Throws the name of one that must be set and is not. */
export function composeWith(settings: Readonly<Record<string, string>>): ComposeFile {
  return filled(parse(readFileSync(join(dockerFolder, 'compose.yaml'), 'utf8'), { merge: true }), settings) as ComposeFile;
}

function filled(value: unknown, settings: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(/\$\{(\w+)(?:(:-|:\?)([^}]*))?\}/g, (_, name: string, kind: string | undefined, otherwise = '') => settings[name] || absent(name, kind, otherwise));
  if (Array.isArray(value)) return value.map((item) => filled(item, settings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, settings)]));
}

function absent(name: string, kind: string | undefined, otherwise: string): string {
  if (kind === ':-') return otherwise;
  throw new Error(`${name} must be set: ${otherwise}`);
}
