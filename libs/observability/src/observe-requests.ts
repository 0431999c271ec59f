import { context, type Context, type Span, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { histogram } from './metrics.js';
import { contextOf, markFailed, startSpan } from './spans.js';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const UNKNOWN_ROUTE = '(unknown)';
const PROBES = /\/(?:health\/(?:live|ready|startup)|metrics)$/;

const TRACE = Symbol('hotline.trace');

interface Traced {
  [TRACE]?: { readonly span: Span; readonly context: Context };
}

/**
 * Gives every request one server span (joined to the caller's `traceparent`), one log line and one place in the
 * duration histogram. All three know the route pattern, never the URL. Probes and metrics leave no trace.
 */
export function observeRequests(fastify: FastifyInstance, log: Logger): void {
  const record = histogram('http_server_request_duration_seconds', 'Duration of HTTP requests by method, route and status class', SECONDS);
  const lines = log.child({}, { redact: [] }); // a fixed shape without free values has nothing to look for
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isProbe(request)) beginTrace(request);
    done();
  });
  // Entered only here: body events fire in the socket's context, so one entered in onRequest is lost while reading.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const traced = (request as Traced)[TRACE];
    if (traced) context.with(traced.context, done);
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    if (!isProbe(request)) conclude(request, reply, record, lines);
    done();
  });
}

/** Trace id of a request even where its span is not entered, e.g. when its body could not be read. */
export function traceIdOf(request: object): string | undefined {
  return (request as Traced)[TRACE]?.span.spanContext().traceId;
}

function beginTrace(request: FastifyRequest): void {
  const traceparent = request.headers['traceparent'];
  const parent = typeof traceparent === 'string' ? contextOf(traceparent) : context.active();
  const route = routeOf(request);
  const span = startSpan(`${request.method} ${route}`, { 'http.request.method': request.method, 'http.route': route }, parent, 'server');
  (request as Traced)[TRACE] = { span, context: trace.setSpan(parent, span) };
}

function conclude(request: FastifyRequest, reply: FastifyReply, record: ReturnType<typeof histogram>, log: Logger): void {
  const route = routeOf(request);
  const status = reply.statusCode;
  record(reply.elapsedTime / 1_000, { method: request.method, route, status: `${Math.floor(status / 100)}xx` });
  const span = (request as Traced)[TRACE]?.span;
  const line = { method: request.method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10, traceId: span?.spanContext().traceId };
  if (status >= 500) log.error(line, 'request failed');
  else log.info(line, 'request');
  if (!span) return;
  span.setAttribute('http.response.status_code', status);
  if (status >= 500) markFailed(span, String(status));
  span.end();
}

function isProbe(request: FastifyRequest): boolean {
  return PROBES.test(request.routeOptions.url ?? '');
}

function routeOf(request: FastifyRequest): string {
  return request.is404 ? UNKNOWN_ROUTE : (request.routeOptions.url ?? UNKNOWN_ROUTE);
}
