import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import { StoryStack } from '../setup/story-stack.ts';
import { counties } from './county.ts';
import { recordUnit } from './directory.ts';
import { Hotline } from './hotline.ts';
import { handledInTime, SOON, TicketTale } from './ticket-tale.ts';
import type { Items, TicketView, UnitRatesView, VisitView } from './views.ts';

const WATER = 'YM-SWJ';

let stack: StoryStack;
let hotline: Hotline;

beforeAll(async () => {
  stack = await StoryStack.start(counties[0]?.environment);
  hotline = new Hotline(stack.url, stack.issuer);
  await recordUnit(hotline, WATER, '元谋县水务局');
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

/** Numerator and denominator of the share of content petitioners. */
async function satisfied(unit: string): Promise<string | undefined> {
  const [from, to] = [-2, 2].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const { items } = await hotline.as('analyst').get<Items<UnitRatesView>>(`/appraisal/v1/rates?from=${from}&to=${to}&groupBy=unit&limit=200`);
  const rate = items.find((each) => each.unit === unit)?.rates['satisfied'];
  return rate && `${rate.numerator}/${rate.denominator}`;
}

it('[Art. 4, 14, 18, 19] what the county answered itself is asked about; put right, it is opened again, and a unit does it', async () => {
  const supervisor = hotline.as('supervisor');
  const tale = await TicketTale.accepted(hotline, { category: 'consultation', title: '水费在哪里交', text: '请问水费在哪里交。' });
  await hotline.as('operator').post<TicketView>(`/intake/v1/tickets/${tale.id}/answer`, { answer: '可到水务局营业厅缴纳。' });
  const first = await eventually(() => supervisor.post<VisitView>(`/supervision/v1/tickets/${tale.id}/visits`, undefined, { status: 201 }), SOON);
  expect(first).toMatchObject({ visitId: `${tale.id}:0`, dispatchNo: 0 });
  const visit = `/supervision/v1/visits/${first.visitId}`;
  await supervisor.post(`${visit}/outcome`, { reached: true, solved: true, satisfaction: 'satisfied' });
  await eventually(async () => expect(await satisfied('county')).toBe('1/1'), SOON);
  await supervisor.post(`${visit}/correction`, { reached: true, solved: false, satisfaction: 'dissatisfied', reason: '录入时误选' });
  await eventually(async () => expect(await satisfied('county')).toBe('0/1'), SOON);
  await supervisor.post(`${visit}/rework`, { reason: '营业厅已迁址，群众白跑一趟' });

  expect(await tale.waitFor('awaiting-dispatch')).toMatchObject({ round: 2, dispatch: null });
  await tale.expectClocks(['county-dispatch 0 county on-time', 'county-dispatch 0 county running']);
  expect(await tale.dispatch({ mode: 'transfer', lead: WATER })).toMatchObject({ status: 'dispatched', round: 2, dispatch: { dispatchNo: 1, round: 2 } });
  await eventually(async () => expect((await hotline.as('unit', WATER).get<TicketView>(`/intake/v1/tickets/${tale.id}`)).status).toBe('dispatched'), SOON);
  await tale.handle(WATER);
  await tale.expectClocks(['county-dispatch 0 county on-time', 'county-dispatch 0 county on-time', ...handledInTime(WATER)]);
  await eventually(async () => expect((await tale.ticket()).status).toBe('closed'), SOON);
}, 90_000);
