import { randomUUIDv7 as newId } from 'node:crypto';
import { clockOverdueV1, identityViewedV1, ticketDispatchWithdrawnV1, ticketHistoryImportedV1, ticketOpinionGivenV1, unitLiaisonChangedV1, type ClockReading, type CloudEvent } from '@hotline/contracts';
import { at, SupervisionBench, TOWN, WATER } from '../../spec/supervision-bench.js';
import { Sweep } from '../sweep/sweep.js';

const PURPOSE = '联系诉求人欧阳某某 13900001111';
let bench: SupervisionBench;

beforeAll(async () => (bench = await SupervisionBench.start()));
beforeEach(() => (bench.now = at('2026-03-02 10:00')));
afterAll(() => bench.service.stop());

interface CandidateView {
  readonly candidateId: string;
  readonly ground: string;
  readonly unit: string;
  readonly status: string;
  readonly ticketIds: readonly string[];
  readonly baselessSince: string | null;
}

async function candidatesOf(ticketId: string): Promise<CandidateView[]> {
  const { body } = await bench.get('accountability/candidates?limit=200');
  return (body.items as CandidateView[]).filter(({ ticketIds }) => ticketIds.includes(ticketId));
}

const late = { stoppedAt: '2026-03-11T02:00:00.000Z', overdueAt: '2026-03-06T16:00:00.000Z', verdict: 'late', workingDaysUsed: 7, workingDaysLate: 3 } as const;
const lateClock = (ticketId: string, version = 2, about: Partial<ClockReading> = {}): CloudEvent & { data: ClockReading } =>
  bench.clock(version, { clockId: newId(), ticketId, kind: 'resolve', ...late, ...about }) as CloudEvent & { data: ClockReading };

