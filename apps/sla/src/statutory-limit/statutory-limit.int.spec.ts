import { randomUUIDv7 as newId } from 'node:crypto';
import request from 'supertest';
import type { Category } from '@hotline/domain/shared';
import type { ServiceUnderTest } from '@hotline/testing/service';
import { at, dispatchFact, LEAD, learn, startSla } from '../../spec/sla-bench.js';
import { clockIdOf } from '../clock/clock.store.js';

const MONDAY = at('2026-03-02 10:00'); // a complaint is due at the end of Monday the 23rd
const LAW = { legalBasis: '《某某管理条例》第二十三条', amount: 10, unit: 'calendar-days', approver: '分管副县长李某' };
let now = MONDAY;
let service: ServiceUnderTest;
let county: string;
let lead: string;

beforeEach(() => (now = at('2026-03-03 10:00')));
beforeAll(async () => {
  service = await startSla(() => now, { years: () => false });
  [county, lead] = await Promise.all([service.as('dispatcher'), service.as('unit', LEAD)]);
});
afterAll(() => service.stop());

async function dispatched(category: Category = 'complaint'): Promise<string> {
  const ticketId = newId();
  await learn(service, ticketId, dispatchFact(MONDAY, { category }));
  return ticketId;
}

function set(ticketId: string, body: object = LAW, caller = county): request.Test {
  return request(service.server).post(`/sla/v1/tickets/${ticketId}/statutory-limits`).set('Authorization', caller).send(body);
}

function revoke(id: string, body: object = { reason: '引用条款有误' }): request.Test {
  return request(service.server).post(`/sla/v1/statutory-limits/${id}/revocation`).set('Authorization', county).send(body);
}

async function resolveClock(ticketId: string): Promise<Record<string, unknown>> {
  const { body } = await request(service.server).get(`/sla/v1/clocks/${clockIdOf(ticketId, `resolve:1:${LEAD}`)}`).set('Authorization', county).expect(200);
  return body as Record<string, unknown>;
}

describe('a statutory limit', () => {
  it('[Art. 17(3)] takes the place of base and cap at once, is explained, and comes off when revoked', async () => {
    const ticketId = await dispatched();
    expect(await resolveClock(ticketId)).toMatchObject({ dueOn: '2026-03-23' });
    const { body } = await set(ticketId).expect(201);
    expect(body).toMatchObject({ ticketId, dispatchNo: 1, status: 'set', ...LAW, revokedAt: null, version: 1 });
    expect(await resolveClock(ticketId)).toMatchObject({
      dueOn: '2026-03-12', movedBy: 'statutory',
      explanation: { limit: '10日', limitParts: [{ source: 'statutory', statutory: LAW }], sentence: expect.stringContaining('依据《某某管理条例》第二十三条、经分管副县长李某批准适用法定时限10日') },
    });
    now = at('2026-03-04 10:00');
    expect((await revoke(body.id).set('If-Match', '"v9"').expect(412)).body.code).toBe('precondition-failed');
    expect((await revoke(body.id).expect(200)).body).toMatchObject({ status: 'revoked', reason: '引用条款有误', version: 2 });
    expect(await resolveClock(ticketId)).toMatchObject({ dueOn: '2026-03-23', movedBy: 'statutory-revoked' });
    expect((await revoke(body.id).expect(409)).body.code).toBe('statutory-limit-not-standing');
    expect((await service.sql('select action from audit_entry where target = $1 order by id', [ticketId])).map(({ action }) => action)).toEqual(['SetStatutoryLimit', 'RevokeStatutoryLimit']);
    expect(JSON.stringify(await service.told())).not.toContain('李某');
  });

  it('[Art. 17(3)] is no extension: none is given beside it, and one asked for before can only be refused', async () => {
    const ticketId = await dispatched();
    const ask = (): request.Test => request(service.server).post(`/sla/v1/tickets/${ticketId}/extensions`).set('Authorization', lead).send({ workingDays: 5, reason: '需现场勘察' });
    const { body: asked } = await ask().expect(201);
    await set(ticketId).expect(201);
    expect(await resolveClock(ticketId)).toMatchObject({ verdictWaits: false });
    const review = (verb: string, body: object = {}): request.Test => request(service.server).post(`/sla/v1/extensions/${asked.id}/${verb}`).set('Authorization', county).send(body);
    expect((await review('grant').expect(409)).body.code).toBe('statutory-limit-has-no-extension');
    expect((await review('refuse', { reason: '适用法定时限' }).expect(200)).body.status).toBe('refused');
    expect(await resolveClock(ticketId)).toMatchObject({ dueOn: '2026-03-12' });
  });

  it('[Art. 17(3)] refuses what the text does not allow, and writes nothing', async () => {
    const [ticketId, help, answered] = [await dispatched(), await dispatched('help'), await dispatched()];
    await learn(service, answered, { type: 'feedback-given', dispatchNo: 1, at: at('2026-03-02 11:00') });
    const answers = [
      await set(help),
      await set(answered),
      await set(newId()),
      await set(ticketId, { ...LAW, legalBasis: '条例' }),
      await set(ticketId, { ...LAW, amount: 2_000 }),
      await set(ticketId, { ...LAW, amount: 0 }),
      await set(ticketId, { ...LAW, unit: 'weeks' }),
      await set(ticketId, { ...LAW, approver: '  ' }),
      await set(ticketId, LAW, lead),
      await revoke(newId()),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'statutory-limit-only-for-complaint-and-report'],
      [409, 'resolve-clock-not-running'],
      [404, 'no-such-ticket'],
      [422, 'legal-basis-missing'],
      [422, 'amount-out-of-range'],
      [400, 'validation-failed'],
      [400, 'validation-failed'],
      [400, 'validation-failed'],
      [403, 'role-not-allowed'],
      [404, 'no-such-statutory-limit'],
    ]);
    const detail = answers[1]?.body.detail as string;
    expect(detail).toContain('办理时限不再计时');
    expect(detail).not.toContain('延期');
    expect(await service.sql('select from statutory_limit where ticket_id = any($1::uuid[])', [[ticketId, help, answered]])).toEqual([]);
  });

  it('is set once under one Idempotency-Key, once by two at a time, and listed for whoever has the ticket', async () => {
    const ticketId = await dispatched('report');
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => set(ticketId).set('Idempotency-Key', key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await set(ticketId).expect(409)).body.code).toBe('statutory-limit-already-set');
    const list = async (caller: string): Promise<unknown[]> => (await request(service.server).get(`/sla/v1/statutory-limits?ticketId=${ticketId}`).set('Authorization', caller).expect(200)).body.items;
    expect(await list(county)).toEqual([{ ...answers[0]?.body, number: null }]);
    expect(await list(lead)).toHaveLength(1);
    expect(await list(await service.as('unit', '532328109'))).toEqual([]);
  });
});
