import { at, clockOf, dispatched, joint, rules, seen, settle, targetOf } from '../../spec/clock-bench.js';
import { explainClock, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const resolve = 'resolve:1:water';
const to = (category: 'consultation' | 'help' | 'complaint', moment: string): TicketFact => ({ type: 'category-changed', category, previous: 'consultation', at: at(moment) });
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });

describe('a change of category', () => {
  it('[Art. 13] counts anew from the original start, longer or shorter, and says why', () => {
    const facts = [dispatched(), to('complaint', '09-12 09:00')];
    const before = settle([], [dispatched()], at('09-11 09:00'));
    const after = settle(before, facts, at('09-12 09:00')).find((clock) => clock.key === resolve);
    expect(after).toMatchObject({ dueOn: '2018-09-30', startedAt: at('09-10 10:00'), category: 'complaint', article: 'Art. 17(3)', movedBy: 'category-changed' });
    expect(after && explainClock(after, rules.calendar).sentence).toBe(
      '投诉类工单办理反馈（第十七条第（三）项）自派发工单起15个工作日，本件原列为咨询类，2018年9月12日改列为投诉类，仍从原起算时间重新计算，2018年9月10日当日不计，其间周末、中秋节共5天不计，应在2018年9月30日24时之前完成。',
    );
    const back = settle(after ? [after] : [], [...facts, to('consultation', '09-13 09:00')], at('09-13 09:00')).find((clock) => clock.key === resolve);
    expect(back).toMatchObject({ dueOn: '2018-09-17', category: 'consultation', movedBy: 'category-changed', limitParts: [{ source: 'policy', workingDays: 5 }] });
  });

  it('[Art. 13] the newest counts, in whatever order they are learnt', () => {
    const [first, second] = [to('complaint', '09-11 09:00'), to('help', '09-12 09:00')];
    expect(targetOf(resolve, second, dispatched(), first)).toStrictEqual(targetOf(resolve, dispatched(), first, second));
    expect(targetOf(resolve, second, dispatched(), first)).toMatchObject({ category: 'help', article: 'Art. 17(2)' });
  });

  it('[Art. 13] a verdict that was given never changes', () => {
    const facts = [dispatched(), feedback('09-20 09:00')];
    const judged = settle([], facts, later);
    expect(judged.find((clock) => clock.key === resolve)).toMatchObject({ verdict: 'late', dueOn: '2018-09-17' });
    const after = settle(judged, [...facts, to('complaint', '09-20 10:00')], later);
    expect(after.filter((clock) => clock.kind === 'resolve')).toStrictEqual(judged.filter((clock) => clock.kind === 'resolve'));
  });

  it('[Art. 13] the explanation names the day of the newest change, though it is learnt after the answer', () => {
    const [first, between, last] = [to('complaint', '09-11 09:00'), to('help', '09-12 09:00'), to('complaint', '09-13 09:00')];
    const known = [dispatched(), first, feedback('09-20 09:00')];
    const judged = settle([], known, later);
    const lateLearnt = settle(judged, [...known, between, last], later).find((clock) => clock.key === resolve);
    const before = judged.find((clock) => clock.key === resolve);
    expect(lateLearnt).toMatchObject({ verdict: 'on-time', dueOn: '2018-09-30', dueAt: before?.dueAt, limitParts: [{ source: 'policy', workingDays: 15, recategorised: { from: 'consultation', at: at('09-13 09:00') } }] });
    expect(lateLearnt && explainClock(lateLearnt, rules.calendar).sentence).toContain('本件原列为咨询类，2018年9月13日改列为投诉类');
  });

  it('[Art. 13, 15(2)] moves the opinions with the answer, and leaves the limits that depend on no category', () => {
    const facts = [{ ...joint, category: 'consultation' as const }, to('help', '09-11 09:00')];
    expect(seen(clockOf('assist:1:town', later, ...facts))).toMatchObject({ dueOn: '2018-09-27' });
    expect(seen(clockOf('unit-sign:1:town', later, ...facts))).toMatchObject({ dueOn: '2018-09-11' });
  });

  it('[Art. 13] a granted extension is added to the new base, and a supervision order follows it', () => {
    const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-11 09:00') };
    const granted: TicketFact = { type: 'extension-decided', extensionId: 'x1', by: 'prefecture', granted: true, workingDays: 3, at: at('09-11 10:00') };
    const order: TicketFact = { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: null, at: at('09-11 11:00') };
    const facts = [dispatched(), asked, granted, order, to('help', '09-12 09:00')];
    expect(targetOf(resolve, ...facts).limit).toMatchObject({ workingDays: 18 });
    expect(targetOf('supervision:1:water:1', ...facts).limit).toMatchObject({ workingDays: 18 });
  });

  it('[Art. 13] reaches the dispatch that is running, and none that ended', () => {
    const returned: TicketFact[] = [
      { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-11 09:00') },
      { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-11 10:00') },
    ];
    const facts = [dispatched(), ...returned, dispatched({ dispatchNo: 2, lead: 'town', at: at('09-11 15:00') }), to('help', '09-12 09:00')];
    expect(clockOf(resolve, later, ...facts)).toMatchObject({ verdict: 'void', category: 'consultation' });
    expect(clockOf('resolve:2:town', later, ...facts)).toMatchObject({ category: 'help', startedAt: at('09-11 15:00') });
  });
});