describe('what the record proposes', () => {
  it.each([
    ['in order', [0, 1]],
    ['the clock before the dispatch', [1, 0]],
    ['everything twice and mixed', [1, 0, 1, 0, 0]],
  ])('[Art. 23(1)] a late feedback is one candidate with its evidence: %s', async (_, order) => {
    const ticketId = newId();
    const events = [bench.dispatched(ticketId), lateClock(ticketId)];
    await bench.hear(...order.map((index) => events[index] as CloudEvent));
    const { clockId } = events[1]?.data as ClockReading;
    expect(await candidatesOf(ticketId)).toMatchObject([
      {
        ...{ candidateId: `late-without-reason:${clockId}`, ground: 'late-without-reason', unit: WATER, status: 'proposed' },
        evidence: [{ kind: 'late-clock', ref: clockId, facts: { dispatchNo: 1, dueOn: '2026-03-06', workingDaysLate: 3, stillOpen: false } }],
      },
    ]);
    expect(await bench.toldOf(ticketId)).toEqual([]);
  });

  it('[Art. 23(1)] a verdict that is corrected withdraws it; an older version that comes later changes nothing', async () => {
    const ticketId = await bench.dispatchedTicket();
    const { data } = lateClock(ticketId);
    const version = (number: number, about: Partial<ClockReading>): CloudEvent => bench.clock(number, { ...data, ...about });
    await bench.hear(version(2, {}));
    await bench.hear(version(4, { verdict: 'on-time', workingDaysLate: 0, overdueAt: null }));
    await bench.hear(version(3, { workingDaysLate: 9 }));
    expect(await candidatesOf(ticketId)).toMatchObject([{ status: 'withdrawn', baselessSince: expect.any(String) }]);
  });

  it.each<[string, (ticketId: string) => CloudEvent]>([
    ['an accepted return', (ticketId) => bench.returned(ticketId)],
    ['a withdrawal of the dispatch', (ticketId) => bench.service.event(ticketDispatchWithdrawnV1, { subject: ticketId, version: 9, at: bench.now }, { ticketId, dispatchNo: 1, withdrawnAt: new Date(bench.now).toISOString() })],
  ])('[Art. 17(return), 23] %s withdraws it, before or after', async (_, ending) => {
    const [after, before] = [await bench.dispatchedTicket(), await bench.dispatchedTicket()];
    await bench.hear(lateClock(after));
    await bench.hear(ending(after));
    expect(await candidatesOf(after)).toMatchObject([{ status: 'withdrawn' }]);
    await bench.hear(ending(before));
    await bench.hear(lateClock(before));
    expect(await candidatesOf(before)).toEqual([]);
  });

  it('[Art. 23(1)] an open ticket is proposed once it is late enough, by the passing of time alone', async () => {
    const ticketId = await bench.dispatchedTicket();
    const overdue = bench.clock(2, { clockId: newId(), ticketId, kind: 'resolve', overdueAt: '2026-03-06T16:00:00.000Z' });
    bench.now = at('2026-03-07 00:01'); // Saturday: no working day has gone by
    await bench.hear({ ...overdue, type: `hotline.${clockOverdueV1.name}` });
    const sweep = bench.service.app.get(Sweep);
    await sweep.once(bench.now);
    expect(await candidatesOf(ticketId)).toEqual([]);
    bench.now = at('2026-03-09 00:01');
    await sweep.once(bench.now);
    await sweep.once(bench.now);
    expect(await candidatesOf(ticketId)).toMatchObject([{ ground: 'late-without-reason', status: 'proposed' }]);
  });

  it('[Art. 23(2)] joint handling: the late lead and the silent assisting unit, each its own', async () => {
    const ticketId = await bench.dispatchedTicket({ mode: 'joint', assisting: [TOWN] });
    await bench.hear(lateClock(ticketId), lateClock(ticketId, 2, { kind: 'assist', unit: TOWN }));
    const said = (await candidatesOf(ticketId)).map(({ ground, unit }) => `${ground} ${unit}`).toSorted();
    expect(said).toEqual([`inactive-in-joint-handling ${WATER}`, `inactive-in-joint-handling ${TOWN}`, `late-without-reason ${WATER}`].toSorted());
    const silent = (await candidatesOf(ticketId)).find(({ unit }) => unit === TOWN);
    expect(silent).toMatchObject({ evidence: [{ kind: 'late-assist', facts: { opinionGiven: false } }] });
    await bench.hear(bench.service.event(ticketOpinionGivenV1, { subject: ticketId, version: 8, at: bench.now }, { ticketId, dispatchNo: 1, unit: TOWN, givenAt: late.stoppedAt }));
    expect((await candidatesOf(ticketId)).find(({ unit }) => unit === TOWN)).toMatchObject({ evidence: [{ facts: { opinionGiven: true } }] });
  });

  it('[Art. 23(5)] a change of liaison reported late, told twice, is one candidate', async () => {
    const change = (late: boolean): CloudEvent => bench.service.event(unitLiaisonChangedV1, { subject: TOWN, version: 3, at: bench.now }, { changeId: newId(), unit: TOWN, changedOn: '2026-01-05', reportedOn: '2026-03-02', workingDays: 34, late });
    const told = change(true);
    await bench.hear(told, told, change(false));
    const { body } = await bench.get('accountability/candidates?ground=liaison-change-unreported');
    expect(body.items).toMatchObject([{ unit: TOWN, evidence: [{ facts: { changedOn: '2026-01-05', reportedOn: '2026-03-02', workingDays: 34 } }] }]);
  });

  it('[Art. 10, 23(6)] an identity seen without need names who looked, and nothing of the petitioner or the purpose', async () => {
    const ticketId = newId();
    const view = (unit: string): CloudEvent => bench.service.event(identityViewedV1, { subject: ticketId, version: 5, at: bench.now }, { viewId: newId(), ticketId, viewer: `unit-${unit}`, unit, purpose: PURPOSE, viewedAt: new Date(bench.now + 60_000).toISOString() });
    await bench.hear(view(WATER), view(TOWN), view('county'));
    const held = async (): Promise<string[]> => (await candidatesOf(ticketId)).map(({ unit, status }) => `${unit} ${status}`).toSorted();
    expect(await held()).toEqual([`${WATER} proposed`, `${TOWN} proposed`]);
    await bench.hear(bench.dispatched(ticketId)); // told late: it was the unit's ticket
    expect(await held()).toEqual([`${WATER} withdrawn`, `${TOWN} proposed`]);
    const kept = await bench.service.sql(`select (select string_agg(state::text, '') from accountability_candidate) || (select string_agg(v::text, '') from known_identity_view v) as all`);
    expect(JSON.stringify([kept, bench.service.logLines, await bench.service.told()])).not.toMatch(/欧阳|13900001111/);
  });

  it('[Art. 23] what an imported file does not record is held against nobody', async () => {
    const ticketId = await bench.dispatchedTicket();
    await bench.hear(lateClock(ticketId));
    const times = { receivedAt: '2026-01-05T01:00:00.000Z', dispatchedAt: null, signedAt: null, contactedAt: null, feedbackAt: null, closedAt: null };
    await bench.hear(bench.service.event(ticketHistoryImportedV1, { subject: ticketId, version: 1, at: bench.now }, { ticketId, category: 'help', petitionerKind: 'individual', prefectureTransfer: false, unit: WATER, ...times, satisfaction: null, solved: null }));
    expect(await candidatesOf(ticketId)).toMatchObject([{ status: 'withdrawn' }]);
  });
});

