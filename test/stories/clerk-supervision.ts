import { codeOf, type ClerkMonth } from './clerk-month.ts';
import type { TicketTale } from './ticket-tale.ts';
import type { Items, OrderView, VisitView } from './views.ts';

export interface Order extends OrderView {
  readonly ticketId: string;
  readonly reminders: readonly { readonly by: string | null; readonly note: string | null }[];
  readonly finding: { readonly text: string } | null;
}

const UNSATISFIED = { solved: false, satisfaction: 'very-dissatisfied' } as const;

/** Days that an order gives: over the holiday to the second working day after it. */
const ORDER_DAYS = 3;

/** On the Saturday that is worked, a leader's instruction puts a unit under supervision, with a number and days of its own. */
export async function orderIssued(month: ClerkMonth): Promise<Order> {
  const supervisor = month.hotline.as('supervisor');
  const tale = await month.dispatched('water', { category: 'complaint' });
  await tale.sign(codeOf('water'));
  await tale.contact(codeOf('water'));
  const ask = { ground: 'leader-instruction', requirement: '请主要领导包案。', workingDays: ORDER_DAYS, issuingBody: '县政府督查室' };
  const order = await supervisor.post<Order>(`/supervision/v1/tickets/${tale.id}/orders`, ask, { status: 201 });
  expect(order).toMatchObject({ status: 'issued', unit: codeOf('water'), orderNo: '督办〔2018〕1号', reminders: [] });
  month.expectDue(await month.theClock(tale, 'supervision'), ORDER_DAYS);
  await supervisor.post(`/supervision/v1/orders/${order.orderId}/reminders`, { note: '请抓紧。' });
  await month.unit('roads').refused(`/supervision/v1/orders/${order.orderId}/reports`, { text: '已办。' }, 404);
  return order;
}

/** After the holiday the record reminds by itself, once; a thin report is sent back, a full one accepted, and the order lifted in time. */
export async function orderLifted(month: ClerkMonth, order: Order): Promise<void> {
  const [supervisor, path] = [month.hotline.as('supervisor'), `/supervision/v1/orders/${order.orderId}`];
  const reminded = await supervisor.get<Order>(path);
  expect(reminded.reminders.map(({ by }) => by)).toEqual(['supervisor', null]);
  await month.moveBy(60);
  expect((await supervisor.get<Order>(path)).reminders).toEqual(reminded.reminders);
  const unit = month.unit('water');
  expect(await unit.post(`${path}/reports`, { text: '正在办理。' })).toMatchObject({ status: 'reported' });
  expect(await supervisor.post(`${path}/judgement`, { accepted: false, note: '未说明完成时间，请重报。' })).toMatchObject({ status: 'issued' });
  await unit.post(`${path}/reports`, { text: '井盖已补装，现场照片附后。' });
  expect(await supervisor.post(`${path}/judgement`, { accepted: true })).toMatchObject({ status: 'accepted' });
  expect(await supervisor.post(`${path}/lifting`, { reason: '已办理完毕。' })).toMatchObject({ status: 'lifted' });
  const clocks = await month.clocksOf(order.ticketId, 'supervision');
  expect(clocks.map(({ verdict }) => verdict)).toEqual(['on-time']);
}

/** The slip of the dispatch and the notice of the order, as the unit gets them on paper. */
export async function papers(month: ClerkMonth, order: Order): Promise<void> {
  await month.expectPaper(`/routing/v1/tickets/${order.ticketId}/dispatches/1/slip`, '%PDF');
  await month.expectPaper(`/supervision/v1/orders/${order.orderId}/notice`, '%PDF');
  await month.expectPaper(`/intake/v1/tickets/${order.ticketId}/sheet`, '%PDF');
}

interface Candidate {
  readonly visitId: string;
  readonly status: string;
  readonly round: number;
}

