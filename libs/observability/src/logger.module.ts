import type { DynamicModule, LoggerService } from '@nestjs/common';
import { context, trace } from '@opentelemetry/api';
import { Logger, LoggerModule, type Params, PinoLogger } from 'nestjs-pino';
import { type DestinationStream, destination as openDestination, type LoggerOptions, pino, type Logger as PinoLog, stdTimeFunctions } from 'pino';
import { errorRecord, scrubbed } from './error-record.js';

export interface LogOptions {
  /** `trace` to `fatal`, or `silent`; default `info`. */
  readonly level?: string;
  /** Where lines go instead of to standard output; for specs. */
  readonly destination?: DestinationStream;
}

/** The only request headers that may ever be logged. */
const LOGGABLE_HEADERS = new Set(['accept', 'content-length', 'content-type', 'traceparent', 'user-agent']);

// Fields that could carry a petitioner's words or somebody's credentials, wherever a careless call puts them.
const UNLOGGABLE = ['authorization', 'cookie', 'body', 'rawBody', 'query', 'params', 'password', 'secret', 'token', 'name', 'phone', 'contact', 'idNumber', 'address', 'text', 'title'];

const SERIALIZERS = { err: errorRecord, error: errorRecord, headers: loggableHeaders, req: () => undefined, res: () => undefined };

/** A JSON logger: one object a line with level, time, service, trace id and message, and nothing that identifies a petitioner. */
export function createLog(service: string, options: LogOptions = {}): PinoLog {
  return pino(settingsOf(service, options.level ?? 'info'), options.destination ?? openDestination({ sync: false }));
}

/** Nest's logger over {@link createLog}. Request lines are written by `observeRequests`, not by a middleware. */
export function loggerModule(service: string, options: LogOptions & { readonly log?: PinoLog } = {}): DynamicModule {
  return LoggerModule.forRoot(paramsOf(options.log ?? createLog(service, options)));
}

/** pino-http would otherwise put its own serializers in place of ours, and those write an error's message and stack. */
function paramsOf(logger: PinoLog): Params {
  return { pinoHttp: { logger, autoLogging: false, wrapSerializers: false, serializers: SERIALIZERS }, forRoutes: [] };
}

/** Nest's logger while no module is there yet: what keeps it from starting is told in the same form as everything else. */
export function nestLogger(log: PinoLog): LoggerService {
  const params = paramsOf(log);
  return new Logger(new PinoLogger(params), params);
}

function settingsOf(service: string, level: string): LoggerOptions {
  return {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: SERIALIZERS,
    redact: { paths: [...UNLOGGABLE, ...UNLOGGABLE.map((field) => `*.${field}`)], remove: true },
    mixin: traceFields,
    hooks: { logMethod: withoutRawMessage },
  };
}

function traceFields(): object {
  const current = trace.getSpanContext(context.active());
  return current ? { traceId: current.traceId, spanId: current.spanId } : {};
}

/** Pino takes an error's own message where none is given; the scrubbed one goes there instead. */
function withoutRawMessage(this: PinoLog, args: Parameters<PinoLog['info']>, method: (...args: Parameters<PinoLog['info']>) => void): void {
  const [first] = args as readonly unknown[];
  const fields = (first instanceof Error ? { err: first } : first) as { err?: unknown; msg?: unknown } | undefined;
  if (args.length === 1 && fields?.err instanceof Error && fields.msg === undefined) method.apply(this, [fields, scrubbed(fields.err)]);
  else method.apply(this, args);
}

function loggableHeaders(headers: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers ?? {}).filter(([header]) => LOGGABLE_HEADERS.has(header.toLowerCase())));
}
