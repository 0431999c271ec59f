import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { instantOf } from '@hotline/domain/shared';
import { deployedYears } from '../spec/deployed-years.js';
import { compileCalendar } from './compile-calendar.js';

const calendar = compileCalendar(deployedYears());
const cases = ['2018-09-21', '2018-10-03', '2018-12-28', '2020-01-21', '2019-04-24', '2018-03-11', '2018-11-04', '2012-12-31', '2026-12-31'].flatMap((date) =>
  ['00:00:00', '07:59:59', '23:59:59'].flatMap((time) => [1, 5, 15, 25].map((workingDays) => ({ start: `${date}T${time}+08:00`, workingDays }))),
);

function inZone(zone: string): { serverMidnightHour: number; deadlines: unknown[] } {
  const script = fileURLToPath(new URL('../spec/deadlines-in-zone.ts', import.meta.url));
  const answer = execFileSync(process.execPath, ['--conditions=@hotline/source', script], {
    env: { TZ: zone, PATH: process.env['PATH'] },
    input: JSON.stringify(cases),
    encoding: 'utf8',
  });
  return JSON.parse(answer) as { serverMidnightHour: number; deadlines: unknown[] };
}

describe('the server’s own time zone', () => {
  it.each([
    ['America/Los_Angeles', 17],
    ['UTC', 0],
    ['Asia/Shanghai', 8],
    ['Pacific/Kiritimati', 14],
  ])('[reading 2.1] does not matter: %s', (zone, hourAtMidnightUtc) => {
    const expected = cases.map(({ start, workingDays }) => ({
      ...calendar.deadline(instantOf(start), workingDays),
      days: calendar.explain(instantOf(start), workingDays).map((day) => day.date),
    }));
    expect(inZone(zone)).toEqual({ serverMidnightHour: hourAtMidnightUtc, deadlines: expected });
  });
});
