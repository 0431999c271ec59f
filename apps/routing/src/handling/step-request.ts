import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerOf, type Principal } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { commandRequestFrom, expectedVersion, fieldProblem } from '@hotline/http';
import type { FastifyRequest } from 'fastify';

/** The circumstances of one step over HTTP. */
export interface StepRequest {
  readonly request: CommandRequest;
  readonly caller: Principal;
  /** Version that the caller last saw, if it says so with `If-Match`. */
  readonly expected: number | undefined;
}

/** Injects the {@link StepRequest}. */
export const Step = createParamDecorator((_: unknown, context: ExecutionContext): StepRequest => {
  const http = context.switchToHttp().getRequest<FastifyRequest>();
  const caller = callerOf(context);
  return { request: commandRequestFrom(http, caller), caller, expected: expectedVersion(http.headers['if-match']) };
});

/** The unit for which the caller acts; the token of a unit's account always names it. */
export function unitOf({ caller }: StepRequest): string {
  if (caller.unit === undefined) throw fieldProblem('unit', 'unit-missing', '访问令牌中没有单位代码');
  return caller.unit;
}
