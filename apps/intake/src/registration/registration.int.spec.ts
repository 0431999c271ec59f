import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { ServiceUnderTest } from '@hotline/testing/service';
import { INTAKE_CONFIG, type IntakeConfig } from '../intake.config.js';
import { IntakeModule } from '../intake.module.js';
import { INTAKE_PERSISTENCE } from '../intake.persistence.js';

let service: ServiceUnderTest;
let operator: string;

beforeAll(async () => {
  service = await ServiceUnderTest.start<IntakeConfig>({
    name: 'intake',
    schema: INTAKE_CONFIG,
    moduleOf: (config) => IntakeModule.forRoot(config),
    persistence: INTAKE_PERSISTENCE,
    environment: { HOTLINE_IDENTITY_KEY: randomBytes(32).toString('base64') },
  });
  operator = await service.as('operator');
});
afterAll(() => service.stop());

const matter = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '路灯不亮', text: '龙川街路灯不亮。' };

function register(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return Promise.resolve(request(service.server).post('/intake/v1/tickets').set({ Authorization: operator, ...headers }).send(body));
}

describe('registration', () => {
  it('answers', async () => {
    const first = await register({ ...matter, petitioner: { name: '张三丰' } });
    expect([first.status, first.body]).toEqual([201, {}]);
  });
});
