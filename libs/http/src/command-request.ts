import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerOf, type Principal } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import type { FastifyRequest } from 'fastify';
import { canonicalJson } from './canonical-json.js';
import { type Clock, systemClock } from './clock.js';
import { ProblemException } from './problem.js';

export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key';

/** Name under which the service's clock hangs on the Fastify instance; parameter decorators cannot inject. */
export const CLOCK_ON_SERVER = 'hotlineClock';

/** Injects the {@link CommandRequest} of a command: who asks, when, and what makes a repetition recognisable. */
export const CommandRequestOf = createParamDecorator((_: unknown, context: ExecutionContext) =>
  commandRequestFrom(context.switchToHttp().getRequest<FastifyRequest>(), callerOf(context)),
);

export function commandRequestFrom(request: FastifyRequest, caller: Principal): CommandRequest {
  const idempotencyKey = idempotencyKeyOf(request.headers[IDEMPOTENCY_KEY_HEADER]);
  return {
    actor: {
      ...{ subject: caller.subject, roles: caller.roles },
      ...(caller.unit !== undefined && { unit: caller.unit }),
      ...(caller.name !== undefined && { name: caller.name }),
    },
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    fingerprint: fingerprintOf(request, caller.subject),
    at: clockOf(request).now(),
  };
}

/** SHA-256 (hex) over method, route, path parameters, canonical body and subject. */
export function fingerprintOf(request: Pick<FastifyRequest, 'method' | 'params' | 'body' | 'routeOptions'>, subject: string): string {
  const parts = [request.method, request.routeOptions.url, request.params ?? {}, contentOf(request.body), subject];
  return hash('sha256', canonicalJson(parts), 'hex');
}

/** A file's bytes stand for themselves; taken for an object it would have a member a byte. */
function contentOf(body: unknown): unknown {
  return Buffer.isBuffer(body) ? hash('sha256', body, 'hex') : (body ?? null);
}

function idempotencyKeyOf(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,128}$/.test(header)) return header;
  throw ProblemException.of('idempotency-key-malformed');
}

function clockOf(request: FastifyRequest): Clock {
  return (request.server as { [CLOCK_ON_SERVER]?: Clock })[CLOCK_ON_SERVER] ?? systemClock;
}
