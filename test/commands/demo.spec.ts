import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseMixing } from '../../deploy/commands/demo-company.ts';
import { demoOptions } from '../../deploy/commands/demo-options.ts';
import { HotlineApi } from '../../deploy/commands/hotline-api.ts';

/** Whether the sample may come in where so many of its tickets are already, beside tickets of these sources. */
async function mixing(registered: number, ...sources: (string | null)[]): Promise<string> {
  const server = createServer((request, response) => {
    const answer = request.url?.startsWith('/intake/v1/history/status?source=yuanmou-demo') ? { registered } : { items: sources.map((source) => ({ source })), next: null };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const api = new HotlineApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => Promise.resolve('t'));
    return await refuseMixing(api).then(() => 'comes in', (error: unknown) => String(error));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('npm run demo', () => {
  it('looks at its arguments before it does anything', () => {
    expect(demoOptions([])).toEqual({ help: false, yes: false });
    expect(demoOptions(['--help'])).toMatchObject({ help: true });
    expect(demoOptions(['--yes'])).toMatchObject({ yes: true });
    for (const wrong of ['--dry-run', 'sample.csv']) expect(() => demoOptions([wrong])).toThrow('npm run demo');
  });

  it('keeps out of the tickets of a county unless told otherwise', async () => {
    expect(await mixing(0)).toBe('comes in');
    expect(await mixing(0, 'yuanmou-demo', null)).toContain('--yes');
    expect(await mixing(0, 'old')).toContain('--yes');
    expect(await mixing(60, 'yuanmou-demo', null)).toBe('comes in');
  });
});
