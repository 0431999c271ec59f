import type { DynamicModule, Type } from '@nestjs/common';
import { DiscoveryService, ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { refuseUndeclaredRoutes, routesOf } from '@hotline/auth';
import { createLog } from '@hotline/observability';
import { systemClock } from './clock.js';
import { describeOperations, SHARED_COMPONENTS } from './open-api-operations.js';
import { ServiceShell } from './service-shell.module.js';

const TITLES: Readonly<Record<string, string>> = {
  intake: '受理服务',
  routing: '派单服务',
  sla: '时限服务',
  supervision: '督办服务',
  appraisal: '考核服务',
};

/** The OpenAPI 3.1 document of a service, made from its module without running it: nothing is instantiated, nothing connected. */
export async function createOpenApi(name: string, module: Type | DynamicModule): Promise<OpenAPIObject> {
  const shell = ServiceShell.around({ name, service: module, log: createLog(name, { level: 'silent' }), clock: systemClock });
  const app = await NestFactory.create<NestFastifyApplication>(shell, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  app.setGlobalPrefix(name);
  return openApiOf(app, name);
}

/** Swagger UI at `/<name>/docs`, the document at `/<name>/docs/openapi.json`, built when somebody first asks. */
export function serveOpenApi(app: NestFastifyApplication, name: string): void {
  SwaggerModule.setup(`${name}/docs`, app, () => openApiOf(app, name), {
    jsonDocumentUrl: `${name}/docs/openapi.json`,
    raw: ['json'],
    customSiteTitle: `12345 ${TITLES[name] ?? name}`,
  });
}

function openApiOf(app: NestFastifyApplication, name: string): OpenAPIObject {
  const routes = routesOf(new DiscoveryService(app.get(ModulesContainer)));
  refuseUndeclaredRoutes(routes);
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`12345 ${TITLES[name] ?? name}（${name}）`)
    .setDescription('12345 政务服务便民热线平台。出错时以 RFC 9457 problem details 答复。')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'OIDC 访问令牌' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, frame, { operationIdFactory: operationId });
  describeOperations(document, new Map(routes.map((route) => [operationId(route.controller, route.handler), route])));
  const schemas = { ...document.components?.schemas, ...SHARED_COMPONENTS.schemas };
  return {
    ...document,
    paths: sorted(document.paths),
    components: { ...document.components, ...SHARED_COMPONENTS, schemas: sorted(mentioned(schemas, [document.paths, SHARED_COMPONENTS])) },
  };
}

function operationId(controller: string, handler: string): string {
  return `${controller.replace(/Controller$/, '')}_${handler}`;
}

/** Only what an operation can lead to: Swagger also takes in the payloads of event handlers. */
function mentioned<T>(schemas: Readonly<Record<string, T>>, from: readonly unknown[]): Record<string, T> {
  const found = new Map<string, T>();
  for (let open = from; open.length > 0; ) {
    const names = new Set(open.flatMap((part) => [...JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name as string)));
    const next = [...names].filter((name) => !found.has(name) && Object.hasOwn(schemas, name));
    for (const name of next) found.set(name, schemas[name] as T);
    open = next.map((name) => schemas[name]);
  }
  return Object.fromEntries(found);
}

/** In order of the keys, so that the checked-in document does not depend on the order of imports. */
function sorted<T>(members: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(members).sort(([left], [right]) => (left < right ? -1 : 1)));
}