/** Dissatisfied, handled anew, dissatisfied again: a person finds the handling poor, and only then an order may rest on it. */
export async function dissatisfiedTwice(month: ClerkMonth): Promise<TicketTale> {
  const supervisor = month.hotline.as('supervisor');
  const tale = await month.dispatched('roads');
  await month.handled(tale, 'roads');
  const first = await month.visited(tale, 1, UNSATISFIED);
  expect(await month.reworked(tale, first)).toMatchObject({ round: 2, dispatch: { lead: codeOf('roads') } });
  const candidates = async () => (await supervisor.get<Items<Candidate>>(`/supervision/v1/second-dissatisfactions?ticketId=${tale.id}`)).items;
  await month.handled(tale, 'roads');
  expect(await candidates()).toEqual([]);
  const second = await month.visited(tale, 2, UNSATISFIED);
  expect(await candidates()).toMatchObject([{ visitId: second.visitId, status: 'proposed', round: 2 }]);
  await month.reworked(tale, second);

  const issue = { ground: 'second-dissatisfaction' };
  expect((await supervisor.refused(`/supervision/v1/tickets/${tale.id}/orders`, issue, 422)).code).toBe('finding-missing');
  const text = '两轮办理均未到现场核实，未向群众说明。';
  expect(await supervisor.post(`/supervision/v1/second-dissatisfactions/${second.visitId}/finding`, { text })).toMatchObject({ status: 'found' });
  const issued = await supervisor.post<Order>(`/supervision/v1/tickets/${tale.id}/orders`, issue, { status: 201 });
  expect(issued).toMatchObject({ orderNo: '督办〔2018〕2号', unit: codeOf('roads'), finding: { text } });
  await month.handled(tale, 'roads');
  expect(await supervisor.get(`/supervision/v1/orders/${issued.orderId}`)).toMatchObject({ status: 'lifted' });
  return tale;
}

interface Report {
  readonly reportId: string;
  readonly status: string;
  readonly dutyAt: string;
  readonly dueOn: string;
}

/** Who is dissatisfied after as many rounds as the pack says obliges the unit to a research report; the third round obliges to no second one. */
export async function researchReport(month: ClerkMonth, tale: TicketTale): Promise<void> {
  const [leader, supervisor] = [month.leader('roads'), month.hotline.as('supervisor')];
  const owed = async () => (await leader.get<Items<Report>>(`/appraisal/v1/reports?kind=research`)).items;
  expect(await owed()).toHaveLength(month.pack.reports.dissatisfiedRounds <= 2 ? 1 : 0);
  await month.visited(tale, 3, UNSATISFIED);
  const [report, ...others] = await owed();
  expect(others).toEqual([]);
  expect(report).toMatchObject({ status: 'due', unit: codeOf('roads'), cause: 'repeatedly-dissatisfied', ticketIds: [tale.id], dueOn: month.county.due(report?.dutyAt ?? '', month.pack.reports.research).dueOn });
  const path = `/appraisal/v1/reports/${report?.reportId}`;
  const submit = (text: string) => leader.post<Report>(`${path}/submission`, { text, documentNumber: '元交发〔2018〕40号' });
  expect(await submit('另行报告。')).toMatchObject({ status: 'submitted' });
  expect(await supervisor.post(`${path}/send-back`, { reason: '无原因分析。' })).toMatchObject({ status: 'sent-back' });
  await submit('三轮办理未果的原因、整改措施和时限如下。');
  expect(await supervisor.post(`${path}/acceptance`)).toMatchObject({ status: 'accepted' });
}

interface Accountability {
  readonly candidateId: string;
  readonly caseId: string;
}

