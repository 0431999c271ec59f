import { alignedTable, displayWidth } from '../../deploy/commands/aligned-table.ts';

describe('aligned table', () => {
  it('counts two cells for a Chinese character and a full-width sign, one for a Latin letter, none for a combining mark', () => {
    expect(['按时率', 'abc', '元谋 12345', '（）', 'é', '—', ''].map(displayWidth)).toEqual([6, 3, 10, 4, 1, 1, 0]);
  });

  it('lines columns up whatever mixture of Chinese and Latin they hold, figures to the right', () => {
    const table = alignedTable(['单位', { title: '按时', align: 'right' }, '注'], [['县水务局', '7/8', 'a'], ['YM', '10/12', '']]);
    expect(table).toBe(['单位       按时  注', '────────  ─────  ──', '县水务局    7/8  a', 'YM        10/12'].join('\n'));
  });
});
