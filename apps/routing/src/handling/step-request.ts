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

/** The header by which a step is refused (412) unless the ticket is still as the caller last saw it, for the OpenAPI document. */
export const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: '您所见工单的版本（答复头 ETag 的值，如 "v7"）；工单已有变化时以 412 拒绝',
  schema: { type: 'string', pattern: '^(\\*|"v\\d{1,15}")$' },
} as const;

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
