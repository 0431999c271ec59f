import { seedUnits } from '../commands/seed-units.ts';
import { accountId, demoAccount } from './demo-accounts.ts';
import type { Layout } from './layout.ts';
import { requestToken } from './token.ts';

/** Gives an empty unit directory the demonstration units, so that tickets can be dispatched from the first minute; answers how many. */
export async function fillEmptyDirectory({ ports }: Layout): Promise<number> {
  const admin = demoAccount(accountId('admin'));
  if (!admin) throw new Error('the demo account admin is missing');
  const token = await requestToken(`http://localhost:${ports.idp}`, admin);
  const routing = `http://127.0.0.1:${ports.routing}`;
  const known = await fetch(`${routing}/routing/v1/units?limit=1`, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await known.json()) as { items: readonly unknown[] };
  return items.length > 0 ? 0 : seedUnits(routing, token);
}