/** What the unit reported is not what is there: evidence, a case, the unit's own word, a decision, and what came of it. */
export async function untrueFeedback(month: ClerkMonth): Promise<void> {
  const [supervisor, unit] = [month.hotline.as('supervisor'), month.leader('farming')];
  const tale = await month.dispatched('farming');
  await month.handled(tale, 'farming');
  const plan = { way: 'undercover-visit', unit: codeOf('farming'), ticketIds: [tale.id], team: ['督查室甲', '督查室乙'], plannedOn: '2018-09-30' };
  const { followUpId } = await supervisor.post<{ followUpId: string }>('/supervision/v1/follow-ups', plan, { status: 201 });
  const found = { ticketId: tale.id, finding: 'not-as-reported', text: '反馈称井盖已补装，现场仍未补装。' };
  expect((await supervisor.refused(`/supervision/v1/follow-ups/${followUpId}/findings`, found, 409)).code).toBe('before-the-planned-day');
  await month.moveTo('2018-09-30 10:00');
  const followedUp = await supervisor.post(`/supervision/v1/follow-ups/${followUpId}/findings`, found);
  expect(followedUp).toMatchObject({ status: 'completed', findings: [{ consequences: ['call-back', 'accountability-evidence'] }] });
  await month.rest();
  const { items } = await supervisor.get<Items<Accountability>>('/supervision/v1/accountability/candidates?ground=untrue-feedback-or-favouritism');
  expect(items).toMatchObject([{ status: 'proposed', unit: codeOf('farming'), ticketIds: [tale.id] }]);

  const opened = await supervisor.post<Accountability>(`/supervision/v1/accountability/candidates/${encodeURIComponent(items[0]?.candidateId ?? '')}/case`, { account: '反馈与现场不符。' }, { status: 201 });
  const path = `/supervision/v1/accountability/cases/${opened.caseId}`;
  expect(opened).toMatchObject({ status: 'opened', statementDueAt: month.county.due(new Date(month.now).toISOString(), month.pack.accountability.statementWithin).dueAt });
  await month.unit('water').get(path, 404);
  const decision = { measure: 'summons-talk', reason: '虚假反馈，情节较轻。', decider: '县政府督查室' };
  expect((await supervisor.refused(`${path}/decision`, decision, 409)).code).toBe('not-heard-yet');
  expect(await unit.post(`${path}/statement`, { text: '施工队误报，已重新补装。' })).toMatchObject({ status: 'heard' });
  expect(await supervisor.post(`${path}/decision`, decision)).toMatchObject({ status: 'decided', decision: { measure: 'summons-talk' } });
  expect(await supervisor.post(`${path}/closing`, { record: '9月30日约谈分管领导，限三日整改。' })).toMatchObject({ status: 'closed' });
}

interface Sample {
  readonly repeatable: boolean;
  readonly undrawn: number;
  readonly draws: readonly { readonly seed: string; readonly rate: number; readonly population: number; readonly units: readonly { readonly unit: string; readonly closed: number; readonly drawn: number }[]; readonly drawn: readonly object[] }[];
}

/** The month is over: every unit is brought to its share, anybody draws the same again, and who is drawn is called. */
export async function monthSample(month: ClerkMonth): Promise<void> {
  const supervisor = month.hotline.as('supervisor');
  const { seed, sampleRate } = month.pack.returnVisit;
  const sample = await supervisor.post<Sample>('/supervision/v1/samples/2018-09');
  expect(sample).toMatchObject({ repeatable: true, undrawn: 0, draws: [{ seed, rate: sampleRate }] });
  const [draw] = sample.draws;
  expect(draw?.population).toBe((await month.events()).filter(({ type }) => type === 'hotline.ticket.closed.v1').length);
  for (const { unit, closed, drawn } of draw?.units ?? []) expect([unit, drawn >= Math.ceil(closed * sampleRate)]).toEqual([unit, true]);
  expect(await supervisor.post<Sample>('/supervision/v1/samples/2018-09')).toEqual(sample);
  expect(await month.hotline.as('auditor').get<Sample>('/supervision/v1/samples/2018-09')).toEqual(sample);
  await month.rest();
  const planned = async () => (await supervisor.get<Items<VisitView>>('/supervision/v1/visits?status=planned&limit=200')).items;
  for (const { visitId } of await planned()) await supervisor.post(`/supervision/v1/visits/${visitId}/outcome`, { reached: true, solved: true, satisfaction: 'satisfied' });
  expect(await planned()).toEqual([]);
}
