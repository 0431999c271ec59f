import { instantOf } from '@hotline/domain/shared';
import { deployedYears } from '../spec/deployed-years.js';
import { compileCalendar } from './compile-calendar.js';
import { explainSentence, type SentenceWords } from './explain-sentence.js';

const calendar = compileCalendar(deployedYears());

function explain(date: string, workingDays: number): ReturnType<typeof calendar.explain> {
  return calendar.explain(instantOf(`${date}T10:00:00+08:00`), workingDays);
}

function sentence(date: string, workingDays: number, words?: SentenceWords): string {
  return explainSentence(explain(date, workingDays), calendar.deadline(instantOf(`${date}T10:00:00+08:00`), workingDays), words);
}

describe('explaining a deadline', () => {
  it('[reading 2.7] lists day zero, the days counted and the days skipped, with layer and reason', () => {
    expect(explain('2018-09-28', 3)).toEqual([
      { date: '2018-09-28', role: 'day-zero', layer: 'weekday', reason: '工作日' },
      { date: '2018-09-29', role: 'counted', ordinal: 1, layer: 'national', reason: '国庆节调休上班' },
      { date: '2018-09-30', role: 'counted', ordinal: 2, layer: 'national', reason: '国庆节调休上班' },
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ date: `2018-10-${day}`, role: 'skipped', layer: 'national', reason: '国庆节' })),
      { date: '2018-10-08', role: 'counted', ordinal: 3, layer: 'weekday', reason: '工作日' },
    ]);
  });

  it('[reading 2.7] names the prefecture’s days off and the plain weekend', () => {
    const skipped = explain('2018-08-03', 1).filter((day) => day.role === 'skipped');
    expect(skipped.map((day) => `${day.date} ${day.layer} ${day.reason}`)).toEqual([
      '2018-08-04 weekday 周末',
      '2018-08-05 weekday 周末',
      '2018-08-06 prefecture 火把节',
      '2018-08-07 prefecture 火把节',
      '2018-08-08 prefecture 火把节',
    ]);
  });

  it('[reading 2.7] ends where the deadline ends, also when nothing is counted', () => {
    expect(explain('2018-10-03', 0).map((day) => day.role)).toEqual(['day-zero', 'skipped', 'skipped', 'skipped', 'skipped', 'counted']);
    expect(explain('2018-09-29', 0)).toHaveLength(1);
  });
});

describe('the sentence', () => {
  it.each([
    ['2018-09-21', 5, '2018年9月21日收到，当日不计；自9月22日起算，第5个工作日为9月29日（9月22日至23日为周末，9月24日为中秋节，不计在内；9月29日为国庆节调休上班，计为工作日），应于2018年9月29日24时前办结。'],
    ['2018-09-17', 3, '2018年9月17日收到，当日不计；自9月18日起算，第3个工作日为9月20日，应于2018年9月20日24时前办结。'],
    ['2018-08-03', 1, '2018年8月3日收到，当日不计；自8月4日起算，第1个工作日为8月9日（8月4日至5日为周末，8月6日至8日按州级通知为火把节，不计在内），应于2018年8月9日24时前办结。'],
    ['2018-12-28', 2, '2018年12月28日收到，当日不计；自12月29日起算，第2个工作日为2019年1月2日（12月30日至2019年1月1日为元旦，不计在内；12月29日为元旦调休上班，计为工作日），应于2019年1月2日24时前办结。'],
    ['2018-07-02', 11, '2018年7月2日收到，当日不计；自7月3日起算，第11个工作日为7月17日（7月7日至8日、7月14日至15日为周末，不计在内），应于2018年7月17日24时前办结。'],
    ['2026-12-30', 2, '2026年12月30日收到，当日不计；自12月31日起算，第2个工作日为2027年1月1日，应于2027年1月1日24时前办结；因相关年度的放假安排尚未公布，该期限为暂定。'],
    ['2018-09-29', 0, '2018年9月29日收到，应于2018年9月29日24时前办结。'],
  ])('[reading 2.7] %s plus %i reads as one plain sentence', (date, workingDays, expected) => {
    expect(sentence(date, workingDays)).toBe(expected);
  });

  it('[Art. 17] takes the words of the clock it explains', () => {
    expect(sentence('2018-09-17', 1, { started: '派单', finished: '签收' })).toBe(
      '2018年9月17日派单，当日不计；自9月18日起算，第1个工作日为9月18日，应于2018年9月18日24时前签收。',
    );
  });

  it('refuses an explanation without days', () => {
    expect(() => explainSentence([], calendar.deadline(0, 1))).toThrow(RangeError);
  });
});
