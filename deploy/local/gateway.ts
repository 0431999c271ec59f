import { Agent, createServer, request as upstreamRequest, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';

/** Where a service listens. */
export interface Upstream {
  readonly host: string;
  readonly port: number;
}

/**
 * The services' own limit in bytes, kept here too: a service that refuses a body early closes the connection on the rest of
 * it, and its answer is often lost to the reset. A file has the limit of the service that takes it, which measures it as it flows.
 */
const BODY_LIMIT = 1024 * 1024;
/** How much of a body that is refused anyway is still read, so that its sender gets to see the answer. */
const DRAIN_LIMIT = 64 * 1024 * 1024;
const ANSWER_WITHIN_MS = 60_000;
/** Headers between two neighbours (RFC 9110 §7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'proxy-connection']);

/**
 * One address for all services: the first segment of the path names the service, and the path goes there unchanged.
 * Metrics stay inside. A service that is down is a problem document with 503, one that breaks off with 502.
 */
export function createGateway(routes: ReadonlyMap<string, Upstream>, landingPage: string): Server {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_024, keepAliveMsecs: 5_000 });
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const service = path.split('/')[1] ?? '';
    const upstream = routes.get(service);
    if (path === '/') return sendPage(response, landingPage);
    if (path === '/health') return sendJson(response, 200, 'application/json', { status: 'ok' });
    if (!upstream || isMetrics(path)) return refuse(request, response, 'no-such-route');
    if (Number(request.headers['content-length'] ?? 0) > limitOf(request)) return refuse(request, response, 'body-too-large');
    forward(agent, service, upstream, request, response);
  });
  server.requestTimeout = ANSWER_WITHIN_MS;
  server.keepAliveTimeout = 30_000;
  return server;
}

const PROBLEMS = {
  'no-such-route': {
    status: 404,
    title: '没有这个地址',
    detail: '路径应以 /intake、/routing、/sla、/supervision、/appraisal 或 /prefecture 开头。',
    advice: '请核对地址；各服务的接口见其 /docs，例如 /intake/docs。',
  },
  'body-too-large': { status: 413, title: '请求内容过大', detail: `请求内容最多 ${BODY_LIMIT / 1024 / 1024} MB。`, advice: '请缩小内容，或分批提交。' },
  'service-unavailable': { status: 503, title: '服务暂时不可用', detail: '该服务正在启动或重新启动。', advice: '请稍后用同一个 Idempotency-Key 重试。' },
  'bad-gateway': { status: 502, title: '服务中断了应答', detail: '请求可能已被处理。', advice: '请用同一个 Idempotency-Key 重试，不会重复办理。' },
  'gateway-timeout': { status: 504, title: '服务没有及时应答', detail: '请求可能已被处理。', advice: '请稍后用同一个 Idempotency-Key 重试，不会重复办理。' },
} as const;
type ProblemCode = keyof typeof PROBLEMS;

/** Dot segments and escapes are not resolved anywhere behind, so the plain text of the path decides. */
function isMetrics(path: string): boolean {
  return /^\/[^/]+\/+metrics\/*$/i.test(path);
}

/** How much of the body goes on to the service. */
function limitOf({ headers }: IncomingMessage): number {
  return /^\s*multipart\/form-data/i.test(headers['content-type'] ?? '') ? Infinity : BODY_LIMIT;
}

function forward(agent: Agent, service: string, upstream: Upstream, request: IncomingMessage, response: ServerResponse): void {
  const outgoing = upstreamRequest({ ...upstream, agent, method: request.method, path: request.url, headers: headersFor(request), timeout: ANSWER_WITHIN_MS });
  outgoing.on('response', (answer) => {
    if (!request.complete) leaveRest(request, outgoing, answer);
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.pipe(response);
    answer.on('error', () => response.destroy());
    answer.on('aborted', () => response.destroy());
  });
  outgoing.on('timeout', () => outgoing.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
  outgoing.on('error', (error: NodeJS.ErrnoException) => {
    if (!response.headersSent) refuse(request, response, problemOf(error), service);
  });
  response.on('close', () => {
    if (!response.writableFinished) outgoing.destroy();
  });
  request.pipe(outgoing);
  whenLongerThan(limitOf(request), request, () => {
    if (response.headersSent) return;
    request.unpipe(outgoing);
    refuse(request, response, 'body-too-large');
    outgoing.destroy();
  });
}

function whenLongerThan(limit: number, request: IncomingMessage, act: () => void): void {
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > limit) act();
  });
}

/** The service has answered in the middle of a body: it wants no more of it, and the sender will listen when it has sent the rest. */
function leaveRest(request: IncomingMessage, outgoing: ClientRequest, answer: IncomingMessage): void {
  request.unpipe(outgoing);
  answer.once('end', () => outgoing.destroy());
  drain(request);
}

function problemOf({ code }: NodeJS.ErrnoException): ProblemCode {
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'service-unavailable';
  return code === 'ETIMEDOUT' ? 'gateway-timeout' : 'bad-gateway';
}

function headersFor(request: IncomingMessage): OutgoingHttpHeaders {
  return { ...endToEnd(request.headers), 'x-forwarded-for': request.socket.remoteAddress ?? '', 'x-forwarded-proto': 'http', 'x-forwarded-host': request.headers.host ?? '' };
}

function endToEnd(headers: IncomingMessage['headers']): OutgoingHttpHeaders {
  const named = new Set((headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.has(name)));
}

function refuse(request: IncomingMessage, response: ServerResponse, code: ProblemCode, service?: string): void {
  const { status, title, detail, advice } = PROBLEMS[code];
  if (status === 503) response.setHeader('retry-after', '2');
  sendJson(response, status, 'application/problem+json', { type: `urn:hotline:problem:${code}`, title, status, detail, advice, code, ...(service ? { service } : {}) });
  drain(request);
}

/** A sender that is cut off in the middle of its body sees a broken connection instead of the answer. */
function drain(request: IncomingMessage): void {
  let read = 0;
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > DRAIN_LIMIT) request.destroy();
  });
  request.on('error', () => undefined);
  request.resume();
}

function sendJson(response: ServerResponse, status: number, type: string, body: object): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

function sendPage(response: ServerResponse, html: string): void {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'", 'x-content-type-options': 'nosniff' })
    .end(html);
}
