import { at, clockOf, dispatched, joint, rules } from '../../spec/clock-bench.js';
import { autumn2018, holidayCalendar } from '../../spec/holiday-calendar.js';
import { explainClock, type TicketFact } from './index.js';

const now = at('09-21 10:00');
const before = dispatched({ at: at('09-21 10:00') });

describe('the explanation of a clock', () => {
  it('[Art. 17(1)] names rule, article, start, the days counted and skipped, calendar and policy', () => {
    const clock = clockOf('resolve:1:water', now, before);
    expect(explainClock(clock, rules.calendar)).toStrictEqual({
      rule: '咨询类工单办理反馈',
      article: 'Art. 17(1)',
      startEvent: '派发工单',
      startedAt: now,
      limit: '5个工作日',
      limitParts: [{ source: 'policy', workingDays: 5 }],
      dueOn: '2018-09-29',
      dueAt: at('09-30 00:00'),
      provisional: false,
      counted: [
        { date: '2018-09-25', role: 'counted', ordinal: 1, layer: 'weekday', reason: '工作日' },
        { date: '2018-09-26', role: 'counted', ordinal: 2, layer: 'weekday', reason: '工作日' },
        { date: '2018-09-27', role: 'counted', ordinal: 3, layer: 'weekday', reason: '工作日' },
        { date: '2018-09-28', role: 'counted', ordinal: 4, layer: 'weekday', reason: '工作日' },
        { date: '2018-09-29', role: 'counted', ordinal: 5, layer: 'national', reason: '调休上班' },
      ],
      skipped: [
        { date: '2018-09-22', role: 'skipped', layer: 'weekday', reason: '周末' },
        { date: '2018-09-23', role: 'skipped', layer: 'weekday', reason: '周末' },
        { date: '2018-09-24', role: 'skipped', layer: 'national', reason: '中秋节' },
      ],
      calendar: 'autumn-2018v1',
      policy: 'trial@1',
      sentence:
        '咨询类工单办理反馈（第十七条第（一）项）自派发工单起5个工作日，2018年9月21日当日不计，其间周末、中秋节共3天不计，应在2018年9月29日24时之前完成。',
    });
  });

  it('[Art. 17(1)] tells the parts of an extended limit', () => {
    const asked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-26 09:00') };
    const granted: TicketFact = { type: 'extension-decided', extensionId: 'x1', by: 'prefecture', granted: true, workingDays: 3, at: at('09-26 10:00') };
    const { limit, sentence } = explainClock(clockOf('resolve:1:water', now, before, asked, granted), rules.calendar);
    expect(limit).toBe('8个工作日（规定5个工作日，同意延期3个工作日）');
    expect(sentence).toContain('其间周末、中秋节、国庆节共10天不计，应在2018年10月9日24时之前完成。');
  });

  it.each<[string, string]>([
    ['unit-sign:1:water', '（第十四条、第十七条）自派发工单起1个工作日'],
    ['return-window:1:water', '（第十七条退回条款）自派发工单起1个工作日'],
    ['assist:1:town', '（第十五条第（二）项）自派发工单起12个工作日（规定15个工作日，为主办单位汇总预留3个工作日）'],
  ])('[Art. 14, 15, 17] reads out the article of %s', (key, words) => {
    expect(explainClock(clockOf(key, at('09-10 10:00'), joint), rules.calendar).sentence).toContain(words);
  });

  it('[Art. 4] speaks of minutes where minutes are meant', () => {
    const clock = clockOf('emergency-report:0:county:e1', now, { type: 'escalated', escalationId: 'e1', at: at('10-01 23:50') });
    expect(explainClock(clock, rules.calendar)).toMatchObject({
      counted: [],
      skipped: [],
      sentence: '紧急报告（第四条）自上报紧急事项起30分钟，不分昼夜和节假日，2018年10月1日23时50分开始，应在2018年10月2日0时20分之前完成。',
    });
  });

  it('[Art. 17] says when the year is not published, and when a deadline stands against a newer calendar', () => {
    const late = dispatched({ category: 'help', at: at('12-20 10:00') });
    expect(explainClock(clockOf('resolve:1:water', now, late), rules.calendar).sentence).toContain('所涉年度的节假日安排尚未公布，截止日期为暂定');
    const revised = holidayCalendar({ ...autumn2018, off: {} });
    expect(explainClock(clockOf('resolve:1:water', now, before), revised).sentence).toContain('按现行日历为2018年9月28日，已告知的截止日期不变');
  });

  it('[Art. 15(3)] says when supervision is bound by the resolve clock', () => {
    const order: TicketFact = { type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: 20, at: at('09-25 09:00') };
    const { sentence, counted } = explainClock(clockOf('supervision:1:water:1', now, before, order), rules.calendar);
    expect(sentence).toBe(
      '咨询类工单督办（第十五条第（三）项）自下达督办起20个工作日，但不晚于办理反馈时限，即自派发工单起5个工作日，2018年9月21日当日不计，其间周末、中秋节共3天不计，应在2018年9月29日24时之前完成。',
    );
    expect(counted).toHaveLength(5);
  });

  it('[Art. 15(3)] counts an order without a term of its own from the dispatch, and one with it from the order', () => {
    const order = (workingDays: number | null): TicketFact => ({ type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays, at: at('09-25 09:00') });
    const sentenceOf = (workingDays: number | null): string => explainClock(clockOf('supervision:1:water:1', now, before, order(workingDays)), rules.calendar).sentence;
    expect(sentenceOf(null)).toContain('自下达督办起，与办理反馈时限相同，即自派发工单起5个工作日，2018年9月21日当日不计，');
    expect(sentenceOf(2)).toContain('自下达督办起2个工作日，2018年9月25日当日不计，应在2018年9月27日24时之前完成。');
  });

  it('[Art. 17(return)] speaks of asking where asking is meant, and of days given back where reviewers were slow', () => {
    expect(explainClock(clockOf('return-window:1:water', now, before), rules.calendar).sentence).toContain('24时之前提出。');
    const asked: TicketFact = { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-25 09:00') };
    const refused: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: false, at: at('09-27 09:00') };
    expect(explainClock(clockOf('resolve:1:water', now, before, asked, refused), rules.calendar).limit).toBe('6个工作日（规定5个工作日，补回退回审核超期1个工作日）');
  });

  it('[Art. 17] says why a file that was closed in time counts as late where nobody was contacted', () => {
    const closed: TicketFact[] = [{ type: 'feedback-given', dispatchNo: 1, at: at('09-21 11:00') }, { type: 'closed', dispatchNo: 1, at: at('09-21 12:00') }];
    const { sentence } = explainClock(clockOf('first-contact:1:water', now, before, ...closed), rules.calendar);
    expect(sentence).toContain('应在2018年9月26日24时之前完成；办结时仍无记录，按超时认定。'); // the 25th and the 26th, after Mid-Autumn
  });
});
