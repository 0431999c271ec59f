import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Access, accessOf } from './access.decorators.js';

/** One HTTP route of the application and what it says about its callers. */
export interface Route {
  readonly controller: string;
  readonly handler: string;
  readonly method: string;
  /** Path below the service's prefix, e.g. `/v1/tickets/:id`. */
  readonly path: string;
  readonly access: Access | undefined;
}

/** Every HTTP route of the application; message handlers are none. */
export function routesOf(discovery: DiscoveryService): Route[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype?: object } | null)?.prototype;
    if (!metatype || !prototype) return [];
    return scanner.getAllMethodNames(prototype).flatMap((handler) => {
      const method = (prototype as Record<string, object>)[handler] as object;
      const path = Reflect.getMetadata(PATH_METADATA, method) as string | string[] | undefined;
      if (path === undefined) return [];
      return [
        {
          controller: metatype.name,
          handler,
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number] as string,
          path: joined(Reflect.getMetadata(PATH_METADATA, metatype) as string | string[], path),
          access: accessOf(metatype, method),
        },
      ];
    });
  });
}

/** Throws one line that lists the routes which do not say who may call them. */
export function refuseUndeclaredRoutes(routes: readonly Route[]): void {
  const undeclared = routes.filter((route) => !route.access);
  if (undeclared.length === 0) return;
  const list = undeclared.map((route) => `${route.method} ${route.path} (${route.controller}.${route.handler})`).join(', ');
  throw new UndeclaredRoutes(`routes without @Roles, @AnyRole or @Public: ${list}`);
}

export class UndeclaredRoutes extends Error {
  override readonly name = 'UndeclaredRoutes';
}

function joined(...parts: readonly (string | string[])[]): string {
  const segments = parts.map((part) => (Array.isArray(part) ? (part[0] ?? '') : part)).flatMap((part) => part.split('/'));
  return `/${segments.filter(Boolean).join('/')}`;
}
