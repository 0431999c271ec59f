import { randomUUIDv7 as newId } from 'node:crypto';
import type { Response } from 'supertest';
import { appraisalPeriodFrozenV1, ticketAnsweredV1, ticketDispatchWithdrawnV1, type CloudEvent } from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { at, SupervisionBench, TOWN, WATER } from '../../spec/supervision-bench.js';

let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
beforeEach(() => (bench.now = at('2026-03-02 10:00')));
afterAll(() => bench.service.stop());

const later = (minutes: number): void => void (bench.now += minutes * 60_000);
const visit = (ticketId: string): Promise<Response> => bench.post(`tickets/${ticketId}/visits`);
const step = (visitId: string, name: string, body: object, role = 'supervisor'): Promise<Response> => bench.post(`visits/${visitId}/${name}`, body, role);
const answered = (ticketId: string): CloudEvent => bench.service.event(ticketAnsweredV1, { subject: ticketId, version: 3, at: bench.now }, { ticketId, answeredAt: isoOf(bench.now) });
const told = async (ticketId: string, type: string): Promise<unknown[]> => (await bench.service.told()).filter((event) => event.subject === ticketId && event.type === `hotline.${type}`).map(({ data }) => data);
const happy = { reached: true, solved: true, satisfaction: 'satisfied', note: '已修好' };
const unhappy = { reached: true, solved: false, satisfaction: 'dissatisfied', note: '没有修好' };

async function closedTicket(): Promise<string> {
  const ticketId = await bench.dispatchedTicket();
  later(60);
  await bench.hear(bench.closed(ticketId));
  return ticketId;
}

/** A visit of a closed ticket with an outcome; answers its id. */
async function recorded(outcome: object, ticketId?: string): Promise<string> {
  const id = ticketId ?? (await closedTicket());
  await visit(id);
  later(60);
  expect((await step(`${id}:1`, 'outcome', outcome)).status).toBe(200);
  later(60);
  return `${id}:1`;
}

describe('a visit of what the county answered itself', () => {
  it.each([
    ['told once', (event: CloudEvent) => [event]],
    ['told twice', (event: CloudEvent) => [event, event]],
  ])('[Art. 4, 18, 19] is planned beside the sample and counted for the county, the answer %s', async (_, tellings) => {
    const ticketId = newId();
    expect((await visit(ticketId)).body.code).toBe('no-such-ticket');
    await bench.hear(...tellings(answered(ticketId)));
    expect((await visit(ticketId)).body).toMatchObject({ visitId: `${ticketId}:0`, dispatchNo: 0, round: 1, unit: 'county', basis: 'requested', status: 'planned' });
    expect((await visit(ticketId)).body.code).toBe('already-planned');
    later(60);
    await step(`${ticketId}:0`, 'outcome', happy);
    expect(await told(ticketId, 'ticket.visited.v1')).toMatchObject([{ visitId: `${ticketId}:0`, dispatchNo: 0, unit: 'county', solved: true }]);
  });

  it('[Art. 14, 19] opens a further round that says when the answer was given; its unit is visited for itself', async () => {
    const ticketId = newId();
    const answer = answered(ticketId);
    await bench.hear(answer);
    await visit(ticketId);
    later(60);
    await step(`${ticketId}:0`, 'outcome', unhappy);
    later(60);
    expect((await step(`${ticketId}:0`, 'rework', { reason: '答复与现场不符' })).body).toMatchObject({ status: 'rework-ordered', rework: { round: 2 } });
    expect(await told(ticketId, 'ticket.rework-ordered.v1')).toEqual([{ ticketId, round: 2, orderedAt: isoOf(bench.now), answeredAt: answer.time }]);
    expect((await visit(ticketId)).body.code).toBe('already-planned');
    await eventually(async () => expect((await bench.get(`archive/files/${ticketId}`)).body).toMatchObject({ ended: false }));
    later(60);
    await bench.hear(bench.dispatched(ticketId, { round: 2 }), answer);
    expect((await visit(ticketId)).body.code).toBe('not-closed');
    later(60);
    await bench.hear(bench.closed(ticketId, { round: 2, supervised: false }));
    await visit(ticketId); // unless it was drawn
    expect((await bench.get(`visits?ticketId=${ticketId}&unit=${WATER}`)).body.items).toMatchObject([{ visitId: `${ticketId}:1`, round: 2 }]);
    expect((await bench.get(`archive/files/${ticketId}`)).body).toMatchObject({ ended: true });
    later(60);
    await step(`${ticketId}:1`, 'outcome', unhappy);
    expect((await bench.get(`second-dissatisfactions?ticketId=${ticketId}`)).body.items).toMatchObject([{ visitId: `${ticketId}:1`, unit: WATER }]);
  });

  it('[Art. 18, 19] gives way to the unit that went on with the ticket, and stands where its dispatch was withdrawn', async () => {
    const [kept, withdrawn] = [newId(), newId()];
    for (const ticketId of [kept, withdrawn]) await bench.hear(answered(ticketId));
    await visit(kept);
    later(60);
    await step(`${kept}:0`, 'outcome', unhappy);
    await bench.hear(bench.dispatched(kept), bench.dispatched(withdrawn));
    later(60);
    expect((await step(`${kept}:0`, 'rework', { reason: '没有解决' })).body.code).toBe('unit-went-on');
    expect(await told(kept, 'ticket.rework-ordered.v1')).toEqual([]);
    expect((await visit(withdrawn)).body.code).toBe('not-closed');
    await bench.hear(bench.service.event(ticketDispatchWithdrawnV1, { subject: withdrawn, version: 5, at: bench.now }, { ticketId: withdrawn, dispatchNo: 1, withdrawnAt: isoOf(bench.now) }));
    expect((await visit(withdrawn)).body).toMatchObject({ visitId: `${withdrawn}:0`, unit: 'county' });
  });
});