describe('what people do', () => {
  it('[Art. 23] opens a case out of a candidate, hears the unit, decides and closes; others are told the ground and the measure only', async () => {
    const ticketId = await bench.dispatchedTicket();
    await bench.hear(lateClock(ticketId));
    const [candidate] = await candidatesOf(ticketId);
    const opened = await bench.post(`accountability/candidates/${candidate?.candidateId}/case`, { account: '逾期三个工作日，未说明情况' });
    expect([opened.status, opened.body]).toMatchObject([201, { status: 'opened', unit: WATER, ground: 'late-without-reason', ticketIds: [ticketId], evidence: [{ kind: 'late-clock' }], statementDueAt: '2026-03-09T16:00:00.000Z' }]);
    const path = `accountability/cases/${opened.body.caseId}`;
    const decision = { measure: 'summons-talk', reason: '理由不充分', decider: '县政府督查室' };
    expect((await bench.post(`${path}/decision`, decision)).body).toMatchObject({ code: 'not-heard-yet', detail: expect.stringContaining('2026-03-10 00:00') });
    expect((await bench.get(path, 'leader', TOWN)).body.code).toBe('no-such-case');
    expect((await bench.get('accountability/cases', 'unit', TOWN)).body.items).toEqual([]);
    expect((await bench.get('accountability/cases', 'unit', WATER)).body.items).toHaveLength(1);
    expect((await bench.post(`${path}/statement`, { text: '不是我们' }, 'leader', TOWN)).status).toBe(404);
    expect((await bench.post(`${path}/statement`, { text: '李某某家中无人，无法核实' }, 'leader', WATER)).body.status).toBe('heard');
    expect((await bench.post(`${path}/decision`, decision)).body).toMatchObject({ status: 'decided', retainUntil: null });
    expect((await bench.post(`${path}/closing`, { record: '3 月 2 日约谈主要负责人' })).body).toMatchObject({ status: 'closed', carriedOut: { record: '3 月 2 日约谈主要负责人' }, retainUntil: '2028-03-02' });
    expect(await bench.toldOf(opened.body.caseId)).toEqual(['accountability.opened.v1', 'accountability.decided.v1']);
    expect(JSON.stringify(await bench.service.told())).not.toContain('李某某');
    expect((await bench.post(`accountability/candidates/${candidate?.candidateId}/dismissal`, { reason: '误判' })).body.code).toBe('candidate-judged-already');
  });

  it('[Art. 23] a case stays open when the record is corrected, and says so', async () => {
    const ticketId = await bench.dispatchedTicket();
    const clock = lateClock(ticketId);
    await bench.hear(clock);
    const [candidate] = await candidatesOf(ticketId);
    const { caseId } = (await bench.post(`accountability/candidates/${candidate?.candidateId}/case`, { account: '逾期' })).body;
    expect((await bench.get(`accountability/cases/${caseId}`)).body.evidenceGoneSince).toBeNull();
    await bench.hear(bench.clock(3, { ...clock.data, verdict: 'on-time', workingDaysLate: 0, overdueAt: null }));
    expect((await bench.get(`accountability/cases/${caseId}`, 'leader', WATER)).body).toMatchObject({ status: 'opened', evidenceGoneSince: '2026-03-02T02:00:00.000Z' });
  });

  it('[Art. 23] dismisses a candidate with a reason, and it stays dismissed whatever is told again', async () => {
    const ticketId = await bench.dispatchedTicket();
    const clock = lateClock(ticketId);
    await bench.hear(clock);
    const [candidate] = await candidatesOf(ticketId);
    expect((await bench.post(`accountability/candidates/${candidate?.candidateId}/dismissal`, {})).status).toBe(400);
    expect((await bench.post(`accountability/candidates/${candidate?.candidateId}/dismissal`, { reason: '平台故障' })).body).toMatchObject({ status: 'dismissed', judged: { reason: '平台故障' } });
    await bench.hear(bench.clock(3, { ...clock.data, workingDaysLate: 5 }));
    expect(await candidatesOf(ticketId)).toMatchObject([{ status: 'dismissed' }]);
  });

  it('[Art. 23] decides without a statement only when the time to make one is over', async () => {
    const opened = await bench.post('accountability/cases', { unit: TOWN, ground: 'abuse-of-power', account: '群众举报吃拿卡要', ticketIds: [] });
    const decide = () => bench.post(`accountability/cases/${opened.body.caseId}/decision`, { measure: 'accountability', reason: '查证属实', decider: '县纪委' });
    bench.now = at('2026-03-09 23:59');
    expect((await decide()).body.code).toBe('not-heard-yet');
    bench.now = at('2026-03-10 00:00');
    expect((await decide()).body.status).toBe('decided');
  });

  it('[Art. 19, 23(3)] an inspection that finds the answer untrue is told, and is evidence', async () => {
    const ticketId = await bench.dispatchedTicket();
    await bench.hear(bench.fedBack(ticketId));
    const plan = { way: 'on-site-inspection', unit: WATER, ticketIds: [ticketId], team: ['督查员甲'], plannedOn: '2026-03-03' };
    expect((await bench.post('follow-ups', { ...plan, unit: TOWN })).body.code).toBe('ticket-not-of-unit');
    expect((await bench.post('follow-ups', { ...plan, way: 'drive-by', team: [] })).status).toBe(400);
    const planned = await bench.post('follow-ups', plan);
    expect([planned.status, planned.body.subjects]).toEqual([201, [{ ticketId, dispatchNo: 1 }]]);
    const find = () => bench.post(`follow-ups/${planned.body.followUpId}/findings`, { ticketId, finding: 'not-as-reported', text: '陈某某家门前仍有塌陷' });
    expect((await find()).body.code).toBe('before-the-planned-day');
    bench.now = at('2026-03-03 15:00');
    expect((await find()).body).toMatchObject({ status: 'completed', findings: [{ finding: 'not-as-reported', consequences: ['call-back', 'accountability-evidence'] }] });
    expect((await find()).body.code).toBe('follow-up-over');
    expect(await bench.toldOf(ticketId)).toEqual(['ticket.followed-up.v1']);
    expect(JSON.stringify(await bench.service.told())).not.toContain('陈某某');
    expect(await candidatesOf(ticketId)).toMatchObject([{ ground: 'untrue-feedback-or-favouritism', evidence: [{ kind: 'follow-up-finding', ref: planned.body.followUpId }] }]);
    expect((await bench.get('follow-ups', 'unit', WATER)).status).toBe(403);
  });
});
