import { connect, type Socket } from 'node:net';
import { Controller, Get, Module } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthModule, Public } from '@hotline/auth';
import { HealthModule } from '@hotline/observability';
import { eventually } from '@hotline/testing';
import { bootstrapService } from './index.js';

const order: string[] = [];
let release: () => void;

@Controller('v1')
@Public()
class SlowController {
  @Get('slow')
  async slow() {
    order.push('request begun');
    await new Promise<void>((resolve) => (release = resolve));
    order.push('request finished');
    return 'done';
  }

  onModuleDestroy() {
    order.push('modules torn down');
  }
}

class Transport implements CustomTransportStrategy {
  listen(ready: () => void) {
    order.push('transport listens');
    ready();
  }

  close() {
    order.push('transport closed');
  }

  addHandler() {
    throw new Error('there are no handlers here');
  }

  on() {}
  unwrap() {}
}

@Module({ imports: [AuthModule.forRoot({ issuer: 'http://127.0.0.1:1', audience: 'hotline' }), HealthModule.forRoot({ checks: [] })], controllers: [SlowController] })
class SlowModule {}

@Module({ controllers: [SlowController] })
class Unguarded {}

let app: NestFastifyApplication;

const start = (module: new () => object) =>
  bootstrapService({ name: 'specimen', module, strategy: new Transport(), config: { mode: 'local', port: 0, host: undefined, logLevel: 'silent' }, ownsProcess: false });
const port = () => (app.getHttpServer().address() as { port: number }).port;

async function rawly(...chunks: readonly string[]): Promise<{ readonly answer: () => string; readonly socket: Socket }> {
  const socket = connect(port(), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk))).on('error', () => undefined);
  for (const chunk of chunks) socket.write(chunk);
  return { answer: () => answer, socket };
}

function refused(address: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(address, '127.0.0.1', () => {
      socket.destroy();
      resolve('connected');
    });
    socket.on('error', (error: Error & { code?: string }) => resolve(error.code ?? ''));
  });
}

it('does not start without a guard', async () => {
  await expect(start(Unguarded)).rejects.toThrow("the service's module does not import AuthModule");
});

describe('a running service', () => {
  beforeAll(async () => {
    app = await start(SlowModule);
  });
  beforeEach(() => {
    order.length = 0;
  });

  it('bounds how long a request may take to arrive', () => {
    const { requestTimeout, headersTimeout, keepAliveTimeout, timeout } = app.getHttpServer() as unknown as Record<string, number>;
    expect({ requestTimeout, headersTimeout, keepAliveTimeout, timeout }).toEqual({ requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 72_000, timeout: 60_000 });
  });

  it.each([
    ['what is not HTTP', 'rubbish\r\n\r\n', 'HTTP/1.1 400', 'bad-request'],
    ['endless headers', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 'HTTP/1.1 431', 'headers-too-large'],
    ['a body announced as too large', 'POST /specimen/v1/slow HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n', 'HTTP/1.1 413', 'body-too-large'],
  ])('answers %s with a problem', async (_, sent, status, code) => {
    const { answer, socket } = await rawly(sent);
    await eventually(() => expect(answer()).toContain(`"code":"${code}"`));
    expect(answer().startsWith(status)).toBe(true);
    expect(answer().toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
    socket.destroy();
  });

  it('finishes what is under way before anything is torn down, and takes nothing new', async () => {
    const underWay = fetch(`http://127.0.0.1:${port()}/specimen/v1/slow`);
    await eventually(() => expect(order).toEqual(['request begun']));
    const address = port();
    const closed = app.close();
    await eventually(() => expect(refused(address)).resolves.toBe('ECONNREFUSED'));
    release();
    expect(await (await underWay).text()).toBe('done');
    await closed;
    expect(order.slice(0, 2)).toEqual(['request begun', 'request finished']);
    expect(order.indexOf('transport closed')).toBeLessThan(order.indexOf('modules torn down'));
  });
});
