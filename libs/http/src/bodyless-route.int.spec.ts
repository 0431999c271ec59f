import { Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthModule, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { HealthModule } from '@hotline/observability';
import { TestIssuer } from '@hotline/testing';
import request from 'supertest';
import { bootstrapService, CommandRequestOf, IdParam, type Problem } from './index.js';

const ID = '0190f5a0-0000-7000-8000-000000000001';

@Controller('v1/specimens/:id')
@Roles('operator')
class SpecimenController {
  @Post('closing')
  close(@IdParam('id') id: string, @CommandRequestOf() { actor }: CommandRequest) {
    return { id, by: actor.subject };
  }
}

let issuer: TestIssuer;
let app: NestFastifyApplication;
let operator: string;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  operator = await issuer.token({ roles: ['operator'] });
  const [auth, health] = [AuthModule.forRoot({ issuer: issuer.issuer, audience: issuer.audience }), HealthModule.forRoot({ checks: [] })];
  @Module({ imports: [auth, health], controllers: [SpecimenController] })
  class SpecimenModule {}
  app = await bootstrapService({ name: 'specimen', module: SpecimenModule, config: { mode: 'local', port: 0, host: undefined, logLevel: 'silent' }, ownsProcess: false });
});

afterAll(async () => {
  await app.close();
  await issuer.stop();
});

const close = (token = operator) => request(app.getHttpServer()).post(`/specimen/v1/specimens/${ID}/closing`).set('authorization', `Bearer ${token}`);

describe('a command without a body of its own', () => {
  it('takes no body, and an empty object', async () => {
    expect((await close().expect(201)).body).toEqual({ id: ID, by: 'test-operator' });
    expect((await close().send({}).expect(201)).body).toEqual({ id: ID, by: 'test-operator' });
  });

  it.each<[string, object, object[]]>([
    ['fields', { at: '2026-01-01T00:00:00Z', 张三丰: 1 }, ['at', '张三丰'].map((field) => ({ field, code: 'unknown-field', message: '不认识的字段' }))],
    ['a list', [], [{ field: '(body)', code: 'not-an-object', message: '应为对象' }]],
  ])('refuses %s, which nothing would heed', async (_, sent, errors) => {
    const { status, body } = await close().send(sent);
    expect({ status, code: (body as Problem).code, errors: (body as Problem).errors }).toEqual({ status: 400, code: 'validation-failed', errors });
  });

  it('asks who is calling first', async () => {
    expect((await close('rubbish').send({ at: 1 })).body).toMatchObject({ status: 401, code: 'token-invalid' });
  });
});
