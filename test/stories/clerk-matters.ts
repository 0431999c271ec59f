import { codeOf, PETITIONER, WORDS, type ClerkMonth } from './clerk-month.ts';
import { shifted } from './county.ts';
import { TicketTale } from './ticket-tale.ts';
import type { CaseView, Items } from './views.ts';

/** Of a report the handling unit learns not who it is, but by the petitioner's consent, and only while that stands. */
export async function reportInConfidence(month: ClerkMonth): Promise<void> {
  const [operator, unit, auditor] = [month.hotline.as('operator'), month.unit('market'), month.hotline.as('auditor')];
  const tale = await month.dispatched('market', { category: 'report' });
  const path = `/intake/v1/tickets/${tale.id}`;
  const look = (status: number) => unit.post<object>(`${path}/identity-views`, { purpose: '联系举报人' }, { status });
  expect(await unit.get(path)).toMatchObject({ title: WORDS.title, petitioner: null });
  await look(403);
  const release = await operator.post<{ id: string }>(`${path}/identity-consents`, { reason: '回电时举报人同意。' }, { status: 201 });
  expect(await look(200)).toMatchObject(PETITIONER);
  await operator.post(`${path}/identity-releases/${release.id}/withdrawal`);
  await look(403);
  const looks = (await auditor.get<Items<{ allowed: boolean; unit: string }>>(`${path}/identity-views`)).items;
  expect(looks.map((each) => [each.unit, each.allowed]).sort()).toEqual([false, false, true].map((allowed) => [codeOf('market'), allowed]));
}

/** Three say the same; the county ties them together and answers all of them at once, each as a ticket of its own. */
export async function oneAnswerForAll(month: ClerkMonth): Promise<void> {
  const [operator, dispatcher] = [month.hotline.as('operator'), month.hotline.as('dispatcher')];
  const tales: TicketTale[] = [];
  for (let each = 0; each < 3; each++) tales.push(await TicketTale.accepted(month.hotline, { category: 'suggestion', ...WORDS, petitioner: PETITIONER }));
  const [primary, ...others] = tales as [TicketTale, TicketTale, TicketTale];
  for (const { id } of others) await operator.post(`/intake/v1/tickets/${id}/link`, { primaryTicketId: primary.id, link: 'duplicate' });
  const answer = '该路段井盖已列入九月补装计划。';
  const said = await dispatcher.post<{ answered: { ticketId: string }[] }>(`/intake/v1/tickets/${primary.id}/unified-answer`, { ground: 'repeated', answer });
  expect(said.answered.map(({ ticketId }) => ticketId).sort()).toEqual(tales.map(({ id }) => id).sort());
  for (const tale of tales) {
    expect(await tale.ticket()).toMatchObject({ status: 'answered', answer: { answer } });
    expect((await month.theClock(tale, 'county-dispatch')).verdict).toBe('on-time');
  }
  for (const { id } of others) await operator.post(`/intake/v1/tickets/${id}/petitioner-told`, { way: 'phone' });
  const told = await operator.get<{ links: { linked: { ticketId: string; toldAt: string | null }[] } }>(`/intake/v1/tickets/${primary.id}`);
  expect(told.links.linked.map(({ toldAt }) => toldAt)).toEqual(others.map(() => new Date(month.now).toISOString()));
}

const REVIEW_DATE = '2018-10-08';

/** Conditions are not ready: a plan, a date, and on that date the ticket comes back to the work list. */
export async function notReadyYet(month: ClerkMonth): Promise<TicketTale> {
  const water = codeOf('water');
  const tale = await month.dispatched('water');
  await tale.sign(water);
  await tale.contact(water);
  const bare = { resultCode: 'conditions-not-ready', text: '需待管网改造。' };
  const path = `/routing/v1/tickets/${tale.id}/result`;
  expect((await month.unit('water').refused(path, bare, 422)).code).toBe('plan-missing');
  expect((await month.unit('water').refused(path, { ...bare, plan: '十月完成管网改造。' }, 422)).code).toBe('review-date-missing');
  await tale.stepOf(water, 'result', { ...bare, plan: '十月完成管网改造。', reviewDate: REVIEW_DATE });
  await month.leader('water').post(`/routing/v1/tickets/${tale.id}/approval`, { sealNumber: '水务印-0926' });
  await tale.file();
  expect((await month.unit('water').get<Items<object>>('/routing/v1/tickets?reviewDue=true')).items).toEqual([]);
  return tale;
}

/** To be called on the date: what became of it is put on record. */
export async function readyNow(month: ClerkMonth, tale: TicketTale): Promise<void> {
  const waiting = async () => (await month.unit('water').get<Items<{ ticketId: string }>>('/routing/v1/tickets?reviewDue=true')).items.map(({ ticketId }) => ticketId);
  expect(month.today).toBe(REVIEW_DATE);
  expect(await waiting()).toEqual([tale.id]);
  await month.unit('water').post<CaseView>(`/routing/v1/tickets/${tale.id}/review`, { outcome: 'resolved', text: '管网改造完成，井盖已补装。' });
  expect(await waiting()).toEqual([]);
}

/** Every closed round of the month has its number, without a gap. */
export async function paperRegister(month: ClerkMonth): Promise<void> {
  const { items } = await month.hotline.as('auditor').get<Items<{ registerNo: string }>>('/routing/v1/paper-register?from=2018-09-01&to=2018-10-31&limit=200');
  const closed = (await month.events()).filter(({ type }) => type === 'hotline.ticket.closed.v1').length;
  expect(items.map(({ registerNo }) => registerNo).sort()).toEqual(Array.from({ length: closed }, (_, index) => `2018-${String(index + 1).padStart(6, '0')}`));
}

interface Draft {
  readonly id: string;
}

/** A document closes the offices on a working day to come: who publishes it sees first which clocks move, and they move by that day and no other. */
export async function officesClosed(month: ClerkMonth, ticketId: string): Promise<void> {
  const admin = month.hotline.as('admin');
  const [before] = await month.clocksOf(ticketId, 'resolve');
  const closed = month.county.nextWorkingDay(shifted(month.today, 1));
  expect(closed < (before?.dueOn ?? '')).toBe(true);
  const document = { title: '关于县级机关停电检修放假的通知', documentNo: '政办发〔2018〕88号', publishedBy: '县政府办公室', publishedAt: new Date(month.now).toISOString(), days: [{ date: closed, reason: '停电检修' }] };
  const { id } = await admin.post<Draft>('/sla/v1/calendar-drafts/closures', document);
  await admin.refused(`/sla/v1/calendar-drafts/${id}/publication`, { publisher: '县政府办公室主任' }, 409);
  const preview = JSON.stringify(await admin.post<object>(`/sla/v1/calendar-drafts/${id}/preview?limit=200`));
  expect(preview).toContain(ticketId);
  expect((await month.clocksOf(ticketId, 'resolve'))[0]).toMatchObject({ dueOn: before?.dueOn });
  await admin.post(`/sla/v1/calendar-drafts/${id}/publication`, { publisher: '县政府办公室主任' });
  const [after] = await month.clocksOf(ticketId, 'resolve');
  expect([after?.id, after?.startedAt, after?.dueOn]).toEqual([before?.id, before?.startedAt, month.county.nextWorkingDay(before?.dueOn ?? '')]);
}
