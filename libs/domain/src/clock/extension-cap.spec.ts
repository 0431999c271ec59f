import type { Category } from '../shared/index.js';
import { at, clockOf, dispatched, joint, rules, settle, targetOf } from '../../spec/clock-bench.js';
import { explainClock, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const resolve = 'resolve:1:water';
const to = (category: Category, moment: string): TicketFact => ({ type: 'category-changed', category, previous: 'complaint', at: at(moment) });
const asked = (extensionId: string, workingDays: number, moment = '09-12 09:00'): TicketFact => ({ type: 'extension-asked', extensionId, dispatchNo: 1, unit: 'water', workingDays, at: at(moment) });
const granted = (extensionId: string, workingDays: number, moment = '09-13 09:00'): TicketFact => ({ type: 'extension-decided', extensionId, by: 'county', granted: true, workingDays, at: at(moment) });
const complaint = dispatched({ category: 'complaint' });

describe('days granted before the category changed', () => {
  const facts = [complaint, asked('x1', 10), granted('x1', 10)];

  it('[Art. 13, 17(1)] count up to the cap of the category in force, and are said to', () => {
    expect(targetOf(resolve, ...facts).limit).toMatchObject({ workingDays: 25 });
    const clock = clockOf(resolve, at('09-14 10:00'), ...facts, to('consultation', '09-14 09:00'));
    expect(clock).toMatchObject({ dueOn: '2018-09-20', limit: { workingDays: 8 }, limitParts: [{ source: 'policy', workingDays: 5 }, { source: 'extension', workingDays: 3, granted: 10, ref: 'x1' }] });
    expect(explainClock(clock, rules.calendar).limit).toBe('8个工作日（规定5个工作日，同意延期10个工作日、按现类别上限计3个工作日）');
  });

  it('[Art. 13] count whole again when the category is changed back', () => {
    const there = settle([], [...facts, to('consultation', '09-14 09:00')], at('09-14 10:00'));
    const back = settle(there, [...facts, to('consultation', '09-14 09:00'), to('complaint', '09-14 11:00')], at('09-14 12:00'));
    expect(back.find(({ key }) => key === resolve)).toMatchObject({ limit: { workingDays: 25 }, limitParts: [{ source: 'policy' }, { source: 'extension', workingDays: 10 }] });
    expect(back.find(({ key }) => key === resolve)?.limitParts[1]).not.toHaveProperty('granted');
  });

  it('[Art. 17(2)] of several extensions together no more than the cap, the earliest first', () => {
    const twice = [complaint, asked('x1', 3), granted('x1', 3), asked('x2', 4, '09-13 10:00'), granted('x2', 4, '09-14 09:00')];
    expect(targetOf(resolve, ...twice).limit).toMatchObject({ workingDays: 22 });
    expect(targetOf(resolve, ...twice, to('help', '09-17 09:00')).limitParts.slice(1)).toMatchObject([{ ref: 'x1', workingDays: 3 }, { ref: 'x2', workingDays: 2, granted: 4 }]);
    expect(targetOf(resolve, ...twice, to('consultation', '09-17 09:00')).limitParts.slice(1)).toMatchObject([{ ref: 'x1', workingDays: 3 }, { ref: 'x2', workingDays: 0, granted: 4 }]);
  });

  it('[Art. 13, 15] move the opinions and an order with the answer', () => {
    const order: TicketFact = { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: null, at: at('09-13 11:00') };
    const all = [joint, ...facts.slice(1), order, to('consultation', '09-14 09:00')];
    expect(targetOf('assist:1:town', ...all).limit).toMatchObject({ workingDays: 5 });
    expect(targetOf('supervision:1:water:1', ...all)).toMatchObject({ limit: { workingDays: 8 }, limitParts: [{ source: 'policy' }, { workingDays: 3, granted: 10 }] });
  });

  it('[Art. 13] stay as they are where the verdict was given before the change', () => {
    const judged = settle([], [...facts, { type: 'feedback-given', dispatchNo: 1, at: at('10-15 09:00') }], later);
    const after = settle(judged, [...facts, { type: 'feedback-given', dispatchNo: 1, at: at('10-15 09:00') }, to('consultation', '10-16 09:00')], later);
    expect(after.find(({ key }) => key === resolve)).toMatchObject({ verdict: 'on-time', limit: { workingDays: 25 } });
  });
});

it.each<[Category, string]>([
  ['consultation', 'Art. 17(1)'],
  ['help', 'Art. 17(2)'],
  ['suggestion', 'Art. 17(2)'],
  ['complaint', 'Art. 17(3)'],
  ['report', 'Art. 17(3)'],
])('[Art. 17] the review of an extension of a %s cites the item of its category: %s', (category, article) => {
  const forwarded: TicketFact = { type: 'extension-forwarded', extensionId: 'x1', at: at('09-12 15:00') };
  for (const reviewer of ['county', 'prefecture']) expect(targetOf(`extension-review:1:${reviewer}:x1`, dispatched({ category }), asked('x1', 3), forwarded).article).toBe(article);
});
