import { type Attributes, context, type Context, type Span, type SpanContext, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';

const TRACER = 'hotline';
const KINDS = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER };
export type SpanRole = keyof typeof KINDS;

/**
 * Runs `work` inside a span of its own and answers what it answers. A `parentTraceparent` (W3C) joins the trace of the
 * request that caused a message. Of a failure only the class is recorded: an error's text may quote a petitioner.
 */
export async function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => T | Promise<T>,
  parentTraceparent?: string,
  role: SpanRole = 'internal',
): Promise<T> {
  const parent = parentTraceparent === undefined ? context.active() : contextOf(parentTraceparent);
  const span = startSpan(name, attributes, parent, role);
  try {
    return await context.with(trace.setSpan(parent, span), () => work(span));
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** `traceparent` of the span we are in, to be carried along in an event; undefined outside of any span. */
export function currentTraceparent(): string | undefined {
  const current = trace.getSpanContext(context.active());
  return current && traceparentOf(current);
}

/** Trace id (32 hex digits) of the span we are in. */
export function currentTraceId(): string | undefined {
  return trace.getSpanContext(context.active())?.traceId;
}

export function startSpan(name: string, attributes: Attributes, parent: Context, role: SpanRole): Span {
  return trace.getTracer(TRACER).startSpan(name, { kind: KINDS[role], attributes }, parent);
}

export function markFailed(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.name : typeof error;
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR, message: type });
}

/** A context below the span that a `traceparent` names; below nothing if it is malformed. */
export function contextOf(traceparent: string): Context {
  const remote = parseTraceParent(traceparent);
  return remote ? trace.setSpanContext(context.active(), { ...remote, isRemote: true }) : context.active();
}

function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
