import { ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { problem, ProblemException, PROBLEMS } from './index.js';
import { answerTo } from './problem-of-error.js';

const failing = (message: string, fields: object, cause?: unknown) => Object.assign(new Error(message, { cause }), fields);

it.each<[string, unknown, number, string]>([
  ['a problem', ProblemException.of('wrong-state'), 409, 'wrong-state'],
  ["Nest's 404", new NotFoundException('no'), 404, 'not-found'],
  ["Nest's 403", new ForbiddenException(), 403, 'forbidden'],
  ['an odd 4xx', new HttpException('teapot', 418), 400, 'bad-request'],
  ['too long a body', new HttpException('x', 413, { cause: failing('x', { code: 'FST_ERR_CTP_BODY_TOO_LARGE' }) }), 413, 'body-too-large'],
  ['bad JSON', new HttpException('x', 400, { cause: failing('x', { code: 'FST_ERR_CTP_INVALID_JSON_BODY' }) }), 400, 'malformed-json'],
  ['a lost race', failing('x', { name: 'OptimisticLockError' }), 409, 'version-conflict'],
  ['a unique violation', failing('x', { name: 'UniqueConstraintViolationException', code: '23505' }), 409, 'conflict'],
  ['a serialization failure', failing('x', { code: '40001' }), 503, 'database-busy'],
  ['a deadlock below a driver exception', failing('x', { name: 'DriverException' }, failing('y', { code: '40P01' })), 503, 'database-busy'],
  ['a database shutting down', failing('x', { code: '57P01' }), 503, 'database-unavailable'],
  ['a full disk', failing('x', { code: '53100' }), 503, 'database-unavailable'],
  ['a read-only standby', failing('x', { code: '25006' }), 503, 'database-unavailable'],
  ['a refused connection', failing('x', { code: 'ECONNREFUSED' }), 503, 'database-unavailable'],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), 503, 'database-unavailable'],
  ['an exhausted pool', new Error('timeout exceeded when trying to connect'), 503, 'database-unavailable'],
  ['NUL at the database', failing('x', { code: '22021' }), 400, 'character-refused'],
  ['a violated check', failing('x', { code: '23514' }), 500, 'internal'],
  ['anything else', new TypeError('x'), 500, 'internal'],
  ['not even an error', 'x', 500, 'internal'],
])('%s becomes its problem', (_, error, status, code) => {
  const answer = answerTo(error);
  expect([answer.problem.status, answer.problem.code]).toEqual([status, code]);
  expect(answer.defect ?? false).toBe(status === 500);
});

it('has Chinese texts, a type and, where trying again makes sense, a time for every code', () => {
  for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
    const { type, title, detail, advice, status, retryAfter } = problem(code);
    expect(type).toBe(`urn:hotline:problem:${code}`);
    for (const words of [title, detail, advice]) expect(words).toMatch(/[\u4e00-\u9fff]/);
    expect(retryAfter !== undefined).toBe(status === 503 || status === 429);
  }
});
