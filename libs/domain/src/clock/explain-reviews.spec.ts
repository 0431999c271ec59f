import { accepted, at, clockOf, dispatched, joint, registered, rules, transferred } from '../../spec/clock-bench.js';
import { explainClock, type TicketFact } from './index.js';

const now = at('09-21 10:00');
const before = dispatched({ at: now });
const sentenceOf = (key: string, ...facts: readonly TicketFact[]): string => explainClock(clockOf(key, now, ...facts), rules.calendar).sentence;

const returnAsked: TicketFact = { type: 'return-asked', dispatchNo: 1, unit: 'water', at: at('09-25 09:00') };
const returnAccepted: TicketFact = { type: 'return-decided', dispatchNo: 1, unit: 'water', accepted: true, at: at('09-25 15:00') };
const extensionAsked: TicketFact = { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-28 09:00') };
const forwarded: TicketFact = { type: 'extension-forwarded', extensionId: 'x1', at: at('09-30 09:00') };
const feedback: TicketFact = { type: 'feedback-given', dispatchNo: 1, at: at('09-21 11:00') };

describe('what the county, the prefecture and the paper have time for, read aloud', () => {
  it('[Art. 14, 16] the county dispatches a working day after it accepted, or after the transfer of the prefecture came', () => {
    expect(sentenceOf('county-dispatch:0:county', registered, accepted)).toBe('县级转办（第十四条、第十六条）自受理起1个工作日，2018年9月10日当日不计，应在2018年9月11日24时之前完成。');
    expect(sentenceOf('county-dispatch:0:county', { ...transferred, receivedAt: now } as TicketFact)).toBe(
      '县级转办（第十四条、第十六条）自收到州级平台转办起1个工作日，2018年9月21日当日不计，其间周末、中秋节共3天不计，应在2018年9月25日24时之前完成。',
    );
  });

  it('[Art. 14, 16] it counts anew from what gave the ticket back to it', () => {
    const words = (event: string, from: string, due: string): string => `县级转办（第十四条、第十六条）自${event}起1个工作日，${from}当日不计，应在${due}24时之前完成。`;
    expect(sentenceOf('county-dispatch:0:county:return-1', registered, accepted, before, returnAsked, returnAccepted)).toBe(words('同意退回', '2018年9月25日', '2018年9月26日'));
    expect(sentenceOf(`county-dispatch:0:county:upstream-${at('09-26 09:00')}`, transferred, { type: 'upstream-return-decided', accepted: false, at: at('09-26 09:00') })).toBe(
      words('州级不同意退单', '2018年9月26日', '2018年9月27日'),
    );
    expect(sentenceOf('county-dispatch:0:county:rework-2', registered, accepted, before, { type: 'rework-awaits-dispatch', round: 2, at: at('09-27 09:00') })).toBe(
      words('重办待派发', '2018年9月27日', '2018年9月28日'),
    );
  });

  it('[Art. 12, 14] a decline after the acceptance ends the time of the county as a dispatch does', () => {
    expect(sentenceOf('county-dispatch:0:county', registered, accepted, { type: 'declined', at: at('09-10 09:30') })).toBe(
      '县级转办（第十四条、第十六条）自受理起1个工作日，2018年9月10日当日不计，应在2018年9月11日24时之前完成。',
    );
  });

  it('[Art. 17(return)] the county decides on a return a working day after it was asked', () => {
    expect(sentenceOf('return-review:1:county:water', before, returnAsked)).toBe(
      '咨询类工单退回审核（第十七条退回条款）自单位申请退回起1个工作日，2018年9月25日当日不计，应在2018年9月26日24时之前完成。',
    );
    expect(sentenceOf('resolve:1:water', before, returnAsked, returnAccepted)).toContain('之前完成；该时限因退回已获同意而不再计算，不作超时认定。');
  });

  it('[Art. 17(1)] county and prefecture review an extension for a working day each, and the verdict waits', () => {
    expect(sentenceOf('extension-review:1:county:x1', before, extensionAsked, forwarded)).toBe(
      '咨询类工单延期审核（第十七条第（一）项）自单位申请延期起1个工作日，2018年9月28日当日不计，应在2018年9月29日24时之前完成。',
    );
    expect(sentenceOf('extension-review:1:prefecture:x1', before, extensionAsked, forwarded)).toBe(
      '咨询类工单延期审核（第十七条第（一）项）自报州级审核延期起1个工作日，2018年9月30日当日不计，其间国庆节共7天不计，应在2018年10月8日24时之前完成。',
    );
    expect(sentenceOf('resolve:1:water', before, extensionAsked)).toContain('应在2018年9月29日24时之前完成；延期申请尚在审核，审核结果作出前暂不认定是否超时。');
  });

  it('[Art. 18] the paper is there five working days after the feedback', () => {
    expect(sentenceOf('paper-filing:1:water', before, feedback)).toBe(
      '咨询类工单纸质归档（第十八条）自反馈办理结果起5个工作日，2018年9月21日当日不计，其间周末、中秋节共3天不计，应在2018年9月29日24时之前完成。',
    );
  });

  it('[Art. 15(2), 18] a unit that said nothing when its own time was over is late, and the words say by what', () => {
    const facts: readonly TicketFact[] = [joint, { ...feedback, at: at('09-28 09:00') } as TicketFact]; // the opinion was due on the 27th
    expect(sentenceOf('assist:1:town', ...facts)).toContain('24时之前完成；主办单位提交办理结果时仍未提出意见，按超时认定。');
    expect(sentenceOf('unit-sign:1:town', ...facts)).toContain('24时之前完成；主办单位提交办理结果时仍未签收，按超时认定。');
    expect(sentenceOf('unit-sign:1:water', ...facts)).toMatch(/24时之前完成。$/);
  });

  it('[Art. 15(2)] a unit that is brought in later counts from then, and never past the lead', () => {
    const added: TicketFact = { type: 'assisting-added', dispatchNo: 1, unit: 'roads', at: at('09-14 10:00') };
    const facts: readonly TicketFact[] = [dispatched({ category: 'complaint' }), added];
    expect(sentenceOf('unit-sign:1:roads', ...facts)).toBe('投诉类工单单位签收（第十四条、第十七条）自增派协办单位起1个工作日，2018年9月14日当日不计，其间周末共2天不计，应在2018年9月17日24时之前完成。');
    expect(sentenceOf('assist:1:roads', ...facts)).toBe(
      '投诉类工单协办意见（第十五条第（二）项）自增派协办单位起12个工作日（规定15个工作日，为主办单位汇总预留3个工作日），但不晚于办理反馈时限，即自派发工单起15个工作日，' +
        '2018年9月10日当日不计，其间周末、中秋节共5天不计，应在2018年9月30日24时之前完成。',
    );
  });
});
