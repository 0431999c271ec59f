import { codeOf, type ClerkMonth } from './clerk-month.ts';
import { TicketTale } from './ticket-tale.ts';
import type { CaseView, ClockView, ExtensionView } from './views.ts';

const DONE = { resultCode: 'resolved', text: '已补装井盖，恢复通行。' };

/** An extension asked on the last day: the verdict waits while one or two reviewers decide, and the days count from the original due date. */
export async function extension(month: ClerkMonth): Promise<void> {
  const { pack, county } = month;
  const { resolve, extensionCap } = pack.categories.consultation;
  const twoReviewers = pack.prefectureReviews.includes('consultation');
  const tale = await month.dispatched('health', { category: 'consultation' });
  await tale.sign(codeOf('health'));
  await tale.contact(codeOf('health'));
  const clock = await month.theClock(tale, 'resolve');
  month.expectDue(clock, resolve);
  await month.moveTo(`${clock.dueOn} 16:00`);
  const asked = await month.unit('health').post<ExtensionView>(`/sla/v1/tickets/${tale.id}/extensions`, { workingDays: extensionCap, reason: '须向州卫生健康委核实。' });
  await month.moveTo(`${county.nextWorkingDay(month.today)} 09:00`);
  expect(await month.theClock(tale, 'resolve')).toMatchObject({ verdict: 'running', verdictWaits: true, dueOn: clock.dueOn });

  await decideExtension(month, asked, twoReviewers);
  const longer = await month.theClock(tale, 'resolve');
  expect(longer).toMatchObject({ startedAt: clock.startedAt, ...county.due(`${clock.dueOn}T12:00:00+08:00`, extensionCap) });
  await tale.answer(codeOf('health'));
  await tale.file();
  expect(await month.theClock(tale, 'resolve')).toMatchObject({ verdict: 'on-time', dueOn: longer.dueOn });
  const reviews = await month.clocks(tale, 'extension-review');
  expect(reviews.map(({ unit, verdict }) => `${unit} ${verdict}`)).toEqual(twoReviewers ? ['county on-time', 'prefecture on-time'] : ['county on-time']);
  const limits = [pack.limits.extensionReviewCounty, pack.limits.extensionReviewPrefecture];
  reviews.forEach((review, index) => month.expectDue(review, limits[index] as number));
}

/** The county alone, or the county and on the next working day the prefecture. */
async function decideExtension(month: ClerkMonth, { id }: ExtensionView, twoReviewers: boolean): Promise<void> {
  const [dispatcher, prefecture] = [month.hotline.as('dispatcher'), month.hotline.as('prefecture')];
  const path = `/sla/v1/extensions/${id}`;
  if (!twoReviewers) {
    expect((await dispatcher.refused(`${path}/forward`, undefined, 409)).code).toBe('prefecture-review-not-needed');
    return void (await dispatcher.post(`${path}/grant`));
  }
  expect((await dispatcher.refused(`${path}/grant`, undefined, 409)).code).toBe('prefecture-must-decide');
  await dispatcher.post(`${path}/forward`);
  await month.moveTo(`${month.county.nextWorkingDay(month.today)} 09:00`);
  expect(await prefecture.post(`${path}/grant`)).toMatchObject({ status: 'granted', decidedBy: 'prefecture' });
}

