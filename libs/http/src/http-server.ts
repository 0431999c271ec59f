import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import { acceptOnlyJson } from './json-body.js';
import { acceptSheets } from './sheet-body.js';
import { PROBLEM_JSON, problem, ProblemException } from './problem.js';
import { answerTo } from './problem-of-error.js';
import type { ProblemCode } from './problem-texts.js';

const MEGABYTE = 1_048_576;
/** For a whole request to arrive. */
const ARRIVE_WITHIN_MS = 15_000;
const CLIENT_ERRORS: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** A Fastify adapter with every bound set: body, headers, times, depth. Slow or endless callers are cut off, others do not notice. */
export function httpAdapter(trustProxy: boolean | string = false, arriveWithinMs = ARRIVE_WITHIN_MS): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy,
    bodyLimit: MEGABYTE,
    requestTimeout: arriveWithinMs, // Fastify's default is none
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000, // longer than a gateway's idle pool, so that it never writes into a closing socket
    http: { headersTimeout: 10_000, maxHeaderSize: 16_384 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 128 },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
  });
}

/** Bodies, security headers and refusals that come before any route. `docs` is where scripts and styles are allowed. */
export function hardenServer(fastify: FastifyInstance, docs: string): void {
  acceptOnlyJson(fastify);
  acceptSheets(fastify);
  const security = securityHeaders();
  const ofDocs = { ...security, 'content-security-policy': DOCS_POLICY };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(request.url.startsWith(docs) ? ofDocs : security);
    done(request.url.includes('%00') ? ProblemException.of('character-refused') : undefined);
  });
}

/** What helmet sets, asked once: no header depends on the request, and working them out for each cost 3 % of a registration. */
function securityHeaders(): OutgoingHttpHeaders {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const policy = { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } };
  helmet({ contentSecurityPolicy: policy })(response.req, response, () => undefined);
  return { ...response.getHeaders() };
}

const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A malformed or over-long URL is refused by the router, before hooks and filters. */
function answerFrameworkError(error: Error, _request: unknown, reply: FastifyReply): void {
  const refusal = answerTo(error).problem;
  void reply.status(refusal.status).header('content-type', PROBLEM_JSON).send(JSON.stringify(refusal));
}

/** What is not even HTTP, or does not arrive in time, is answered on the bare socket. */
function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const answer = problem(CLIENT_ERRORS[error.code ?? ''] ?? 'bad-request');
  const body = JSON.stringify(answer);
  const head = [
    `HTTP/1.1 ${answer.status} ${answer.code}`,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
