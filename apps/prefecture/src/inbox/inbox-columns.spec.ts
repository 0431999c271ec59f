import { missingHeadings, repeatedHeadings, transferOfRow } from './inbox-columns.js';

describe('a row of a dropped file', () => {
  const headings = ['标题', '州级编号', '备注', '转办时间', '诉求类别', '内容', '姓名', '要求保密', '诉求人类别'];

  it('[Art. 14] reads headings in any order, Chinese words for codes, and local time', () => {
    expect(transferOfRow(headings, ['路灯不亮', '楚州-1', '急', '2018-09-21 9:05', '投诉', '路灯不亮三天。', '张三', '是', '企业'])).toEqual({
      title: '路灯不亮', number: '楚州-1', transferredAt: '2018-09-21T09:05:00+08:00', category: 'complaint', text: '路灯不亮三天。', petitionerKind: 'enterprise', petitioner: { name: '张三', secret: true },
    });
    expect(transferOfRow(headings, ['', '', '', '2018/9/1'])).toEqual({ transferredAt: '2018-09-01T00:00:00+08:00' });
  });

  it('[Art. 14] leaves what it cannot read for the check to name', () => {
    expect(transferOfRow(headings, ['t', 'n', '', '昨天', '表扬', 'x', '', '也许'])).toMatchObject({ transferredAt: '昨天', category: '表扬', petitioner: { secret: '也许' } });
    expect(transferOfRow(['要求办结日期'], ['2018/9/28'])).toEqual({ dueOn: '2018-09-28' });
    expect(missingHeadings(['标题', '内容', '州级编号'])).toEqual(['转办时间', '诉求类别']);
  });

  it('[Art. 14] does not say which of two columns of one name is meant; unknown ones may repeat', () => {
    expect(repeatedHeadings(['标题', '备注', '内容', '标题', '备注', '州级编号', '内容', '标题'])).toEqual(['标题', '内容']);
    expect(repeatedHeadings(['标题', '备注', '备注', '内容'])).toEqual([]);
  });
});