/** Two units assist, one of them from the second day on; one speaks, the other is named in the result as silent. */
export async function jointWithSilentUnit(month: ClerkMonth): Promise<void> {
  const { categories, limits } = month.pack;
  const [roads, town, housing] = [codeOf('roads'), codeOf('town'), codeOf('housing')];
  const tale = await month.dispatched('roads', { category: 'complaint' }, { mode: 'joint', assisting: [town] });
  await month.moveTo('2018-09-21 09:00');
  await month.hotline.as('dispatcher').post(`/routing/v1/tickets/${tale.id}/assisting`, { unit: housing });
  const assist = async (unit: string): Promise<ClockView> => (await month.clocks(tale, 'assist')).find((clock) => clock.unit === unit) as ClockView;
  for (const unit of [town, housing]) month.expectDue(await assist(unit), categories.complaint.resolve - limits.assistBeforeResolve);
  expect((await assist(housing)).startedAt).toBe(new Date(month.now).toISOString());

  for (const unit of [roads, town, housing]) await tale.sign(unit);
  await tale.contact(roads);
  await tale.stepOf(town, 'opinion', { text: '该路段由我镇管护，同意主办单位方案。' });
  await month.moveTo('2018-09-25 09:00');
  const enter = (missingOpinions?: string[]) => month.unit('roads').refused(`/routing/v1/tickets/${tale.id}/result`, { ...DONE, missingOpinions }, 422);
  expect((await enter()).code).toBe('opinions-missing');
  expect((await enter([town, housing])).code).toBe('opinion-not-missing');
  const entered = await tale.stepOf(roads, 'result', { ...DONE, missingOpinions: [housing] });
  expect(entered.dispatch).toMatchObject({ mode: 'joint', result: { missingOpinions: [housing] } });
  await month.leader('roads').post(`/routing/v1/tickets/${tale.id}/approval`, { sealNumber: '交运印-0925' });
  expect((await tale.file()).status).toBe('closed');
  expect((await month.theClock(tale, 'resolve')).verdict).toBe('on-time');
  expect((await assist(town)).verdict).toBe('on-time');
  expect((await assist(housing)).verdict).not.toMatch(/running|on-time/);
}

/** Signed, contacted, result entered: all but the leader's word. */
async function upToTheLeader(month: ClerkMonth): Promise<TicketTale> {
  const tale = await month.dispatched('schools');
  const unit = codeOf('schools');
  await tale.sign(unit);
  await tale.contact(unit);
  await tale.stepOf(unit, 'result', DONE);
  return tale;
}

/** A key ticket gets no feedback before the principal leader has written what is to be done. */
export async function instructionGate(month: ClerkMonth): Promise<void> {
  const leader = month.leader('schools');
  const tale = await upToTheLeader(month);
  const path = `/routing/v1/tickets/${tale.id}`;
  await month.hotline.as('supervisor').post(`${path}/marks`, { marks: ['key'] });
  const seal = { sealNumber: '教体印-0925-1' };
  expect((await leader.refused(`${path}/approval`, seal, 409)).code).toBe('instruction-missing');
  await month.unit('schools').refused(`${path}/instruction`, { text: '请立即办理。' }, 403);
  await leader.post(`${path}/instruction`, { text: '请分管领导到现场，三日内办结并回复群众。' });
  expect((await leader.post<CaseView>(`${path}/approval`, seal)).status).toBe('feedback-given');
  expect((await tale.file()).status).toBe('closed');
}

/** A deputy approves only by an authorisation that is on record and holds on the day; and writes no instruction even then. */
export async function deputyApproves(month: ClerkMonth): Promise<void> {
  const [leader, deputy] = [month.leader('schools'), month.hotline.asDeputy(codeOf('schools'))];
  const tale = await upToTheLeader(month);
  const path = `/routing/v1/tickets/${tale.id}`;
  const sealNumber = '教体印-0926-1';
  const grant = { deputy: `deputy-${codeOf('schools')}`, documentNumber: '元教体发〔2018〕31号', from: '2018-09-26', to: '2018-09-30' };
  const authorisation = await leader.post<{ id: string }>('/routing/v1/authorisations', grant, { status: 201 });
  const named = { sealNumber, deputy: { authorisationId: authorisation.id } };
  expect((await deputy.refused(`${path}/approval`, { sealNumber }, 422)).code).toBe('approver-is-a-deputy');
  expect((await deputy.refused(`${path}/approval`, named, 422)).code).toBe('authorisation-not-valid');
  await month.moveTo('2018-09-26 09:00');
  await deputy.refused(`${path}/approval`, { sealNumber, deputy: { authorisationId: tale.id } }, 422);
  await deputy.refused(`${path}/instruction`, { text: '请立即办理。' }, 403);
  const approved = await deputy.post<CaseView>(`${path}/approval`, named);
  expect(approved).toMatchObject({ status: 'feedback-given', dispatch: { approval: { approver: grant.deputy, sealNumber } } });
  await tale.file();
  const seals = await month.hotline.as('auditor').get<{ items: object[] }>(`/routing/v1/seals?unit=${codeOf('schools')}&from=2018-09-26&to=2018-09-26`);
  expect(seals.items).toMatchObject([{ sealNumber, approver: grant.deputy, authorisation: grant.documentNumber }]);
}

