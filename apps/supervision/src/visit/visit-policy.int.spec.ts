import { randomUUIDv7 as newId } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Response } from 'supertest';
import request from 'supertest';
import { ticketClosedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { ServiceUnderTest } from '@hotline/testing/service';
import { SUPERVISION_CONFIG, type SupervisionConfig } from '../supervision.config.js';
import { SupervisionModule } from '../supervision.module.js';
import { SUPERVISION_PERSISTENCE } from '../supervision.persistence.js';

const UNIT = '532328101';
const DAY_MS = 86_400_000;
let service: ServiceUnderTest;

/** Another county's choice: two calls, and none about what was closed more than three days ago. */
function withOwnPolicy(config: SupervisionConfig): SupervisionConfig {
  const pack = readFileSync(config.policyPath, 'utf8').replace(/^ {2}attempts: \d+/m, '  attempts: 2').replace(/^ {2}drawnWithinDays: \d+/m, '  drawnWithinDays: 3');
  writeFileSync(config.policyPath, pack);
  return config;
}

beforeAll(async () => {
  service = await ServiceUnderTest.start<SupervisionConfig>({
    name: 'supervision',
    schema: SUPERVISION_CONFIG,
    moduleOf: (config) => SupervisionModule.forRoot(withOwnPolicy(config)),
    persistence: SUPERVISION_PERSISTENCE,
  });
});
afterAll(() => service.stop());

/** Tells of a supervised ticket closed `days` ago, and waits until that was taken in; answers its id. */
async function closedAgo(days: number): Promise<string> {
  const ticketId = newId();
  const at = Date.now() - days * DAY_MS;
  const closed = service.event(ticketClosedV1, { subject: ticketId, version: 1, at }, { ticketId, dispatchNo: 1, round: 1, unit: UNIT, supervised: true, closedAt: new Date(at).toISOString() });
  await service.tell(closed);
  await eventually(async () => expect(await service.sql('select event_id from inbox where event_id = $1', [closed.id])).toHaveLength(1));
  return ticketId;
}

async function post(path: string, body?: object): Promise<Response> {
  return request(service.server).post(`/supervision/v1/${path}`).set('Authorization', await service.as('supervisor')).send(body);
}

it('[Art. 19, 25] the policy pack says how long after closing a visit is drawn', async () => {
  const [old, recent] = [await closedAgo(3.1), await closedAgo(2.9)];
  expect(await service.sql('select ticket_id::text as id from visit where ticket_id = any($1::uuid[])', [[old, recent]])).toEqual([{ id: recent }]);
});

it('[Art. 19, 25] the policy pack says after how many calls nobody was reached', async () => {
  const visitId = `${await closedAgo(0.1)}:1`;
  const call = async (): Promise<unknown[]> => {
    const { status, body } = await post(`visits/${visitId}/outcome`, { reached: false });
    return [status, body.code ?? body.status];
  };
  expect([await call(), await call(), await call()]).toEqual([
    [200, 'planned'],
    [200, 'recorded'],
    [409, 'already-recorded'],
  ]);
});

it('[Art. 19] asking for a visit takes no fields', async () => {
  const { status, body } = await post(`tickets/${await closedAgo(0.1)}/visits`, { basis: 'sampled' });
  expect([status, body.code, body.errors]).toEqual([400, 'validation-failed', [{ field: 'basis', code: 'unknown-field', message: '不认识的字段' }]]);
});
