import { createServer, request, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createGateway } from '../../deploy/local/gateway.ts';

const running: Server[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())));
});

async function listen(server: Server): Promise<number> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Status and code of a problem, which must say in Chinese what it is, what happened and what to do. */
async function problemIn(response: Response): Promise<[number, string]> {
  const problem = (await response.json()) as Record<'code' | 'title' | 'detail' | 'advice', string>;
  for (const text of [problem.title, problem.detail, problem.advice]) expect(text).toMatch(/[\u4e00-\u9fff]/);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return [response.status, problem.code];
}

/** A gateway before one service `sla`, and its address. */
async function gatewayTo(service: RequestListener): Promise<string> {
  const port = await listen(createServer(service));
  return `http://127.0.0.1:${await listen(createGateway(new Map([['sla', { host: '127.0.0.1', port }]]), '<h1>首页</h1>'))}`;
}

const echo: RequestListener = (incoming, response) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const { method, url, headers } = incoming;
    response.writeHead(201, { 'content-type': 'application/json', etag: '"7"', connection: 'close', 'x-secret-hop': '1' }).end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
  });
};

describe('the local gateway', () => {
  it('passes method, path, query, headers and body on unchanged, and the answer back', async () => {
    const gateway = await gatewayTo(echo);
    const response = await fetch(`${gateway}/sla/v1/clocks?unit=a%2Fb`, { method: 'PUT', body: '{"x":1}', headers: { 'if-match': '"6"', 'idempotency-key': 'k', 'content-type': 'application/json' } });
    expect([response.status, response.headers.get('etag')]).toEqual([201, '"7"']);
    expect(await response.json()).toMatchObject({
      method: 'PUT',
      url: '/sla/v1/clocks?unit=a%2Fb',
      body: '{"x":1}',
      headers: { 'if-match': '"6"', 'idempotency-key': 'k', host: gateway.replace('http://', ''), 'x-forwarded-for': '127.0.0.1' },
    });
  });

  it('does not let a caller name a header away that only concerns its own connection', async () => {
    const gateway = new URL(await gatewayTo(echo));
    const headers = await new Promise<Record<string, string>>((resolve, reject) => {
      request({ host: gateway.hostname, port: gateway.port, path: '/sla/x', headers: { connection: 'close, x-private', 'x-private': '1', te: 'trailers' } }, (response: IncomingMessage) => {
        response.setEncoding('utf8');
        response.on('data', (text: string) => resolve((JSON.parse(text) as { headers: Record<string, string> }).headers));
      })
        .on('error', reject)
        .end();
    });
    expect([headers['x-private'], headers['te']]).toEqual([undefined, undefined]);
  });

  it.each(['/sla/metrics', '/sla//metrics', '/sla/METRICS/', '/sla/metrics?x=1', '/unknown/v1', '/slab/v1'])('does not show %s', async (path) => {
    expect(await problemIn(await fetch(`${await gatewayTo(echo)}${path}`))).toEqual([404, 'no-such-route']);
  });

  it('shows a page in Chinese at its root, without any script', async () => {
    const response = await fetch(`${await gatewayTo(echo)}/`);
    expect([response.status, await response.text(), response.headers.get('content-security-policy')]).toEqual([200, '<h1>首页</h1>', expect.stringContaining("default-src 'none'")]);
  });

  it('says 503 and when to come back while a service is down', async () => {
    const port = await listen(createServer());
    await new Promise((resolve) => running.pop()?.close(resolve));
    const gateway = `http://127.0.0.1:${await listen(createGateway(new Map([['sla', { host: '127.0.0.1', port }]]), ''))}`;
    const response = await fetch(`${gateway}/sla/v1/clocks`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await response.json()).toMatchObject({ code: 'service-unavailable', status: 503, service: 'sla', title: '服务暂时不可用', advice: expect.stringContaining('重试') });
  });

  it('says 502 when a service breaks off before it answers', async () => {
    const response = await fetch(`${await gatewayTo((incoming) => incoming.socket.destroy())}/sla/v1/clocks`, { method: 'POST', body: 'x' });
    expect(await problemIn(response)).toEqual([502, 'bad-gateway']);
  });

  it.each([
    ['announced', (body: Buffer) => new Uint8Array(body)],
    ['unannounced', (body: Buffer) => new Blob([new Uint8Array(body)]).stream()],
  ])('refuses an %s body of 10 MB so that its sender sees the answer', async (_, bodyOf) => {
    const gateway = await gatewayTo(echo);
    const response = await fetch(`${gateway}/sla/v1/clocks`, { method: 'POST', body: bodyOf(Buffer.alloc(10_000_000)), duplex: 'half' } as RequestInit);
    expect(await problemIn(response)).toEqual([413, 'body-too-large']);
  });

  it('lets a file of any size flow to the service, never whole in memory', async () => {
    const first = Promise.withResolvers<void>();
    const gateway = await gatewayTo((incoming, response) => {
      let bytes = 0;
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        first.resolve();
      });
      incoming.on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ bytes })));
    });
    // The second half is sent only after the service has seen something of the first.
    async function* body(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(2_500_000);
      await first.promise;
      yield new Uint8Array(2_500_000);
    }
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const flowing = await fetch(`${gateway}/sla/v1/files`, { method: 'POST', headers, body: ReadableStream.from(body()), duplex: 'half' } as RequestInit);
    const announced = await fetch(`${gateway}/sla/v1/files`, { method: 'POST', headers, body: new Uint8Array(10_000_000) });
    expect([flowing.status, await flowing.json(), announced.status, await announced.json()]).toEqual([201, { bytes: 5_000_000 }, 201, { bytes: 10_000_000 }]);
  });

  it('passes on what a service answers in the middle of a file, so that its sender sees it', async () => {
    const gateway = await gatewayTo((incoming, response) => {
      incoming.once('data', () => {
        incoming.pause();
        response.writeHead(413, { 'content-type': 'application/problem+json' }).end('{"code":"attachment-too-large"}');
      });
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const response = await fetch(`${gateway}/sla/v1/files`, { method: 'POST', headers, body: new Uint8Array(30_000_000) });
    expect([response.status, await response.json()]).toEqual([413, { code: 'attachment-too-large' }]);
  });

  it('gives up the request to the service when the caller goes away', async () => {
    const abandoned = Promise.withResolvers<string>();
    const caller = new AbortController();
    const gateway = await gatewayTo((incoming, response) => {
      response.on('close', () => abandoned.resolve('given up'));
      caller.abort();
      incoming.resume();
    });
    await expect(fetch(`${gateway}/sla/v1/clocks`, { signal: caller.signal })).rejects.toThrow('aborted');
    expect(await abandoned.promise).toBe('given up');
  });
});
