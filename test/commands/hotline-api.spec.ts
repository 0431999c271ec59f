import { createServer, type AddressInfo } from 'node:net';
import { HotlineApi } from '../../deploy/commands/hotline-api.ts';

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('a command that takes no --port advises the setting it does take when the stack is down', async () => {
  const idp = await freePort();
  const api = HotlineApi.fromEnvironment('admin', { HOTLINE_PORT: String(idp - 6) });
  const failed = await api.token().catch((error: unknown) => error);
  expect(String(failed)).toContain('HOTLINE_PORT');
  expect(String(failed)).not.toContain('--port');
});
