import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from '@hotline/domain';
import { eventually } from '@hotline/testing';
import { StoryStack } from '../setup/story-stack.ts';
import { answeredAgain } from './answered-again.ts';
import { counties, type County } from './county.ts';
import { recordUnit } from './directory.ts';
import { Hotline } from './hotline.ts';
import { handledInTime, SOON, TicketTale } from './ticket-tale.ts';
import type { CaseView, ClockView, ExtensionView, Items, OrderView, TicketView, UnitRatesView, VisitView } from './views.ts';
import { filesThatSay, messagesOf, rowsThatSay } from './whereabouts.ts';

/** One unit for each tale, so that the rates of one do not mix with those of another. */
const WATER = 'YM-SWJ';
const ROADS = 'YM-JTYSJ';
const TOWN = '532328101';
const HOUSING = 'YM-ZJJ';
const FARMING = 'YM-NYNCJ';
const SCHOOLS = 'YM-JYTYJ';
const PARKS = 'YM-ZRZYJ';
const NAMES: Readonly<Record<string, string>> = { [WATER]: '元谋县水务局', [ROADS]: '元谋县交通运输局', [TOWN]: '元马镇', [HOUSING]: '元谋县住建局', [FARMING]: '元谋县农业农村局', [SCHOOLS]: '元谋县教育体育局', [PARKS]: '元谋县自然资源局' };

/** What must never leave intake, and there lie in no column in clear. */
const PETITIONER = { name: '诸葛沐阳', contact: '13987804417', idNumber: '532328199103074417' };
const SECRETS = Object.values(PETITIONER);
/** What the petitioner said: for those who handle the ticket, and nowhere else. */
const WORDS = { title: '龙川街北段路灯三日不亮', text: '龙川街北段靠近菜市场的路灯已三日不亮，老人夜间摔倒，请尽快维修。' };

let stack: StoryStack;
let hotline: Hotline;
let county: County;

/** The days are counted one by one, without the code that the time service counts with. */
function expectDue(clock: ClockView | undefined, workingDays: number): void {
  expect(clock).toMatchObject(county.due(clock?.startedAt ?? '', workingDays));
}

const PERIOD = `from=${dayFromNow(-2)}&to=${dayFromNow(90)}`;

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Waits until the rates of a unit are these, written as `numerator/denominator`. */
async function expectRates(unit: string, expected: Readonly<Record<string, string>>): Promise<void> {
  await eventually(async () => {
    const { items } = await hotline.as('analyst').get<Items<UnitRatesView>>(`/appraisal/v1/rates?${PERIOD}&groupBy=unit&limit=200`);
    const found = items.find((each) => each.unit === unit);
    expect(found?.name).toBe(NAMES[unit]);
    const shown = Object.fromEntries(Object.entries(found?.rates ?? {}).map(([rate, { numerator, denominator }]) => [rate, `${numerator}/${denominator}`]));
    expect(shown).toEqual({ ...shown, ...expected });
  }, SOON);
}

/** The petitioner of a closed dispatch is called: drawn for it, or because the supervisor asks. Answers the visit once it is planned. */
async function plannedVisit(ticketId: string, dispatchNo: number): Promise<VisitView> {
  const drawn = visit.visitBasis({ ticketId, dispatchNo, supervised: false }, county.pack.returnVisit);
  if (!drawn) await eventually(() => hotline.as('supervisor').post<VisitView>(`/supervision/v1/tickets/${ticketId}/visits`, undefined, { status: 201 }), SOON);
  return eventually(async () => {
    const { items } = await hotline.as('supervisor').get<Items<VisitView>>(`/supervision/v1/visits?ticketId=${ticketId}`);
    const planned = items.find((each) => each.dispatchNo === dispatchNo);
    expect(planned).toMatchObject({ status: 'planned', basis: drawn ?? 'requested' });
    return planned as VisitView;
  }, SOON);
}

/** The county grants alone, or hands on to the prefecture and must not decide itself. */
async function grant(asked: ExtensionView, prefectureReviews: boolean): Promise<void> {
  expect(asked).toMatchObject({ status: 'asked', prefectureReviews });
  const [dispatcher, path] = [hotline.as('dispatcher'), `/sla/v1/extensions/${asked.id}`];
  if (prefectureReviews) {
    expect((await dispatcher.refused(`${path}/grant`, undefined, 409)).code).toBe('prefecture-must-decide');
    await dispatcher.post(`${path}/forward`);
  }
  const decidedBy = prefectureReviews ? 'prefecture' : 'county';
  const decider = prefectureReviews ? hotline.as('prefecture') : dispatcher;
  expect(await decider.post<ExtensionView>(`${path}/grant`)).toMatchObject({ status: 'granted', decidedBy });
}

