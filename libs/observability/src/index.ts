export { type ErrorRecord, errorRecord } from './error-record.js';
export { type CheckReport, type HealthCheck, HealthChecks } from './health-checks.js';
export { type HealthAsyncOptions, HealthModule, type HealthOptions } from './health.module.js';
export { createLog, loggerModule, type LogOptions, nestLogger } from './logger.module.js';
export { counter, gauge, histogram, metricsText, type Reading } from './metrics.js';
export { MetricsController, MetricsModule } from './metrics.controller.js';
export { observeRequests, traceIdOf } from './observe-requests.js';
export { currentTraceId, currentTraceparent, inSpan, type SpanRole } from './spans.js';
export { flushTelemetry, startTelemetry, stopTelemetry, type TelemetryOptions } from './telemetry.js';
