import { after, at, closed, contacted, feedback, entered, jointly, returnAsked, signed, transferredDown } from '../../spec/case-in-hand.js';
import { withoutWords, type CaseState, type HandlingEvent } from './index.js';

const inUnit = (unit: string, time: string) => ({ dispatchNo: 1, unit, at: at(time) });
const notReady = { ...entered, resultCode: 'conditions-not-ready', text: '【结果】', plan: '【计划】', reviewDate: '2018-12-01', explanationRecord: '【解释】' } as const;

/** A life in which everybody wrote something; what was written stands in 【】. */
const written: readonly HandlingEvent[] = [
  transferredDown,
  { type: 'UpstreamReturnAsked', reason: '【退单理由】', at: at('10T09:40:00') },
  { type: 'UpstreamReturnDecided', accepted: false, at: at('10T09:50:00') },
  { ...jointly, supervised: 'second-dissatisfaction', finding: '【认定】' },
  { type: 'CaseMarked', marks: ['key'], reason: '【标记】', at: at('10T10:30:00') },
  signed,
  { ...contacted, note: '【通话】' },
  { type: 'OpinionGiven', ...inUnit('housing', '10T15:00:00'), text: '【意见】' },
  { ...returnAsked, unit: 'town', reason: '【退回】' },
  { type: 'ReturnDecided', ...inUnit('town', '11T09:00:00'), role: 'assisting', accepted: false, reason: '【不同意】' },
  { ...returnAsked, reason: '【退回】' },
  notReady,
  { type: 'ResultSentBack', ...inUnit('water', '12T10:00:00'), reason: '【退改】' },
  { type: 'InstructionGiven', ...inUnit('water', '12T11:00:00'), leader: 'zhao', text: '【阅批】' },
  { ...notReady, at: at('12T12:00:00') },
  { ...feedback, resultCode: 'conditions-not-ready', authorisationId: 'a-1', authorisation: '元水发〔2018〕3号' },
  { ...closed, paper: { year: 2018, number: 7, pages: 12, remark: '【备注】' } },
  { type: 'ConditionsReviewed', ...inUnit('water', '14T10:00:00'), outcome: 'still-not-ready', text: '【复查】', plan: '【再计划】', reviewDate: '2019-01-10' },
  { type: 'ConditionsReviewed', ...inUnit('water', '15T10:00:00'), outcome: 'resolved', text: '【已成】', plan: null, reviewDate: null },
];
const disposed: HandlingEvent = { type: 'CaseDisposed', certificateNo: 'XH-2021-001', at: at('28T10:00:00') };

/** The same without what was written; the remark on the paper is gone altogether. */
const erased = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('"【备注】"', 'null').replaceAll(/"【[^"]*】"/g, '""')) as T;

describe('what is left of a file after its disposal', () => {
  it('[Art. 20] is everything but what people wrote; what was never written stays absent', () => {
    const before = after(written);
    expect(JSON.stringify(before)).toContain('【');
    expect(after([...written, disposed])).toStrictEqual({ ...erased(before), disposedAt: at('28T10:00:00') });
  });

  it('[Art. 20] holds no word of an earlier dispatch, and invents none for a file on which hardly anything was written', () => {
    const returned: readonly HandlingEvent[] = [transferredDown, jointly, { ...returnAsked, reason: '【退回】' }, { type: 'ReturnDecided', ...inUnit('water', '11T09:00:00'), role: 'lead', accepted: true, reason: null }, { type: 'AnswerNoted', at: at('11T10:00:00') }];
    const before = after(returned) as Exclude<CaseState, { status: 'none' }>;
    expect(before.past).toHaveLength(1);
    expect(after([...returned, disposed])).toStrictEqual({ ...erased(before), disposedAt: at('28T10:00:00') });
  });

  it('[Art. 20] is of each event on record what is no word of a person, and erasing it again changes nothing', () => {
    for (const event of [...written, disposed]) {
      expect(withoutWords(event)).toStrictEqual(erased(event));
      expect(withoutWords(withoutWords(event))).toStrictEqual(withoutWords(event));
    }
  });
});