describe.each(counties)('%s lives with its hotline', (lived) => {
  const { limits, categories, ...pack } = lived.pack;

  beforeAll(async () => {
    county = lived;
    stack = await StoryStack.start(county.environment);
    hotline = new Hotline(stack.url, stack.issuer);
    for (const [code, name] of Object.entries(NAMES)) await recordUnit(hotline, code, name);
  }, 180_000);
  afterAll(() => stack?.stop(), 60_000);

  it('[Art. 14-19] one matter, from the call over a dissatisfied petitioner to a satisfied one', async () => {
    const { contact, ...others } = PETITIONER;
    const tale = await TicketTale.register(hotline, { ...WORDS, petitioner: { ...others, contact } });
    expect((await tale.ticket()).petitioner).toEqual({ name: '诸**', contact: '139****4417', idNumber: '****4417' });
    await tale.accept();
    await tale.dispatch({ mode: 'transfer', lead: WATER });

    await eventually(async () => expect(await hotline.as('unit', WATER).get<TicketView>(`/intake/v1/tickets/${tale.id}`)).toMatchObject({ status: 'dispatched', title: WORDS.title }), SOON);
    const seen = await hotline.as('unit', WATER).post<object>(`/intake/v1/tickets/${tale.id}/identity-views`, { purpose: '电话联系诉求人核实情况' });
    expect(seen).toMatchObject(PETITIONER);
    const looks = await hotline.as('auditor').get<Items<object>>(`/intake/v1/tickets/${tale.id}/identity-views`);
    expect(looks.items).toMatchObject([{ subject: `unit-${WATER}`, unit: WATER, purpose: '电话联系诉求人核实情况', allowed: true }]);

    await tale.handle(WATER);
    expect((await tale.handling()).dispatch?.approval).toMatchObject({ approver: `leader-${WATER}` });
    await eventually(async () => expect((await tale.ticket()).status).toBe('closed'), SOON);

    const first = await plannedVisit(tale.id, 1);
    await hotline.as('supervisor').post(`/supervision/v1/visits/${first.visitId}/outcome`, { reached: true, solved: false, satisfaction: 'dissatisfied', note: '又不亮了' });
    await hotline.as('supervisor').post(`/supervision/v1/visits/${first.visitId}/rework`, { reason: '路灯修好一天后又不亮' });

    const again = await tale.waitFor('dispatched', 2);
    expect(again).toMatchObject({ round: 2, dispatch: { lead: WATER, round: 2 }, past: [{ dispatchNo: 1 }] });
    await tale.handle(WATER);
    const second = await plannedVisit(tale.id, 2);
    await hotline.as('supervisor').post(`/supervision/v1/visits/${second.visitId}/outcome`, { reached: true, solved: true, satisfaction: 'very-satisfied' });

    const clocks = await tale.expectClocks(['county-dispatch 0 county on-time', ...handledInTime(WATER, 1), ...handledInTime(WATER, 2)]);
    for (const dispatchNo of [1, 2]) {
      const of = (kind: string) => clocks.find((clock) => clock.kind === kind && clock.dispatchNo === dispatchNo);
      expectDue(of('unit-sign'), limits.unitSign);
      expectDue(of('first-contact'), limits.firstContact);
      expectDue(of('resolve'), categories.help.resolve);
      expectDue(of('paper-filing'), limits.paperFiling);
      expect(of('resolve')).toMatchObject({ explanation: { article: 'Art. 17(2)', sentence: expect.stringContaining(`${categories.help.resolve}个工作日`) } });
      expect([0, 1]).toContain(of('resolve')?.workingDaysUsed); // midnight may pass
    }

    await expectRates(WATER, {
      ...{ 'on-time-sign': '2/2', 'on-time-contact': '2/2', 'on-time-close': '2/2', close: '2/2' },
      ...{ solved: '1/2', satisfied: '1/2', return: '0/2', rework: '1/1', extension: '0/2' },
    });
    const behind = await hotline.as('unit', WATER).get<Items<object>>(`/appraisal/v1/rates/rework/tickets?${PERIOD}&part=numerator`);
    expect(behind.items).toEqual([{ ticketId: tale.id, number: (await tale.ticket()).number, unit: WATER, counted: true }]);
  }, 90_000);

  it('[Art. 10] a ticket of another unit does not exist for a unit', async () => {
    const tale = await TicketTale.dispatched(hotline, WATER);
    await eventually(() => hotline.as('unit', WATER).get(`/sla/v1/tickets/${tale.id}/clocks`), SOON);
    await eventually(() => hotline.as('unit', WATER).get(`/intake/v1/tickets/${tale.id}`), SOON);
    for (const role of ['unit', 'leader'] as const) {
      const stranger = hotline.as(role, ROADS);
      for (const path of [`/intake/v1/tickets/${tale.id}`, `/routing/v1/tickets/${tale.id}`, `/sla/v1/tickets/${tale.id}/clocks`]) await stranger.get(path, 404);
      for (const list of ['/intake/v1/tickets', '/routing/v1/tickets', '/sla/v1/clocks']) expect((await stranger.get<Items<object>>(list)).items).toEqual([]);
      expect((await stranger.get<Items<object>>(`/appraisal/v1/rates/on-time-sign/tickets?${PERIOD}&unit=${WATER}`)).items).toEqual([]);
    }
    await hotline.as('unit', ROADS).refused(`/routing/v1/tickets/${tale.id}/sign`, undefined, 404);
    await hotline.as('unit', ROADS).refused(`/routing/v1/tickets/${tale.id}/result`, { resultCode: 'resolved', text: '已办。' }, 404);
    await hotline.as('leader', ROADS).refused(`/routing/v1/tickets/${tale.id}/approval`, { sealNumber: '1' }, 404);
    await hotline.as('unit', ROADS).refused(`/sla/v1/tickets/${tale.id}/extensions`, { workingDays: 2, reason: '需要更多时间' }, 404);
    await hotline.as('unit', ROADS).refused(`/intake/v1/tickets/${tale.id}/identity-views`, { purpose: '想知道' }, 404);
    expect((await tale.handling()).status).toBe('dispatched');
  }, 60_000);

  it('[Art. 15] a joint ticket of whom the county supervises is supervised, and answered only after the assisting unit has spoken', async () => {
    const petitionerKind = pack.supervisedPetitioners[0] ?? '';
    const ground = petitionerKind === 'deputy' ? 'deputy-or-delegate' : petitionerKind;
    const tale = await TicketTale.accepted(hotline, { channel: 'website', petitionerKind, category: 'complaint', title: '园区道路破损', text: '园区货车通行道路破损，影响生产。' });
    const dispatched = await tale.dispatch({ mode: 'joint', lead: ROADS, assisting: [TOWN] });
    expect(dispatched.dispatch).toMatchObject({ lead: ROADS, supervised: ground });

    const order = await eventually(async () => {
      const { items } = await hotline.as('unit', ROADS).get<Items<OrderView>>(`/supervision/v1/orders?ticketId=${tale.id}`);
      expect(items).toMatchObject([{ unit: ROADS, status: 'issued', ground, orderNo: expect.stringMatching(/^督办〔\d{4}〕\d+号$/) }]);
      return items[0] as OrderView;
    }, SOON);
    await tale.sign(ROADS);
    await tale.sign(TOWN);
    await tale.contact(ROADS);
    const early = await hotline.as('unit', ROADS).refused(`/routing/v1/tickets/${tale.id}/result`, { resultCode: 'resolved', text: '已修复。' }, 422);
    expect(early.code).toBe('opinions-missing');
    await hotline.as('unit', TOWN).refused(`/routing/v1/tickets/${tale.id}/result`, { resultCode: 'resolved', text: '已修复。' }, 403);
    await tale.stepOf(TOWN, 'opinion', { text: '该路段由我镇管护，同意主办单位方案。' });
    await hotline.as('supervisor').post(`/supervision/v1/orders/${order.orderId}/reminders`, { note: '请抓紧' });
    await hotline.as('unit', ROADS).post(`/supervision/v1/orders/${order.orderId}/reports`, { text: '已开始修复。' });
    await tale.answer(ROADS);
    expect(await hotline.as('supervisor').post<OrderView>(`/supervision/v1/orders/${order.orderId}/lifting`, { reason: '已修复' })).toMatchObject({ status: 'lifted' });
    await tale.file();

    const clocks = await tale.expectClocks([
      ...['county-dispatch 0 county on-time', ...handledInTime(ROADS)],
      ...[`unit-sign 1 ${TOWN} on-time`, `return-window 1 ${TOWN} void`, `assist 1 ${TOWN} on-time`, `supervision 1 ${ROADS} on-time`],
    ]);
    const due = (kind: string, unit: string) => clocks.find((clock) => clock.kind === kind && clock.unit === unit);
    expectDue(due('assist', TOWN), categories.complaint.resolve - limits.assistBeforeResolve);
    expect(due('supervision', ROADS)?.dueAt).toBe(due('resolve', ROADS)?.dueAt);
    await eventually(async () => {
      const { items } = await hotline.as('supervisor').get<Items<VisitView>>(`/supervision/v1/visits?ticketId=${tale.id}`);
      expect(items).toMatchObject([{ basis: 'supervised', status: 'planned' }]);
    }, SOON);
    await expectRates(ROADS, { 'on-time-sign': '1/1', 'on-time-close': '1/1', close: '1/1', solved: '0/0' });
    await expectRates(TOWN, { 'on-time-sign': '1/1', 'on-time-close': '0/0' });
  }, 60_000);

  it('[Art. 17(return)] an accepted return costs the unit nothing and gives the next one time of its own', async () => {
    const tale = await TicketTale.dispatched(hotline, HOUSING);
    await tale.stepOf(HOUSING, 'return', { reason: '所反映的灌溉渠不在本单位职责范围。', suggestedUnit: FARMING });
    await hotline.as('unit', HOUSING).refused(`/routing/v1/tickets/${tale.id}/result`, { resultCode: 'resolved', text: '已办。' }, 409);
    const waiting = await hotline.as('dispatcher').post<CaseView>(`/routing/v1/tickets/${tale.id}/return/decision`, { unit: HOUSING, accepted: true });
    expect(waiting).toMatchObject({ status: 'awaiting-dispatch', acceptedReturns: 1 });
    await tale.dispatch({ mode: 'transfer', lead: FARMING });
    await tale.handle(FARMING);

    const clocks = await tale.expectClocks([
      ...['county-dispatch 0 county on-time', 'county-dispatch 0 county on-time', 'return-review 1 county on-time'],
      ...['unit-sign', 'first-contact', 'resolve', 'return-window'].map((kind) => `${kind} 1 ${HOUSING} void`),
      ...handledInTime(FARMING, 2),
    ]);
    const { dispatch, past } = await tale.handling();
    const resolves = clocks.filter((clock) => clock.kind === 'resolve');
    expect(resolves.map(({ startedAt }) => startedAt).sort()).toEqual([past[0]?.dispatchedAt, dispatch?.dispatchedAt].sort());

    const refused = await TicketTale.dispatched(hotline, HOUSING);
    await refused.stepOf(HOUSING, 'return', { reason: '不想办。', suggestedUnit: FARMING });
    await hotline.as('dispatcher').post(`/routing/v1/tickets/${refused.id}/return/decision`, { unit: HOUSING, accepted: false, reason: '属于贵单位职责。' });
    await refused.handle(HOUSING);
    await expectRates(HOUSING, { 'on-time-sign': '1/1', 'on-time-contact': '1/1', 'on-time-close': '1/1', return: '1/2' });
    await expectRates(FARMING, { 'on-time-sign': '1/1', 'on-time-contact': '1/1', 'on-time-close': '1/1', return: '0/1' });
    await hotline.as('unit', HOUSING).get(`/intake/v1/tickets/${tale.id}`, 404);
  }, 60_000);

  it('[Art. 17(1)] an extension of a consultation goes to whoever decides on it in the county and moves the original due date', async () => {
    const { resolve, extensionCap } = categories.consultation;
    const prefectureReviews = pack.prefectureReviews.includes('consultation');
    const tale = await TicketTale.dispatched(hotline, SCHOOLS, { category: 'consultation', channel: 'wechat', title: '转学手续', text: '请问外县学生转入需要哪些手续？' });
    await eventually(async () => expect((await tale.clock('resolve', 1))?.verdict).toBe('running'), SOON);
    expectDue(await tale.clock('resolve', 1), resolve);

    const path = `/sla/v1/tickets/${tale.id}/extensions`;
    const unit = hotline.as('unit', SCHOOLS);
    expect(await unit.refused(path, { workingDays: extensionCap + 1, reason: '须向州教育局核实。' }, 422)).toMatchObject({ code: 'over-the-cap' });
    // However many extensions a county allows, together they ask for no more than the cap.
    const shares = [...Array<number>(pack.extensionsPerRound - 1).fill(1), extensionCap - (pack.extensionsPerRound - 1)];
    for (const workingDays of shares) await grant(await unit.post<ExtensionView>(path, { workingDays, reason: '须向州教育局核实。' }), prefectureReviews);
    expect((await unit.refused(path, { workingDays: 1, reason: '再要一天。' }, 409)).code).toBe('already-this-round');

    await eventually(async () => expectDue(await tale.clock('resolve', 1), resolve + extensionCap), SOON);
    await tale.handle(SCHOOLS);
    const reviewers = prefectureReviews ? ['county', 'prefecture'] : ['county'];
    const reviews = shares.flatMap(() => reviewers.map((reviewer) => `extension-review 1 ${reviewer} on-time`));
    await tale.expectClocks(['county-dispatch 0 county on-time', ...handledInTime(SCHOOLS), ...reviews]);
    await expectRates(SCHOOLS, { extension: '1/1', 'on-time-close': '1/1' });
  }, 60_000);

  it('[Art. 17(return)] the county rules after as many accepted returns as its pack says, and a failed call counts from the attempt it says', async () => {
    const tale = await TicketTale.accepted(hotline);
    const ruling = { mode: 'transfer', lead: PARKS, ruling: true };
    for (let returns = 0; returns < pack.returnsBeforeRuling; returns++) {
      expect((await hotline.as('dispatcher').refused(`/routing/v1/tickets/${tale.id}/dispatch`, ruling, 422)).code).toBe('ruling-needs-more-returns');
      await tale.dispatch({ mode: 'transfer', lead: PARKS });
      await tale.stepOf(PARKS, 'return', { reason: '不在本单位职责范围。', suggestedUnit: FARMING });
      await hotline.as('dispatcher').post(`/routing/v1/tickets/${tale.id}/return/decision`, { unit: PARKS, accepted: true });
    }
    await tale.dispatch(ruling);
    await tale.sign(PARKS);
    await hotline.as('unit', PARKS).refused(`/routing/v1/tickets/${tale.id}/return`, { reason: '不在本单位职责范围。', suggestedUnit: FARMING }, 409);
    const contact = () => tale.clock('first-contact', pack.returnsBeforeRuling + 1);
    for (let attempts = 1; attempts <= pack.contactAttempts; attempts++) {
      await tale.stepOf(PARKS, 'contacts', { way: 'phone', reached: false, note: '无人接听' });
      const verdict = attempts === pack.contactAttempts ? 'on-time' : 'running';
      await eventually(async () => expect((await contact())?.verdict).toBe(verdict), SOON);
    }
  }, 60_000);

  it('[Art. 12, 17(return)] a prefecture transfer is never declined, but may be given back', async () => {
    const fields = { channel: 'prefecture', prefectureNumber: '楚州12345-2018-004417', category: 'complaint', title: '高速路口收费', text: '反映高速路口收费问题。' };
    const tale = await TicketTale.register(hotline, fields, 'prefecture');
    const decline = { ground: 'civil-dispute-or-legal-procedure', turnTo: '请向州级反映' };
    expect((await hotline.as('operator').refused(`/intake/v1/tickets/${tale.id}/decline`, decline, 409)).code).toBe('prefecture-transfer-cannot-be-declined');
    await tale.accept();

    const ask = () => hotline.as('dispatcher').post<CaseView>(`/routing/v1/tickets/${tale.id}/upstream-return`, { reason: '高速公路由州级管理，不属本县职责。' });
    const decide = (accepted: boolean) => hotline.as('prefecture').post<CaseView>(`/routing/v1/tickets/${tale.id}/upstream-return/decision`, { accepted });
    expect((await ask()).status).toBe('upstream-return-asked');
    expect((await decide(false)).status).toBe('awaiting-dispatch');
    await ask();
    expect((await decide(true)).status).toBe('returned-upstream');

    await tale.expectClocks(['county-dispatch 0 county on-time', 'county-dispatch 0 county on-time']);
    const [received] = await tale.clocks();
    expect(received?.startedAt).toBe((await tale.ticket()).receivedAt);
    await eventually(async () => expect((await tale.ticket()).status).toBe('returned-upstream'), SOON);
    await hotline.as('prefecture').get(`/intake/v1/tickets/${tale.id}`);
  }, 60_000);

  it('[Art. 4, 11, 12, 18] the county declines with where to turn, answers what it knows, and reports what is urgent', async () => {
    const declined = await TicketTale.register(hotline, { title: '合同纠纷', text: '与房东的押金纠纷，已起诉。' });
    await hotline.as('operator').post(`/intake/v1/tickets/${declined.id}/decline`, { ground: 'civil-dispute-or-legal-procedure', turnTo: '元谋县人民法院', explanation: '已进入诉讼程序。' });
    expect(await declined.ticket()).toMatchObject({ status: 'declined', decline: { ground: 'civil-dispute-or-legal-procedure', turnTo: '元谋县人民法院' } });

    const answered = await TicketTale.accepted(hotline, { category: 'consultation', title: '医保缴费时间', text: '居民医保什么时候缴费？' });
    const answer = '居民医保缴费时间为每年9月1日至12月31日。';
    await hotline.as('operator').post(`/intake/v1/tickets/${answered.id}/answer`, { answer });
    expect(await answered.ticket()).toMatchObject({ status: 'answered', answer: { answer } });
    await answered.waitFor('answered');
    await answered.expectClocks(['county-dispatch 0 county on-time']);
    expect((await hotline.as('dispatcher').refused(`/routing/v1/tickets/${answered.id}/dispatch`, { mode: 'transfer', lead: WATER }, 409)).code).toBe('already-answered');

    const urgent = await TicketTale.register(hotline, { title: '水库渗漏', text: '水库坝脚渗水明显，下游有村庄。' });
    const { escalationId } = await hotline.as('operator').post<{ escalationId: string }>(`/intake/v1/tickets/${urgent.id}/escalations`, { kind: 'urgent', recipients: ['县应急办'] });
    await urgent.expectClocks(['emergency-report 0 county running']);
    await hotline.as('dispatcher').post(`/intake/v1/tickets/${urgent.id}/escalations/${escalationId}/acknowledgement`, { by: '县政府应急办值班室' });
    const [clock] = await urgent.expectClocks(['emergency-report 0 county on-time']);
    expect(Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '')).toBe(limits.emergencyReportMinutes * 60_000);
    await declined.expectClocks([]);
    await hotline.as('dispatcher').get(`/routing/v1/tickets/${declined.id}`, 404);
  }, 60_000);

  it('[Art. 4, 14, 18, 19] what the county answered itself is asked about; put right, it is opened again, and a unit does it', () => answeredAgain(hotline, WATER), 60_000);

  it('[Art. 10, 23(6)] nobody outside of intake ever hears who the petitioners are, and intake keeps it sealed', async () => {
    const operator = hotline.as('operator');
    const ticket = { channel: 'phone', petitionerKind: 'individual', category: 'report', ...WORDS, petitioner: PETITIONER };
    const wrong: (object | string)[] = [{ ...ticket, surprise: PETITIONER.name }, JSON.stringify(ticket).slice(0, -2), { ...ticket, petitioner: { ...PETITIONER, contact: PETITIONER.contact.repeat(90) } }, { ...ticket, channel: PETITIONER.name }];
    for (const body of wrong) expect([400, 422]).toContain((await operator.send('POST', '/intake/v1/tickets', body)).status);
    await operator.get(`/intake/v1/tickets/${encodeURIComponent(PETITIONER.name)}`, 400);
    await operator.get(`/intake/v1/tickets?number=${encodeURIComponent(PETITIONER.name)}`);
    await operator.get(`/intake/v1/tickets?phone=${PETITIONER.contact}`, 400);

    expect(stack.logs().get('intake.log')).toContain('/intake/v1/tickets');
    expect(filesThatSay([...SECRETS, WORDS.title, WORDS.text], stack.logs())).toEqual([]);
    const messages = await messagesOf(stack);
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.filter((message) => [...SECRETS, WORDS.title, WORDS.text].some((secret) => message.includes(secret)))).toEqual([]);
    expect(await rowsThatSay(SECRETS, stack.databaseUrl)).toEqual([]);
    expect(await rowsThatSay([WORDS.title, WORDS.text], stack.databaseUrl)).toEqual(['intake.ticket']);
  }, 60_000);
});