describe('an outcome that was entered wrongly', () => {
  const right = { ...unhappy, reason: '录入时误选' };

  it('[Art. 19] is put right by a supervisor with a reason; the first stays on record and the newest is told on the day of the call', async () => {
    const visitId = await recorded(happy);
    const [ticketId = ''] = visitId.split(':');
    expect((await step(visitId, 'correction', right, 'operator')).status).toBe(403);
    expect((await step(visitId, 'correction', unhappy)).status).toBe(400);
    const { body } = await step(visitId, 'correction', right);
    expect(body).toMatchObject({ status: 'recorded', outcome: { ...unhappy, at: expect.any(String) }, corrections: [{ outcome: happy, reason: '录入时误选', by: 'test-supervisor' }] });
    const [first, second] = (await told(ticketId, 'ticket.visited.v1')) as [{ visitedAt: string }, unknown];
    expect(first).not.toHaveProperty('correction');
    expect(second).toMatchObject({ visitId, satisfaction: 'dissatisfied', solved: false, correction: 1, visitedAt: first.visitedAt });
    later(60);
    expect((await step(visitId, 'rework', { reason: '群众不满意' })).body).toMatchObject({ status: 'rework-ordered' });
    expect((await step(visitId, 'correction', { ...happy, reason: '又改' })).body.code).toBe('already-ordered');
  });

  it('[Art. 22] stays as it is once a period that counts it is signed, told twice; another day’s does not', async () => {
    const visitId = await recorded(happy);
    const frozen = (from: string, to: string): CloudEvent =>
      bench.service.event(appraisalPeriodFrozenV1, { subject: from.slice(0, 7), version: 1, at: bench.now }, { from, to, scheme: 'yuanmou-2018@1', hash: 'a', frozenAt: isoOf(bench.now) });
    await bench.hear(frozen('2026-02-01', '2026-02-28'), frozen('2026-03-03', '2026-03-31'));
    expect((await step(visitId, 'correction', right)).status).toBe(200);
    later(60);
    const quarter = frozen('2026-01-01', '2026-03-02');
    await bench.hear(quarter, quarter);
    expect((await step(visitId, 'correction', { ...happy, reason: '又改' })).body).toMatchObject({ status: 409, code: 'outcome-appraised' });
    await bench.service.sql('delete from frozen_period');
  });

  it('[Art. 15(3)] takes back the candidate that rested on it, and leaves what a person found', async () => {
    const second = async (): Promise<string> => {
      const ticketId = await bench.dispatchedTicket({ dispatchNo: 2, round: 2 });
      later(60);
      await bench.hear(bench.closed(ticketId, { dispatchNo: 2, round: 2 }));
      await visit(ticketId);
      later(60);
      await step(`${ticketId}:2`, 'outcome', unhappy);
      later(60);
      return ticketId;
    };
    const candidates = async (ticketId: string): Promise<unknown[]> => (await bench.get(`second-dissatisfactions?ticketId=${ticketId}`)).body.items;
    const [mistyped, found] = [await second(), await second()];
    expect(await candidates(mistyped)).toHaveLength(1);
    await step(`${mistyped}:2`, 'correction', { ...happy, reason: '录入时误选' });
    expect(await candidates(mistyped)).toEqual([]);
    later(60);
    await step(`${mistyped}:2`, 'correction', { ...unhappy, reason: '核对录音' });
    expect(await candidates(mistyped)).toMatchObject([{ status: 'proposed' }]);
    await bench.post(`second-dissatisfactions/${found}:2/finding`, { text: '两轮均未到场' });
    later(60);
    expect((await step(`${found}:2`, 'correction', { ...happy, reason: '录入时误选' })).body.code).toBe('finding-rests-on-outcome');
  });
});

