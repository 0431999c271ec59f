import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type CustomTransportStrategy, NestMicroservice } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TokenVerifier } from '@hotline/auth';
import { instantOf } from '@hotline/domain/shared';
import { PassErrorsOn } from '@hotline/messaging';
import { createLog, HealthChecks, nestLogger, observeRequests, startTelemetry } from '@hotline/observability';
import type { FastifyInstance } from 'fastify';
import { Logger as NestLogger } from 'nestjs-pino';
import type { DestinationStream, Logger } from 'pino';
import { BodylessRoute } from './bodyless-route.guard.js';
import { type Clock, systemClock } from './clock.js';
import { CLOCK_ON_SERVER } from './command-request.js';
import { hardenServer, httpAdapter } from './http-server.js';
import { serveOpenApi } from './open-api.js';
import { ProblemFilter } from './problem.filter.js';
import { ConfigError, exitMisconfigured } from './read-config.js';
import { SimulatedClock } from './simulated-clock.js';
import type { ServiceConfig } from './service-config.js';
import { ServiceShell } from './service-shell.module.js';
import { validationPipe } from './validation.pipe.js';

const DRAIN_MS = 10_000;
const IDLE_SWEEP_MS = 50;

export interface ServiceOptions {
  /** `sla`: prefix of every route, name in logs, metrics and traces. */
  readonly name: string;
  /** The service's module. It imports `AuthModule` and `HealthModule`; without them the boot fails. */
  readonly module: Type | DynamicModule;
  readonly config: Pick<ServiceConfig, 'mode' | 'port' | 'host' | 'logLevel'> & Partial<Pick<ServiceConfig, 'traceRatio' | 'trustProxy' | 'simulatedFrom'>>;
  /** Transport of the event handlers: an instance, or its class to be taken from the module. */
  readonly strategy?: CustomTransportStrategy | Type<CustomTransportStrategy>;
  readonly clock?: Clock;
  /** Milliseconds for a whole request to arrive, where more than a page of JSON comes in; default 15 s. */
  readonly arriveWithinMs?: number;
  /** Where log lines go instead of to standard output; for specs. */
  readonly logDestination?: DestinationStream;
  /** False in a spec that hosts services in its own process: signals and crashes are then left alone. */
  readonly ownsProcess?: boolean;
}

/** Brings a service up: telemetry, guarded and bounded HTTP, documents, events. Answers when it listens; ends the process with 1 when it cannot, with 78 and the reasons in plain lines when the settings are to blame. */
export async function bootstrapService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const { name, config } = options;
  startTelemetry({ serviceName: name, ratio: config.traceRatio ?? 1 });
  const log = createLog(name, { level: config.logLevel, ...(options.logDestination && { destination: options.logDestination }) });
  if (options.ownsProcess !== false) logCrashes(log);
  let app: NestFastifyApplication | undefined;
  try {
    app = await createApp(options, log);
    connectEvents(app, options.strategy);
    await app.listen({ port: config.port, host: config.host ?? (config.mode === 'local' ? '127.0.0.1' : '0.0.0.0') });
    await app.startAllMicroservices();
    log.info({ address: app.getHttpServer().address() }, 'listening');
    return app;
  } catch (error) {
    if (options.ownsProcess !== false && error instanceof ConfigError) exitMisconfigured(error);
    log.fatal({ err: error }, `${name} could not start`);
    if (options.ownsProcess !== false) process.exit(1);
    await app?.close();
    throw error;
  }
}

async function createApp(options: ServiceOptions, log: Logger): Promise<NestFastifyApplication> {
  const { name, module: service, config, clock = clockOf(config) } = options;
  const adapter = httpAdapter(config.trustProxy, options.arriveWithinMs);
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.decorate(CLOCK_ON_SERVER, clock);
  observeRequests(fastify, log);
  hardenServer(fastify, `/${name}/docs`);
  const shell = ServiceShell.around({ name, service, log, clock });
  const app = await NestFactory.create<NestFastifyApplication>(shell, adapter, { logger: nestLogger(log), bufferLogs: true, bodyParser: false, abortOnError: false });
  app.useLogger(app.get(NestLogger));
  requireModule(app, TokenVerifier, 'AuthModule');
  requireModule(app, HealthChecks, 'HealthModule');
  app.setGlobalPrefix(name);
  app.useGlobalPipes(validationPipe());
  app.useGlobalGuards(new BodylessRoute());
  app.useGlobalFilters(new ProblemFilter());
  serveOpenApi(app, name);
  drainFirst(app, fastify);
  if (options.ownsProcess !== false) app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  return app;
}

/** The system's clock, or in local mode a simulated one. */
function clockOf({ simulatedFrom }: ServiceOptions['config']): Clock {
  return simulatedFrom === undefined ? systemClock : new SimulatedClock(instantOf(simulatedFrom));
}

/** Handlers get the bus's own filters only: an HTTP guard or pipe has no business with an event. */
function connectEvents(app: NestFastifyApplication, strategy: ServiceOptions['strategy']): void {
  if (!strategy) return;
  const transport = typeof strategy === 'function' ? app.get<CustomTransportStrategy>(strategy, { strict: false }) : strategy;
  // Nest wires the handlers while connecting unless told to wait, and a filter that comes after that is never asked.
  const events = app.connectMicroservice({ strategy: transport }, { inheritAppConfig: false, deferInitialization: true });
  events.useGlobalFilters(new PassErrorsOn());
  if (events instanceof NestMicroservice) events.setIsInitHookCalled(true); // the application runs the hooks, once
  app.get(ServiceShell).beforeTearDown(async () => {
    await transport.close();
  });
}

/** New requests are turned away with 503, those under way get ten seconds, then the sockets are cut. */
function drainFirst(app: NestFastifyApplication, fastify: FastifyInstance): void {
  app.get(ServiceShell).beforeTearDown(async () => {
    app.get(HealthChecks, { strict: false }).draining = true;
    const cut = setTimeout(() => fastify.server.closeAllConnections(), DRAIN_MS);
    // A connection that falls idle after the close began would keep the server open until its keep-alive ends.
    const sweep = setInterval(() => fastify.server.closeIdleConnections(), IDLE_SWEEP_MS);
    await fastify.close();
    clearTimeout(cut);
    clearInterval(sweep);
  });
}

function requireModule(app: NestFastifyApplication, provided: Type, module: string): void {
  try {
    app.get(provided, { strict: false });
  } catch (cause) {
    throw new Error(`the service's module does not import ${module}`, { cause });
  }
}

/** A crash is logged like everything else: Node's own report would quote whatever the error quotes. */
function logCrashes(log: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(event, (error: unknown) => {
      log.fatal({ err: error }, `crashed by an ${event}`);
      process.exit(1);
    });
  }
}
