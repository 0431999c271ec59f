import type { CanActivate, ExecutionContext, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { FastifyRequest } from 'fastify';
import { constraintText } from './constraint-messages.js';
import { type FieldProblem, ProblemException } from './problem.js';
import { MOST_ERRORS } from './validation.pipe.js';

/**
 * A route whose handler takes no `@Body()` has no class to check a body against: every field sent to it is unknown and
 * refused with `validation-failed`, so that nobody believes it took effect. No body and `{}` are fine, and so is a sheet where one is taken.
 * A guard, after the one that knows who calls: a single interceptor would send every answer through an observable.
 */
export class BodylessRoute implements CanActivate {
  canActivate(context: ExecutionContext): true {
    if (context.getType() !== 'http') return true;
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body != null && !Buffer.isBuffer(body) && !takesBody(context.getClass(), context.getHandler().name)) {
      const errors = unknownFields(body);
      if (errors.length > 0) throw ProblemException.of('validation-failed', { errors: errors.slice(0, MOST_ERRORS) });
    }
    return true;
  }
}

/** Nest keys a handler's parameters `<kind>:<index>`. */
function takesBody(controller: Type, handler: string): boolean {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}

function unknownFields(body: unknown): FieldProblem[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [{ field: '(body)', ...constraintText('unknownValue', '', []) }];
  return Object.keys(body).map((field) => ({ field, ...constraintText('whitelistValidation', '', []) }));
}
