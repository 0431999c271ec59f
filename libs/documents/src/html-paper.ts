import { chartSvg } from './chart-svg.js';
import { type Block, type Chart, chineseDate, type Form, type Paper, type Signature, type Table } from './paper.js';

const STYLE = `
@page { size: A4; margin: 25mm 24mm; }
body { margin: 0 auto; max-width: 160mm; padding: 12mm 4mm; color: #000; background: #fff; font: 16pt/28pt "Noto Serif SC", FangSong, 仿宋, STFangsong, serif; }
.issuer { color: #c00; font-size: 28pt; line-height: 1.4; font-weight: 700; text-align: center; }
.number { text-align: center; border-bottom: 2px solid #c00; padding-bottom: 4pt; margin: 4pt 0 20pt; min-height: 4pt; }
h1 { font-size: 22pt; line-height: 36pt; text-align: center; margin: 0 0 16pt; white-space: pre-line; }
h2 { font: 700 16pt/28pt "Noto Sans SC", SimHei, 黑体, sans-serif; margin: 10pt 0 4pt; text-indent: 2em; }
p { margin: 0; text-indent: 2em; white-space: pre-line; text-align: justify; overflow-wrap: anywhere; }
.flush { text-indent: 0; }
.note { font-size: 10.5pt; line-height: 16pt; text-indent: 0; color: #333; margin: 2pt 0 8pt; }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt; line-height: 16pt; margin: 0 0 10pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
h2, caption, thead { break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
th, td { border: 1px solid #000; padding: 3pt 4pt; white-space: pre-line; overflow-wrap: anywhere; }
th { font-weight: 700; background: #f2f2f2; }
.form td, .form th { font-size: 12pt; line-height: 20pt; padding: 5pt 6pt; vertical-align: middle; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
figure { margin: 8pt 0; break-inside: avoid; } figure svg { width: 100%; height: auto; }
caption, figcaption { caption-side: top; font: 700 12pt/24pt "Noto Sans SC", SimHei, 黑体, sans-serif; text-align: center; }
.closing { break-inside: avoid; } .signature { margin: 28pt 2em 0 0; text-align: right; } .signature div { white-space: pre; }
footer { margin-top: 24pt; font-size: 10.5pt; line-height: 16pt; text-align: center; color: #333; }`;

/** One self-contained page: no script, nothing loaded from elsewhere, every text escaped. */
export async function htmlPaper(paper: Paper): Promise<Buffer> {
  const blocks: string[] = [];
  for (const [place, block] of paper.blocks.entries()) blocks.push(await blockHtml(block, place, paper));
  const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(paper.title.replaceAll('\n', ''))}</title><style>${STYLE}</style></head>
<body>
<div class="issuer">${escaped(paper.issuer)}</div>
<div class="number">${escaped(paper.number ?? '')}</div>
<h1>${escaped(paper.title)}</h1>
${blocks.join('\n')}
<footer>${escaped(paper.reference)}</footer>
</body>
</html>
`;
  return Buffer.from(page, 'utf8');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function blockHtml(block: Block, place: number, paper: Paper): Promise<string> | string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'paragraph':
      return `<p${block.flush ? ' class="flush"' : ''}>${escaped(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escaped(block.text)}</p>`;
    case 'form':
      return formHtml(block);
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(block, place);
    case 'signature':
      return signatureHtml(block, paper);
  }
}

function formHtml({ rows }: Form): string {
  const lines = rows.map(({ boxes, lines: tall = 1 }) => {
    const cells = boxes.map(({ label, text }) => `<th style="width:20%">${escaped(label)}</th><td${boxes.length === 1 ? ' colspan="3"' : ' style="width:30%"'}>${escaped(text)}</td>`);
    return `<tr style="height:${tall * 24}pt">${cells.join('')}</tr>`;
  });
  return `<table class="form"><tbody>${lines.join('')}</tbody></table>`;
}

function tableHtml({ caption, columns, rows, empty }: Table): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const head = columns.map(({ title, width }) => `<th style="width:${((width / total) * 100).toFixed(1)}%">${escaped(title)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${columns.map(({ align }, index) => `<td class="${align}">${escaped(row[index] ?? '')}</td>`).join('')}</tr>`);
  const nothing = `<tr><td class="center" colspan="${columns.length}">${escaped(empty)}</td></tr>`;
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${lines.join('') || nothing}</tbody></table>`;
}

async function chartHtml(chart: Chart, place: number): Promise<string> {
  return `<figure><figcaption>${escaped(`${chart.caption}（单位：${chart.unit}）`)}</figcaption>${await chartSvg(chart, place)}</figure>`;
}

function signatureHtml({ closing, body, date }: Signature, paper: Paper): string {
  return `<div class="closing"><p>${escaped(closing)}</p><div class="signature"><div>${escaped(body)}</div><div>${escaped(chineseDate(date ?? paper.date))}</div><div>（印章）</div></div></div>`;
}
