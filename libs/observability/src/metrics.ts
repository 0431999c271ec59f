import type { Attributes, Meter } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { serviceResource } from './telemetry.js';

/** What a gauge shows: one number, or several told apart by attributes. Attributes are few and never about a person. */
export type Reading = number | readonly { readonly value: number; readonly attributes: Attributes }[];

const COLLECT_TIMEOUT_MS = 2_000;
/** A reading must give up before the collection does: what is not observed keeps its last value. */
const READ_TIMEOUT_MS = 1_500;

interface Registry {
  readonly meter: Meter;
  readonly exporter: PrometheusExporter;
}

let opened: Registry | undefined;

function registry(): Registry {
  if (!opened) {
    const exporter = new PrometheusExporter({ preventServerStart: true });
    opened = { exporter, meter: new MeterProvider({ resource: serviceResource(), readers: [exporter] }).getMeter('hotline') };
  }
  return opened;
}

/**
 * Shows what `read` answers whenever metrics are collected; a reading that fails or takes longer than 1.5 s shows as NaN and hurts nobody.
 * Answers a function that takes the gauge away again.
 */
export function gauge(name: string, help: string, read: () => Reading | Promise<Reading>): () => void {
  const instrument = registry().meter.createObservableGauge(name, { description: help });
  const shown = new Map<string, Attributes>();
  const observe: Parameters<typeof instrument.addCallback>[0] = async (result) => {
    const points = await inTime(read).then(pointsOf, () => []);
    const gone = new Map(shown);
    for (const { value, attributes } of points) {
      const key = JSON.stringify(attributes);
      gone.delete(key);
      shown.set(key, attributes);
      result.observe(value, attributes);
    }
    // What is not observed keeps its last value in the SDK, and a stale lag looks like a healthy one.
    for (const attributes of gone.values()) result.observe(NaN, attributes);
  };
  instrument.addCallback(observe);
  return () => instrument.removeCallback(observe);
}

/** Counts up: `const registered = counter('tickets_registered', '…'); registered({ channel })`. Prometheus adds `_total`. */
export function counter(name: string, help: string): (attributes?: Attributes, by?: number) => void {
  const instrument = registry().meter.createCounter(name, { description: help });
  return (attributes = {}, by = 1) => instrument.add(by, attributes);
}

/** Spreads measured values over buckets; times are in seconds. */
export function histogram(name: string, help: string, boundaries: readonly number[]): (value: number, attributes?: Attributes) => void {
  const instrument = registry().meter.createHistogram(name, {
    description: help,
    advice: { explicitBucketBoundaries: [...boundaries] },
  });
  return (value, attributes = {}) => instrument.record(value, attributes);
}

/** Everything measured so far, in Prometheus' text format 0.0.4. */
export async function metricsText(): Promise<string> {
  const { resourceMetrics } = await registry().exporter.collect({ timeoutMillis: COLLECT_TIMEOUT_MS });
  return new PrometheusSerializer('', false, undefined, true, true).serialize(resourceMetrics);
}

async function inTime(read: () => Reading | Promise<Reading>): Promise<Reading> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the reading took too long')), READ_TIMEOUT_MS);
  try {
    return await Promise.race([Promise.resolve().then(read), late]);
  } finally {
    clearTimeout(timer);
  }
}

function pointsOf(reading: Reading): readonly { value: number; attributes: Attributes }[] {
  return typeof reading === 'number' ? [{ value: reading, attributes: {} }] : reading;
}
