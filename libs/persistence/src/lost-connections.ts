import type { Pool, PoolClient } from 'pg';

/** Long enough for whoever holds a connection to give it back itself; what is thrown away twice is an error of its own. */
const GRACE_MS = 1_000;

/**
 * Gives connections that broke while they were in use back to the pool. The query builder does so only after a rollback that
 * succeeded, which on a broken connection none does: a fail-over took away one connection of the pool for each transaction under way.
 */
export function giveBackLost(pool: Pool): void {
  const inUse = new Set<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (!inUse.has(client)) return;
        client.release(true);
        client.release = () => undefined; // whoever held it longer, a leader say, gives it back once more
      }, GRACE_MS).unref();
    });
  });
}