/** A limit of law takes the place of base and cap, counted from the dispatch, and is not extended. */
export async function statutoryLimit(month: ClerkMonth): Promise<string> {
  const tale = await month.dispatched('market', { category: 'report' });
  const before = await month.theClock(tale, 'resolve');
  month.expectDue(before, month.pack.categories.report.resolve);
  const law = { legalBasis: '《中华人民共和国食品安全法》第一百一十五条及其实施条例', amount: 45, unit: 'working-days', approver: '县市场监管局局长' };
  await month.hotline.as('dispatcher').post(`/sla/v1/tickets/${tale.id}/statutory-limits`, law, { status: 201 });
  const after = await month.theClock(tale, 'resolve');
  expect([after.id, after.startedAt]).toEqual([before.id, before.startedAt]);
  month.expectDue(after, law.amount);
  expect(after.explanation.sentence).toContain(law.legalBasis);
  const asked = await month.unit('market').refused(`/sla/v1/tickets/${tale.id}/extensions`, { workingDays: 1, reason: '须送检。' }, 409);
  expect(asked.code).toBe('statutory-limit-has-no-extension');
  const consultation = await month.dispatched('market', { category: 'consultation' });
  expect((await month.hotline.as('dispatcher').refused(`/sla/v1/tickets/${consultation.id}/statutory-limits`, law, 422)).code).toBe('statutory-limit-only-for-complaint-and-report');
  return tale.id;
}

/** Not ours, said within the window, costs nothing; after as many as the pack says the county rules, and a ruling is not returned. */
export async function returnsAndRuling(month: ClerkMonth): Promise<void> {
  const dispatcher = month.hotline.as('dispatcher');
  const lands = codeOf('lands');
  const tale = await TicketTale.accepted(month.hotline);
  const ruling = { mode: 'transfer', lead: lands, ruling: true };
  const notOurs = { reason: '该地块由农业农村局管护。', suggestedUnit: codeOf('farming') };
  for (let returns = 0; returns < month.pack.returnsBeforeRuling; returns++) {
    expect((await dispatcher.refused(`/routing/v1/tickets/${tale.id}/dispatch`, ruling, 422)).code).toBe('ruling-needs-more-returns');
    await tale.dispatch({ mode: 'transfer', lead: lands });
    await tale.stepOf(lands, 'return', notOurs);
    await dispatcher.post(`/routing/v1/tickets/${tale.id}/return/decision`, { unit: lands, accepted: true });
  }
  await tale.dispatch(ruling);
  expect((await month.unit('lands').refused(`/routing/v1/tickets/${tale.id}/return`, notOurs, 409)).code).toBe('ruling-cannot-be-returned');
  await month.handled(tale, 'lands');
  expect((await month.clocks(tale, 'resolve')).map(({ verdict }) => verdict)).toEqual([...Array<string>(month.pack.returnsBeforeRuling).fill('void'), 'on-time']);
}

/** The window closes at the end of its last day, to the minute. */
export async function returnWindow(month: ClerkMonth): Promise<void> {
  const lands = codeOf('lands');
  const notOurs = { reason: '该地块由农业农村局管护。', suggestedUnit: codeOf('farming') };
  const [inTime, tooLate] = [await month.dispatched('lands'), await month.dispatched('lands')];
  const clock = await month.theClock(tooLate, 'return-window');
  month.expectDue(clock, month.pack.limits.returnWindow);
  await month.moveTo(`${clock.dueOn} 23:59`);
  await inTime.stepOf(lands, 'return', notOurs);
  await month.moveBy(1);
  expect((await month.unit('lands').refused(`/routing/v1/tickets/${tooLate.id}/return`, notOurs, 409)).code).toBe('outside-return-window');
  await month.hotline.as('dispatcher').post(`/routing/v1/tickets/${inTime.id}/return/decision`, { unit: lands, accepted: true });
  await inTime.dispatch({ mode: 'transfer', lead: codeOf('farming') });
  await month.handled(inTime, 'farming');
}
