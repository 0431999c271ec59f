import { join } from 'node:path';
import type { ConfigSchema } from '@hotline/http';
import { serviceNames, type ServiceName } from '../../deploy/local/layout.ts';
import { root } from '../../deploy/local/workspace.mjs';

/** What each service reads from its environment. */
export const CONFIGS = Object.fromEntries(await Promise.all(serviceNames.map(async (name) => [name, await configOf(name)] as const))) as Readonly<Record<ServiceName, ConfigSchema>>;

async function configOf(name: ServiceName): Promise<ConfigSchema> {
  const exported = (await import(join(root, `apps/${name}/src/${name}.config.ts`))) as Readonly<Record<string, unknown>>;
  return exported[`${name.toUpperCase()}_CONFIG`] as ConfigSchema;
}
