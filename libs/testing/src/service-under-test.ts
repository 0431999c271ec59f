import { randomUUIDv7 as newId } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { cloudEvent, parseCloudEvent, subjectOf, type CloudEvent, type Contract } from '@hotline/contracts';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { bootstrapService, readConfig, type Clock, type ServiceConfig } from '@hotline/http';
import { applyTopology, JetStreamServer } from '@hotline/messaging';
import { migrate, type PersistenceOptions } from '@hotline/persistence';
import { TestIssuer } from './test-issuer.js';
import { natsUrl, testCounty, testDatabase, type TestDatabase } from './test-servers.js';
import { testTopology } from './test-topology.js';

export interface ServiceSetup<Config extends ServiceConfig> {
  readonly name: string;
  /** The service's config schema, as its main.ts reads it. */
  readonly schema: Parameters<typeof readConfig>[0];
  readonly moduleOf: (config: Config) => DynamicModule;
  readonly persistence: Pick<PersistenceOptions, 'entities' | 'migrations'>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** Runs after the migrations and before the boot, as the service's migrate.ts does. */
  readonly prepare?: (config: Config) => Promise<void>;
}

/** One real service in this process: its own database, county and issuer, the real bus, and hands to call it, tell it and look into it. */
export class ServiceUnderTest {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly county: string,
    readonly databaseUrl: string,
    readonly issuer: TestIssuer,
    readonly logLines: readonly string[],
    private readonly database: TestDatabase,
    private readonly pool: pg.Pool,
    private readonly bus: NatsConnection,
  ) {}

  static async start<Config extends ServiceConfig>(setup: ServiceSetup<Config>): Promise<ServiceUnderTest> {
    const county = testCounty();
    const database = await testDatabase(setup.name);
    const issuer = await TestIssuer.start();
    const config = readConfig(setup.schema, {
      HOTLINE_MODE: 'local',
      HOTLINE_COUNTY: county,
      DATABASE_URL: database.url,
      NATS_URL: natsUrl(),
      OIDC_ISSUER: issuer.issuer,
      HOTLINE_POLICY: policyFor(county),
      LOG_LEVEL: 'info',
      ...setup.environment,
    }) as Config;
    await migrate({ name: setup.name, url: database.url, schema: config.databaseSchema, poolMax: 4, ...setup.persistence });
    await setup.prepare?.(config);
    const bus = await connect({ servers: natsUrl(), name: 'spec' });
    await applyTopology(bus, testTopology(county));
    const logLines: string[] = [];
    const app = await bootstrapService({
      name: setup.name,
      module: setup.moduleOf(config),
      config: { ...config, port: 0 },
      strategy: JetStreamServer,
      ownsProcess: false,
      logDestination: { write: (line: string) => void logLines.push(line) },
      ...(setup.clock && { clock: setup.clock }),
    });
    const pool = new pg.Pool({ connectionString: database.url, options: `-c search_path=${config.databaseSchema}`, max: 2 });
    pool.on('error', () => undefined); // a connection that the server ends while it idles is no matter of the spec that runs just then
    return new ServiceUnderTest(app, county, database.url, issuer, logLines, database, pool, bus);
  }

  /** The HTTP server, for supertest. */
  get server(): ReturnType<NestFastifyApplication['getHttpServer']> {
    return this.app.getHttpServer();
  }

  /** `Authorization` header of a caller with one role. */
  async as(role: string, unit?: string): Promise<string> {
    return `Bearer ${await this.issuer.token({ roles: [role], ...(unit !== undefined && { unit }) })}`;
  }

  async sql<Row extends pg.QueryResultRow>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, [...params])).rows;
  }

  /** A connection to the service's schema, to be released; for transactions that stand in the service's way. */
  connection(): Promise<pg.PoolClient> {
    return this.pool.connect();
  }

  /** An event as another service would publish it. */
  event<T extends object>(made: Contract<T>, about: { subject: string; version: number; at: Instant }, eventData: NoInfer<T>): CloudEvent<T> {
    return cloudEvent(made, { id: newId(), county: this.county, subject: about.subject, version: about.version, time: isoOf(about.at) }, eventData);
  }

  /** Publishes events one after the other; each publish gets a message id of its own, so that the same event really is delivered twice. */
  async tell(...events: readonly CloudEvent[]): Promise<void> {
    const stream = jetstream(this.bus);
    for (const event of events) await stream.publish(subjectOf(this.county, event.type.replace(/^hotline\./, '')), JSON.stringify(event), { msgID: newId() });
  }

  /** What the service has put into its outbox so far, oldest first. */
  async told(): Promise<CloudEvent[]> {
    const rows = await this.sql<{ payload: string }>('select payload from outbox order by id');
    return rows.map((row) => parseCloudEvent(row.payload));
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.bus.close();
    await this.pool.end();
    await this.issuer.stop();
    await this.database.drop();
  }
}

/** Yuanmou's pack under the county code of one spec; removed with everything else of the run. */
function policyFor(county: string): string {
  const file = join(mkdtempSync(join(process.env['HOTLINE_TEST_DIRECTORY'] ?? tmpdir(), 'policy-')), 'pack.yaml');
  writeFileSync(file, readFileSync(resolve('deploy/policy/yuanmou-2018.yaml'), 'utf8').replace(/^county:.*$/m, `county: '${county}'`));
  return file;
}
