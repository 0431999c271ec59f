import type { OpenAPIObject } from '@nestjs/swagger';
import type { Route } from '@hotline/auth';
import { problem } from './problem.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { 'x-roles'?: readonly string[] };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PROBLEM = { $ref: '#/components/responses/Problem' };
const IDEMPOTENCY_KEY = { $ref: '#/components/parameters/IdempotencyKey' };
const REFUSALS_OF_QUERIES = ['400', '401', '403', '404', '500', '503'];
const REFUSALS_OF_COMMANDS = ['400', '401', '403', '404', '409', '412', '413', '415', '422', '500', '503'];

const text = { type: 'string' };

/** A problem as a caller meets it most often. */
const EXAMPLE = problem('validation-failed', { errors: [{ field: 'period', code: 'not-a-period', message: '应为月、季或年，例如 2018-09、2018-Q3、2018' }] });

/** Components that every service's document has. */
export const SHARED_COMPONENTS = {
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header' as const,
      required: false,
      description: '同一操作重复提交时只执行一次，并得到与第一次相同的答复；1 至 128 个可见 ASCII 字符，建议用 UUID。',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
    },
  },
  responses: {
    Problem: {
      description: '出错或被拒绝（RFC 9457 problem details）',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: EXAMPLE } },
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'status', 'code', 'title', 'detail', 'advice'],
      properties: {
        type: { ...text, description: 'urn:hotline:problem:<code>' },
        status: { type: 'integer' },
        code: { ...text, description: '稳定的英文代码' },
        title: text,
        detail: text,
        advice: { ...text, description: '怎么办' },
        instance: text,
        retryAfter: { type: 'integer', description: '多少秒后重试' },
        traceId: text,
        errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
      },
    },
    FieldProblem: {
      type: 'object',
      required: ['field', 'code', 'message'],
      properties: { field: { ...text, description: '以点分隔的字段路径' }, code: text, message: text },
    },
  },
};

/** Adds to each operation who may call it, how it refuses, and the Idempotency-Key of commands. */
export function describeOperations(document: OpenAPIObject, routes: ReadonlyMap<string, Route>): void {
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      const access = operation && routes.get(operation.operationId ?? '')?.access;
      if (!operation || !access) continue;
      operation['x-roles'] = access.kind === 'roles' ? access.roles : [access.kind];
      if (access.kind === 'public') continue;
      operation.security = [{ bearer: [] }];
      const refusals = method === 'get' ? REFUSALS_OF_QUERIES : REFUSALS_OF_COMMANDS;
      operation.responses = { ...operation.responses, ...Object.fromEntries(refusals.map((status) => [status, PROBLEM])) };
      if (method !== 'get') operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_KEY];
    }
  }
}