describe('a finding that the matter is not as reported', () => {
  const find = async (ticketId: string, finding: string): Promise<string> => {
    const planned = await bench.post('follow-ups', { way: 'undercover-visit', unit: WATER, ticketIds: [ticketId], team: ['督查员甲'], plannedOn: '2026-03-02' });
    expect(planned.status).toBe(201);
    expect((await bench.post(`follow-ups/${planned.body.followUpId}/findings`, { ticketId, finding, text: '现场仍有塌陷' })).status).toBe(200);
    return planned.body.followUpId as string;
  };
  const visitsOf = async (ticketId: string): Promise<Record<string, unknown>[]> => (await bench.get(`visits?ticketId=${ticketId}`)).body.items;
  const unsampled = async (): Promise<string> => {
    let ticketId = await closedTicket();
    while ((await visitsOf(ticketId)).length > 0) ticketId = await closedTicket();
    return ticketId;
  };

  it('[Art. 19] plans the visit that it promises, once', async () => {
    const ticketId = await unsampled();
    await find(ticketId, 'as-reported');
    expect(await visitsOf(ticketId)).toEqual([]);
    later(60);
    await find(ticketId, 'not-handled');
    later(60);
    await find(ticketId, 'partly-as-reported');
    expect(await visitsOf(ticketId)).toMatchObject([{ visitId: `${ticketId}:1`, basis: 'followed-up', status: 'planned', unit: WATER }]);
  });

  it('[Art. 19] before the closing plans it with the closing, told twice', async () => {
    const ticketId = await bench.dispatchedTicket();
    await find(ticketId, 'not-as-reported');
    expect(await visitsOf(ticketId)).toEqual([]);
    later(60);
    const closed = bench.closed(ticketId);
    await bench.hear(closed, closed);
    expect(await visitsOf(ticketId)).toMatchObject([{ visitId: `${ticketId}:1`, basis: 'followed-up' }]);
  });

  it('[Art. 19] lets the supervisor order rework although the petitioner had said that it was done, once', async () => {
    const visitId = await recorded(happy);
    const [ticketId = ''] = visitId.split(':');
    expect((await step(visitId, 'rework', { reason: '现场未办' })).body.code).toBe('not-dissatisfied');
    const followUpId = await find(ticketId, 'not-as-reported');
    expect(await visitsOf(ticketId)).toMatchObject([{ visitId, status: 'recorded' }]);
    later(60);
    expect((await step(visitId, 'rework', { reason: '现场未办' })).body).toMatchObject({ status: 'rework-ordered', rework: { round: 2, reason: '现场未办', followUpId } });
    expect((await step(visitId, 'rework', { reason: '现场未办' })).body.code).toBe('already-ordered');
    expect(await told(ticketId, 'ticket.rework-ordered.v1')).toEqual([{ ticketId, round: 2, orderedAt: isoOf(bench.now) }]);
  });

  it('[Art. 19] is about the dispatch that was looked into, not about another round', async () => {
    const ticketId = await closedTicket();
    await find(ticketId, 'not-as-reported');
    later(60);
    await bench.hear(bench.dispatched(ticketId, { dispatchNo: 2, round: 2, lead: TOWN }), bench.closed(ticketId, { dispatchNo: 2, round: 2, unit: TOWN }));
    await visit(ticketId);
    later(60);
    await step(`${ticketId}:2`, 'outcome', happy);
    later(60);
    expect((await step(`${ticketId}:2`, 'rework', { reason: '现场未办' })).body.code).toBe('not-dissatisfied');
  });
});

describe('calling', () => {
  it('[Art. 19] a visit that nobody has is shown to every operator, and is theirs who calls; one that was given to an account is its own', async () => {
    const [free, given] = [await closedTicket(), await closedTicket()];
    for (const ticketId of [free, given]) await visit(ticketId);
    expect((await step(`${given}:1`, 'assignment', { caller: 'operator-2' })).status).toBe(200);
    const seen = async (query = ''): Promise<string[]> => (await bench.get(`visits?limit=200${query}`, 'operator')).body.items.map(({ ticketId }: { ticketId: string }) => ticketId);
    expect(await seen()).toContain(free);
    expect(await seen('&caller=operator-2')).not.toContain(given);
    later(60);
    expect((await step(`${given}:1`, 'outcome', { reached: false }, 'operator')).status).toBe(404);
    expect((await step(`${free}:1`, 'outcome', { reached: false }, 'operator')).body).toMatchObject({ status: 'planned', attempts: 1, caller: 'test-operator' });
    later(60);
    expect((await step(`${free}:1`, 'outcome', happy, 'operator')).body).toMatchObject({ status: 'recorded', attempts: 2, caller: 'test-operator' });
    expect(await seen()).toContain(free);
  });

  it('[Art. 10, 19] what others heard is not shown to an operator', async () => {
    const visitId = await recorded(unhappy);
    const seen = (await bench.get('visits?limit=200', 'operator')).body.items.map((each: { visitId: string }) => each.visitId);
    expect(seen).not.toContain(visitId);
  });
});
