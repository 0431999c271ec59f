import { docxText, pdfPages, pdfText } from '@hotline/testing/papers';
import { type Paper, type PaperFormat, renderPaper } from './index.js';

const RUBBISH = '<script>alert("元谋")</script> & \'引号\'';
const PAPER: Paper = {
  layout: 'document',
  issuer: '元谋县12345政府热线管理机构',
  number: '第10期',
  title: '元谋县12345政府热线受理情况通报',
  date: '2018-11-02',
  reference: '2018年10月',
  blocks: [
    { kind: 'heading', text: '一、受理情况' },
    { kind: 'paragraph', text: `2018年10月，共受理群众诉求1203件，比上月增加5.2%，比上年同月减少1.1%。龘靐㙟。\n${'其中咨询、建议、求助、投诉、举报五类诉求均已转办至乡镇和县级部门办理。'.repeat(6)}` },
    { kind: 'chart', caption: '各渠道受理量', unit: '件', bars: [{ label: '电话', value: 900 }, { label: '微信', value: 203 }, { label: '州级平台转办的诉求渠道名称很长', value: 100 }, { label: '短信', value: 0 }] },
    {
      kind: 'table',
      caption: '各单位按时办结率',
      columns: [{ title: '单位', width: 3, align: 'left' }, { title: '分子/分母', width: 2, align: 'center' }, { title: '比率', width: 1, align: 'right' }],
      rows: [['元马镇人民政府', '18/20', '90.0%'], [RUBBISH, '0/0', '—'], ...Array.from({ length: 60 }, (_, index) => [`第${index + 1}单位`, `${index}/60`, '50.0%'])],
      empty: '本月没有',
    },
    { kind: 'note', text: '注：比率均列分子与分母。' },
    { kind: 'table', caption: '超期工单', columns: [{ title: '工单编号', width: 1, align: 'left' }], rows: [], empty: '本月没有超期工单' },
    { kind: 'form', rows: [{ boxes: [{ label: '工单编号', text: 'YM20181003-000012' }, { label: '类别', text: '投诉' }] }, { boxes: [{ label: '领导阅批', text: '' }], lines: 4 }] },
    { kind: 'signature', closing: '特此通报。', body: '元谋县12345政府热线管理机构', date: null },
  ],
};

/** Every text of the paper must be found again, whatever the format. */
const TEXTS = ['元谋县12345政府热线受理情况通报', '第10期', '一、受理情况', '龘靐㙟', '州级平台转办', '各渠道受理量（单位：件）', '元马镇人民政府', '18/20', '第60单位', '本月没有超期工单', 'YM20181003-000012', '领导阅批', '特此通报。', '2018年11月2日', '（印章）', RUBBISH.replace(/\s+/g, '')];

describe('a paper', () => {
  it.each<[PaperFormat, (file: Buffer) => Promise<string>]>([
    ['pdf', pdfText],
    ['docx', docxText],
  ])('[Art. 21] says all it has to say as %s', async (format, textOf) => {
    const file = await renderPaper(PAPER, format);
    const text = await textOf(file);
    expect(TEXTS.filter((each) => !text.includes(each))).toEqual([]);
  });

  it('[Art. 21] is one page of HTML that loads nothing, runs nothing and escapes every text', async () => {
    const html = (await renderPaper(PAPER, 'html')).toString('utf8');
    expect(html).toContain('&lt;script&gt;alert(&quot;元谋&quot;)&lt;/script&gt; &amp; &#39;引号&#39;');
    expect(html).not.toMatch(/<script|\son\w+=|(?:src|href)=|url\(|@import/i);
    expect(html).toMatch(/<meta charset="utf-8">[\s\S]*<svg[\s\S]*电话[\s\S]*<\/svg>/);
  });

  it.each<PaperFormat>(['pdf', 'docx', 'html'])('[Art. 20] is the same bytes for the same content as %s, and fits into an e-mail', async (format) => {
    const [first, second] = [await renderPaper(PAPER, format), await renderPaper(PAPER, format)];
    expect(first.equals(second)).toBe(true);
    expect(first.length).toBeLessThan(300_000);
  });

  it('[Art. 21] never leaves the seal alone on a page', async () => {
    const [signature] = PAPER.blocks.slice(-1);
    for (let lines = 1; lines <= 30; lines++) {
      const blocks = [{ kind: 'paragraph' as const, text: Array.from({ length: lines }, () => '一行。').join('\n') }, ...(signature ? [signature] : [])];
      const pages = await pdfPages(await renderPaper({ ...PAPER, blocks }, 'pdf'));
      expect(pages.filter((page) => page.includes('（印章）') && !page.includes('特此通报。'))).toEqual([]);
    }
  });

  it('[Art. 21] numbers its pages and repeats the head of a table on each', async () => {
    const pages = await pdfPages(await renderPaper(PAPER, 'pdf'));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => expect(page).toContain(`—${index + 1}—`));
    expect(pages.filter((page) => page.includes('分子/分母')).length).toBeGreaterThan(1);
  });
});
