import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type Principal, principalOf } from './principal.js';
import type { Role } from './role.js';

/** What a route says about its callers. A route that says nothing is refused, and stops the boot. */
export type Access = { readonly kind: 'public' } | { readonly kind: 'any' } | { readonly kind: 'roles'; readonly roles: readonly Role[] };

const ACCESS = 'hotline:access';

/** Only callers with at least one of these roles; a method's decorator replaces that of its class. */
export const Roles = (...roles: readonly [Role, ...Role[]]) => SetMetadata(ACCESS, { kind: 'roles', roles } satisfies Access);

/** Every caller with a valid token, whatever the role. */
export const AnyRole = () => SetMetadata(ACCESS, { kind: 'any' } satisfies Access);

/** Everybody, without a token: probes, metrics, documents. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** The access a route declares on its method or, failing that, on its class. */
export function accessOf(controller: object, handler: object): Access | undefined {
  return (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as Access | undefined;
}

/** Injects the verified {@link Principal}; throws on a public route, where there is none. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => callerOf(context));

export function callerOf(context: ExecutionContext): Principal {
  const principal = principalOf(context.switchToHttp().getRequest<object>());
  if (!principal) throw new Error(`${context.getClass().name}.${context.getHandler().name} asks for the caller of a public route`);
  return principal;
}
