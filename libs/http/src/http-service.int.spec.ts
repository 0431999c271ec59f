import { Body, Controller, Get, Module, Post, Put, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AnyRole, AuthModule, Public, Roles } from '@hotline/auth';
import { CATEGORIES, type CommandRequest } from '@hotline/domain/shared';
import { HealthModule } from '@hotline/observability';
import { TestIssuer } from '@hotline/testing';
import request from 'supertest';
import {
  answer,
  bootstrapService,
  CommandRequestOf,
  etagOf,
  IdParam,
  IfMatch,
  IsCodeOf,
  IsInstant,
  IsPart,
  IsUnitCode,
  IsWholeNumber,
  page,
  PageQuery,
  type Problem,
  refusalsOf,
  requireVersion,
  Text,
} from './index.js';

const AT = Date.UTC(2018, 8, 21, 1, 30);

class Place {
  @Text(100)
  township!: string;
}

class Specimen {
  @Text(20)
  title!: string;

  @IsCodeOf(CATEGORIES)
  category!: string;

  @IsInstant({ optional: true })
  receivedAt?: string;

  @IsUnitCode({ optional: true, each: true })
  units?: string[];

  @IsWholeNumber(1, 5, { optional: true })
  copies?: number;

  @IsPart(() => Place, { optional: true })
  place?: Place;
}

refusalsOf({ 'outside-return-window': { status: 422, title: '已过退回期限', detail: ({ days }) => `退回期限为 ${days} 个工作日。`, advice: '请继续办理。' } });

@Controller('v1/specimens')
@Roles('operator')
class SpecimenController {
  @Post()
  register(@Body() body: Specimen, @CommandRequestOf() command: CommandRequest) {
    return { body, command };
  }

  @Get()
  @AnyRole()
  list(@Query() query: PageQuery) {
    return page([1, 2, 3].slice(0, query.limit + 1), query.limit, (item) => [item]);
  }

  @Get('open')
  @Public()
  open() {
    return etagOf(3);
  }

  @Get('refused')
  refused() {
    return answer({ ok: false, refusal: { slug: 'outside-return-window', field: 'reason', values: { days: 3 } } });
  }

  @Get('broken')
  broken() {
    throw new Error('张三丰 13888888888');
  }

  @Get('database')
  database() {
    throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
  }

  @Get('lost-race')
  lostRace() {
    throw Object.assign(new Error('The optimistic lock on entity failed'), { name: 'OptimisticLockError' });
  }

  @Put(':id')
  change(@IdParam('id') id: string, @IfMatch() expected: number | undefined) {
    requireVersion(expected, 3);
    return { id };
  }
}

let issuer: TestIssuer;
let app: NestFastifyApplication;
let operator: string;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  operator = await issuer.token({ roles: ['operator'], name: '张三丰' });
  const [auth, health] = [AuthModule.forRoot({ issuer: issuer.issuer, audience: issuer.audience }), HealthModule.forRoot({ checks: [] })];
  @Module({ imports: [auth, health], controllers: [SpecimenController] })
  class SpecimenModule {}
  app = await bootstrapService({
    name: 'specimen',
    module: SpecimenModule,
    config: { mode: 'local', port: 0, host: undefined, logLevel: 'silent' },
    clock: { now: () => AT },
    ownsProcess: false,
  });
});

afterAll(async () => {
  await app.close();
  await issuer.stop();
});

const call = () => request(app.getHttpServer());
const post = (body: string | object, type = 'application/json') =>
  call().post('/specimen/v1/specimens').set('authorization', `Bearer ${operator}`).set('content-type', type).send(body);
const get = (path: string, token = operator) => call().get(`/specimen/v1/specimens${path}`).set('authorization', `Bearer ${token}`);

function expectProblem(response: request.Response, status: number, code: string): Problem {
  const body = response.body as Problem;
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ type: `urn:hotline:problem:${code}`, status, title: expect.any(String), detail: expect.any(String), advice: expect.any(String) });
  return body;
}

