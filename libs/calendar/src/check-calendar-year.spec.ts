import chineseDays from 'chinese-days';
import { deployedYear, deployedYears } from '../spec/deployed-years.js';
import { dayAfter } from '../spec/day-by-day.js';
import type { CalendarYear } from './calendar-year.record.js';
import { CALENDAR_PROBLEMS, checkCalendarYear } from './check-calendar-year.js';
import { compileCalendar } from './compile-calendar.js';

const sound: CalendarYear = {
  layer: 'national', year: 2018, version: 1, source: '国办发明电〔2017〕12号', publishedBy: '国务院办公厅', publishedAt: '2017-11-30T00:00:00+08:00',
  daysOff: [{ date: '2018-10-01', reason: '国庆节' }, { date: '2018-10-07', reason: '国庆节' }, { date: '2017-12-30', reason: '元旦' }],
  daysWorked: [{ date: '2018-09-29', reason: '国庆节调休上班' }],
};

describe('checking a calendar year before it is published', () => {
  it('[reading 2.4] finds nothing in a sound record, weekend days of a holiday and the year beside it included', () => {
    expect(checkCalendarYear(sound)).toEqual([]);
  });

  it.each<[string, Partial<CalendarYear>, object]>([
    ['unknown-layer', { layer: 'village' as 'county' }, { field: 'layer', values: { found: 'village' } }],
    ['bad-year', { layer: 'county', year: 2018.5, daysOff: [], daysWorked: [] }, { field: 'year', values: { found: 2018.5 } }],
    ['bad-version', { version: 0 }, { field: 'version', values: { found: 0 } }],
    ['missing-source', { source: ' ' }, { field: 'source' }],
    ['missing-publisher', { publishedBy: '' }, { field: 'publishedBy' }],
    ['bad-published-at', { publishedAt: '2017-11-30 00:00' }, { field: 'publishedAt', values: { found: '2017-11-30 00:00' } }],
    ['bad-date', { daysOff: [{ date: '2018-02-30', reason: '春节' }] }, { field: 'daysOff[0].date', values: { found: '2018-02-30' } }],
    ['bad-date', { daysWorked: [{ date: '2018/9/29', reason: '上班' }] }, { field: 'daysWorked[0].date', values: { found: '2018/9/29' } }],
    ['foreign-year', { layer: 'county', daysOff: [{ date: '2020-01-01', reason: '元旦' }] }, { field: 'daysOff[0].date', values: { found: '2020-01-01' } }],
    ['missing-reason', { daysOff: [{ date: '2018-10-01', reason: '' }] }, { field: 'daysOff[0].reason', values: { found: '2018-10-01' } }],
    ['duplicate-date', { daysOff: [sound.daysOff[0]!, sound.daysOff[0]!] }, { field: 'daysOff[1].date', values: { found: '2018-10-01' } }],
    ['off-and-worked', { daysOff: sound.daysWorked }, { field: 'daysWorked[0].date', values: { found: '2018-09-29' } }],
    ['no-holiday', { daysOff: [], daysWorked: [] }, { field: 'daysOff' }],
    ['no-holiday', { daysOff: [{ date: '2017-12-30', reason: '元旦' }] }, { field: 'daysOff' }],
    ['pointless-worked-day', { daysWorked: [{ date: '2018-09-28', reason: '上班' }] }, { field: 'daysWorked[0].date', values: { found: '2018-09-28' } }],
  ])('[reading 2.4] finds %s', (slug, parts, where) => {
    expect(checkCalendarYear({ ...sound, ...parts })).toEqual([{ slug, ...where }]);
    expect(CALENDAR_PROBLEMS).toHaveProperty(slug);
  });

  it('[reading 2.3] a county may order a prefecture holiday to be worked, but not a day that is worked anyway', () => {
    const below = compileCalendar([deployedYear('prefecture-5323-2018.json')]);
    const county: CalendarYear = { ...sound, layer: 'county', daysOff: [{ date: '2018-08-11', reason: '停电检修' }], daysWorked: [{ date: '2018-08-06', reason: '抗旱上班' }, { date: '2018-08-09', reason: '上班' }] };
    expect(checkCalendarYear(county, below)).toEqual([{ slug: 'pointless-worked-day', field: 'daysWorked[1].date', values: { found: '2018-08-09' } }]);
    expect(checkCalendarYear(county)).toEqual([]);
  });
});

describe('the shipped calendar records', () => {
  const all = deployedYears();

  it('[reading 2.4] are sound, survive JSON, and cover 2013 to 2026', () => {
    expect(all.map((record) => ({ year: record.year, problems: checkCalendarYear(record) })).filter((found) => found.problems.length > 0)).toEqual([]);
    const years = compileCalendar(all, { layers: ['national'] }).years.map((record) => record.year);
    expect(years).toEqual(Array.from({ length: 14 }, (_, place) => 2013 + place));
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });

  it('[reading 2.4] agree day by day with an independent public calendar from 2013 to 2026', () => {
    const national = compileCalendar(all, { layers: ['national'] });
    const differing: string[] = [];
    for (let date = '2013-01-01'; date <= '2026-12-31'; date = dayAfter(date, 1)) {
      if (national.isWorkingDay(date) !== chineseDays.getDayDetail(date).work) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it('[reading 2.4] attribute make-up days at the turn of the year to the notice that ordered them', () => {
    const naming = (date: string): string[] =>
      all.filter((record) => [...record.daysOff, ...record.daysWorked].some((day) => day.date === date)).map((record) => `${record.year}v${record.version}`);
    expect([naming('2018-12-29'), naming('2018-12-31'), naming('2022-12-31')]).toEqual([['2019v1', '2019v2'], ['2019v1', '2019v2'], ['2023v1']]);
  });
});
