import { eventually } from '@hotline/testing';
import type { Hotline } from './hotline.ts';
import { handledInTime, SOON, TicketTale } from './ticket-tale.ts';
import type { Items, TicketView, UnitRatesView, VisitView } from './views.ts';

/** What the county answered itself is asked about; put right, it is opened again, and a unit does it. */
export async function answeredAgain(hotline: Hotline, unit: string): Promise<void> {
  const supervisor = hotline.as('supervisor');
  const tale = await TicketTale.accepted(hotline, { category: 'consultation', title: '水费在哪里交', text: '请问水费在哪里交。' });
  await hotline.as('operator').post<TicketView>(`/intake/v1/tickets/${tale.id}/answer`, { answer: '可到水务局营业厅缴纳。' });
  const first = await eventually(() => supervisor.post<VisitView>(`/supervision/v1/tickets/${tale.id}/visits`, undefined, { status: 201 }), SOON);
  expect(first).toMatchObject({ visitId: `${tale.id}:0`, dispatchNo: 0 });
  const visit = `/supervision/v1/visits/${first.visitId}`;
  await supervisor.post(`${visit}/outcome`, { reached: true, solved: true, satisfaction: 'satisfied' });
  await expectSatisfied(hotline, '1/1');
  await supervisor.post(`${visit}/correction`, { reached: true, solved: false, satisfaction: 'dissatisfied', reason: '录入时误选' });
  await expectSatisfied(hotline, '0/1');
  await supervisor.post(`${visit}/rework`, { reason: '营业厅已迁址，群众白跑一趟' });

  expect(await tale.waitFor('awaiting-dispatch')).toMatchObject({ round: 2, dispatch: null });
  await tale.expectClocks(['county-dispatch 0 county on-time', 'county-dispatch 0 county running']);
  expect(await tale.dispatch({ mode: 'transfer', lead: unit })).toMatchObject({ status: 'dispatched', round: 2, dispatch: { dispatchNo: 1, round: 2 } });
  await eventually(async () => expect((await hotline.as('unit', unit).get<TicketView>(`/intake/v1/tickets/${tale.id}`)).status).toBe('dispatched'), SOON);
  await tale.handle(unit);
  await tale.expectClocks(['county-dispatch 0 county on-time', 'county-dispatch 0 county on-time', ...handledInTime(unit)]);
  await eventually(async () => expect((await tale.ticket()).status).toBe('closed'), SOON);
}

/** Waits for the share of content petitioners among those that the county answered itself. */
function expectSatisfied(hotline: Hotline, expected: string): Promise<void> {
  const [from, to] = [-2, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  return eventually(async () => {
    const { items } = await hotline.as('analyst').get<Items<UnitRatesView>>(`/appraisal/v1/rates?from=${from}&to=${to}&groupBy=unit&limit=200`);
    const rate = items.find((each) => each.unit === 'county')?.rates['satisfied'];
    expect(rate && `${rate.numerator}/${rate.denominator}`).toBe(expected);
  }, SOON);
}