const fieldsOf = (body: Problem) => Object.fromEntries((body.errors ?? []).map(({ field, code }) => [field, code]));

describe('a command', () => {
  const valid = { title: ' 路灯不亮 ', category: 'help', receivedAt: '2018-09-21T09:30:00+08:00', units: ['YM-01'], copies: 2, place: { township: '老城乡' } };

  it('reaches its handler as a typed, trimmed object with who, when and what', async () => {
    const response = await post(valid).set('idempotency-key', 'k-1').expect(201);
    expect(response.body.body).toEqual({ ...valid, title: '路灯不亮' });
    expect(response.body.command).toEqual({
      actor: { subject: 'test-operator', roles: ['operator'], name: '张三丰' },
      idempotencyKey: 'k-1',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      at: AT,
    });
  });

  it('has the same fingerprint however its JSON was written, and another for another body', async () => {
    const print = async (body: string) => (await post(body)).body.command.fingerprint as string;
    const first = await print('{"title":"a","category":"help"}');
    expect(await print('{ "category": "help", "title": "a" }')).toBe(first);
    expect(await print('{"title":"b","category":"help"}')).not.toBe(first);
  });

  it('is told of all its faults at once, by field, without the values', async () => {
    const response = await post({ title: '', category: '张三丰', receivedAt: '2018-02-30T00:00:00Z', units: ['a b'], copies: '2', place: { township: 7, phone: '13888888888' }, extra: 1 });
    const body = expectProblem(response, 400, 'validation-failed');
    expect(fieldsOf(body)).toEqual({
      title: 'is-text',
      category: 'is-code-of',
      receivedAt: 'is-instant',
      units: 'is-unit-code',
      copies: expect.any(String),
      'place.township': 'is-text',
      'place.phone': 'unknown-field',
      extra: 'unknown-field',
    });
    expect(JSON.stringify(body)).not.toMatch(/张三丰|13888888888/);
    expect(body.errors?.every(({ message }) => /[\u4e00-\u9fff]/.test(message))).toBe(true);
  });

  it.each<[string, string | object, number, string]>([
    ['broken JSON', '{"title": "a",', 400, 'malformed-json'],
    ['an empty body', '', 400, 'malformed-json'],
    ['a key that reaches for the prototype', '{"__proto__":{"admin":true},"title":"a"}', 400, 'malformed-json'],
    ['33 levels', `{"title":${'['.repeat(33)}${']'.repeat(33)}}`, 400, 'body-too-deep'],
    ['a list', '[1,2]', 400, 'validation-failed'],
    ['a bare number', '7', 400, 'validation-failed'],
    ['NUL', '{"title":"a\\u0000b","category":"help"}', 400, 'character-refused'],
    ['half a character', '{"title":"\\ud800","category":"help"}', 400, 'character-refused'],
  ])('with %s is refused', async (_, body, status, code) => {
    expectProblem(await post(body), status, code);
  });

  it('may quote a backslash and an emoji escape', async () => {
    const response = await post('{"title":"a\\\\u0000 \\ud83d\\ude00","category":"help"}').expect(201);
    expect(response.body.body.title).toBe('a\\u0000 😀');
  });

  it('of 10 MB is refused', async () => {
    expectProblem(await post(JSON.stringify({ title: 'a'.repeat(10_000_000) })), 413, 'body-too-large');
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])('as %s is refused', async (type) => {
    expectProblem(await post('title=a', type), 415, 'unsupported-media-type');
  });

  it('with a malformed Idempotency-Key is refused', async () => {
    expectProblem(await post(valid).set('idempotency-key', 'a b'), 400, 'idempotency-key-malformed');
    expectProblem(await post(valid).set('idempotency-key', 'k'.repeat(129)), 400, 'idempotency-key-malformed');
  });
});

