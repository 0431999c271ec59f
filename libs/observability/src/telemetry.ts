import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  SimpleSpanProcessor,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

/*
 * Spans are made by hand: one a request (observe-requests.ts), one a unit of work or a message handled (inSpan).
 * Measured on a POST with a transaction of four statements, CPU time a request: 275 µs without telemetry, 300 µs this
 * way, 446 µs with instrumentation-http and instrumentation-pg, which also take 0.4 s of start-up and 30 MB a process.
 */

export interface TelemetryOptions {
  /** `service.name` of every span and metric. */
  readonly serviceName: string;
  /** Share of new traces that are recorded, 0 to 1; a caller's own decision is followed. */
  readonly ratio?: number;
  /** Where finished spans go at once instead of to the OTLP endpoint; for specs. */
  readonly exporter?: SpanExporter;
}

const FLUSH_MS = 2_000;

let provider: TracerProvider | undefined;
let service = process.env['OTEL_SERVICE_NAME'] ?? 'hotline';

/**
 * Starts tracing for this process; a second call does nothing. Spans leave the process over OTLP/HTTP only when
 * `OTEL_EXPORTER_OTLP_ENDPOINT` is set. Without it no span is recorded, but trace ids still go into logs and events.
 */
export function startTelemetry(options: TelemetryOptions): void {
  if (provider) return;
  service = options.serviceName;
  const exporting = options.exporter !== undefined || Boolean(process.env['OTEL_EXPORTER_OTLP_ENDPOINT']);
  provider = new TracerProvider({
    resource: serviceResource(),
    sampler: exporting ? samplerOf(options.ratio ?? 1) : new AlwaysOffSampler(),
    spanProcessors: exporting ? [processorFor(options.exporter)] : [],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
}

/** Sends the spans still waiting; at most two seconds, and never a failure: a shutdown does not wait for a collector. */
export async function flushTelemetry(): Promise<void> {
  await Promise.race([provider?.forceFlush().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, FLUSH_MS).unref())]);
}

/** Ends tracing, so that it can be started anew; for specs. */
export async function stopTelemetry(): Promise<void> {
  const stopping = provider;
  provider = undefined;
  trace.disable();
  context.disable();
  propagation.disable();
  await stopping?.shutdown();
}

/** What every span and metric of this process is marked with. */
export function serviceResource(): Resource {
  return resourceFromAttributes({ 'service.name': service });
}

function samplerOf(ratio: number): Sampler {
  return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) });
}

function processorFor(exporter: SpanExporter | undefined) {
  return exporter ? new SimpleSpanProcessor({ exporter }) : new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
}
