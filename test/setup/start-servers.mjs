import { startServers } from './servers.ts';

/** Jest's global set-up: one PostgreSQL and one nats-server for all integration specs; workers learn of them by environment. */
export default async function () {
  const servers = await startServers();
  process.env['HOTLINE_TEST_POSTGRES_URL'] = servers.postgresUrl;
  process.env['HOTLINE_TEST_NATS_URL'] = servers.natsUrl;
  process.env['HOTLINE_TEST_DIRECTORY'] = servers.directory;
  globalThis.hotlineTestServers = servers;
}