describe('a question', () => {
  it('pages', async () => {
    const first = await get('?limit=2').expect(200);
    expect(first.body).toEqual({ items: [1, 2], next: expect.any(String) });
    expect((await get('').expect(200)).body).toEqual({ items: [1, 2, 3], next: null });
  });

  it.each(['?limit=0', '?limit=201', '?limit=ten', '?limit=1&limit=2', '?unknown=1'])('%s is refused', async (query) => {
    expectProblem(await get(query), 400, 'validation-failed');
  });

  it('about nothing is a 404 with or without token', async () => {
    expectProblem(await get('/1/2/3'), 404, 'route-not-found');
    expectProblem(await call().get('/nowhere'), 404, 'route-not-found');
    expectProblem(await call().delete('/specimen/v1/specimens'), 404, 'route-not-found');
  });

  it('with NUL or rubbish in the path is refused', async () => {
    expectProblem(await get('/a%00b'), 400, 'character-refused');
    expectProblem(await get('/%zz'), 400, 'bad-request');
    expectProblem(await call().put(`/specimen/v1/specimens/${'a'.repeat(200)}`), 414, 'uri-too-long');
  });
});

describe('an expected version', () => {
  const id = '0190f5a0-0000-7000-8000-000000000001';
  const put = (ifMatch: string, to = id) => call().put(`/specimen/v1/specimens/${to}`).set('authorization', `Bearer ${operator}`).set('if-match', ifMatch);

  it('must be the actual one', async () => {
    expect((await put('"v3"').expect(200)).body).toEqual({ id });
    expectProblem(await put('"v2"'), 412, 'precondition-failed');
    expectProblem(await put('W/"v3"'), 400, 'if-match-malformed');
    expect(fieldsOf(expectProblem(await put('"v3"', 'not-a-uuid'), 400, 'validation-failed'))).toEqual({ id: 'not-a-uuid' });
  });
});

describe('a caller', () => {
  it('needs no token where a route is public', async () => {
    expect((await call().get('/specimen/v1/specimens/open').expect(200)).text).toBe('"v3"');
  });

  it('without token is challenged', async () => {
    const response = await call().get('/specimen/v1/specimens');
    expectProblem(response, 401, 'token-missing');
    expect(response.headers['www-authenticate']).toBe('Bearer realm="hotline"');
  });

  it('with a bad token is told so', async () => {
    for (const token of ['rubbish', await issuer.forgedToken({ roles: ['operator'] }), await issuer.token({ roles: ['operator'], audience: 'other' })]) {
      const response = await get('', token);
      expectProblem(response, 401, 'token-invalid');
      expect(response.headers['www-authenticate']).toMatch(/^Bearer .*error="invalid_token"/);
    }
    expectProblem(await get('', await issuer.token({ roles: ['operator'], expiresInSeconds: -31 })), 401, 'token-expired');
    await get('', await issuer.token({ roles: ['operator'], expiresInSeconds: -10 })).expect(200);
  });

  it('with another role is told which roles may', async () => {
    const body = expectProblem(await get('/refused', await issuer.token({ roles: ['auditor'] })), 403, 'role-not-allowed');
    expect(body.detail).toContain('话务员(operator)');
  });

  it('for a unit must name the unit', async () => {
    expectProblem(await get('', await issuer.token({ roles: ['unit'] })), 403, 'unit-claim-missing');
    await get('', await issuer.token({ roles: ['unit'], unit: 'YM-01' })).expect(200);
  });
});

describe('a refusal, a fault and a defect', () => {
  it('are told apart', async () => {
    expect(expectProblem(await get('/refused'), 422, 'outside-return-window')).toMatchObject({ detail: '退回期限为 3 个工作日。', errors: [{ field: 'reason' }] });
    expect((await get('/database')).headers['retry-after']).toBe('5');
    expectProblem(await get('/database'), 503, 'database-unavailable');
    expectProblem(await get('/lost-race'), 409, 'version-conflict');
    expect(JSON.stringify(expectProblem(await get('/broken'), 500, 'internal'))).not.toMatch(/张三丰|1388|at /);
  });
});
