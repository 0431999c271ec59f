import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../local/workspace.mjs';

/** A unit of `deploy/units/<county>.json`: its code and what `PUT /routing/v1/units/{code}` takes. */
interface SeedUnit {
  readonly code: string;
}

const REQUEST_MS = 30_000;
const UNKNOWN = 404;

/**
 * Records the demonstration directory at the platform behind `baseUrl` (e.g. `http://localhost:8080`), as the bearer of an
 * administrator's token. Units that are recorded already stay as they are; answers how many were new.
 */
export async function seedUnits(baseUrl: string, token: string, file = join(root, 'deploy/units/yuanmou.json')): Promise<number> {
  const { units } = JSON.parse(readFileSync(file, 'utf8')) as { readonly units: readonly SeedUnit[] };
  const address = (code: string): string => `${baseUrl.replace(/\/$/, '')}/routing/v1/units/${code}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let added = 0;
  for (const { code, ...body } of units) {
    const known = await fetch(address(code), { headers, signal: AbortSignal.timeout(REQUEST_MS) });
    await known.body?.cancel();
    if (known.ok) continue;
    if (known.status !== UNKNOWN) throw new Error(`the unit directory answered ${known.status} for ${code}`);
    const recorded = await fetch(address(code), { method: 'PUT', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(REQUEST_MS) });
    await recorded.body?.cancel();
    if (!recorded.ok) throw new Error(`the unit directory refused ${code} with ${recorded.status}`);
    added += 1;
  }
  return added;
}
