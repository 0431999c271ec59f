import { leagueTable, type UnitRates } from '../../deploy/commands/league-table.ts';

const unit = (code: string, name: string, closed: [number, number], satisfied: [number, number], more: Partial<UnitRates> = {}): UnitRates => ({
  unit: code,
  name,
  kind: 'department',
  ranked: true,
  rates: { 'on-time-close': { numerator: closed[0], denominator: closed[1] }, satisfied: { numerator: satisfied[0], denominator: satisfied[1] } },
  ...more,
});

describe('league table', () => {
  it('[Art. 22] ranks each kind by on-time close, then satisfaction; equals share a place, small samples stand apart, the county is no unit', () => {
    const table = leagueTable([
      unit('A', '甲局', [8, 10], [3, 4]),
      unit('B', '乙局', [9, 10], [1, 4]),
      unit('C', '丙局', [4, 5], [3, 4]),
      unit('D', '丁局', [9, 10], [4, 4]),
      unit('E', '戊局', [1, 1], [0, 0], { ranked: false }),
      unit('F', '己镇', [1, 10], [0, 0], { kind: 'township' }),
      unit('county', '县级', [10, 10], [4, 4]),
    ]);
    const places = [...table.matchAll(/^\s*(\d+|—)\s+(\S局|\S镇)/gm)].map(([, place, name]) => `${place} ${name}`);
    expect(places).toEqual(['1 己镇', '1 丁局', '2 乙局', '3 甲局', '3 丙局', '— 戊局']);
    expect(table).not.toContain('县级 ');
    expect(table).toContain('9/10  90.0%');
    expect(table).toContain('1/1 100.0%');
  });

  it('says so when there is nothing to count', () => {
    expect(leagueTable([])).toBe('这段时间没有可以统计的工单。');
  });
});
