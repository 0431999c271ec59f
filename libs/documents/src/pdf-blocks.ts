import { chartSvg } from './chart-svg.js';
import { type Block, type Chart, chineseDate, type Form, type FormRow, type Paper, type Signature, type Table } from './paper.js';

/** A node of pdfmake's document. */
export type PdfNode = Readonly<Record<string, unknown>>;

export const RED = '#c00000';
/** Times a font's own line height (1.437 of its size) that makes 28 points of 16-point text. */
export const BODY_LINES = 1.218;
const SMALL = 10.5; // 五号
const FORM_SIZE = 12; // 小四
const PADDING = 4;
const LINE = 0.5;

/** Draws one block; `width` is that of the text on the page, in points. */
export async function pdfBlock(block: Block, place: number, paper: Paper, width: number): Promise<PdfNode> {
  switch (block.kind) {
    case 'heading':
      return { text: block.text, font: 'Noto Sans SC', bold: true, leadingIndent: 32, lineHeight: BODY_LINES, margin: [0, 8, 0, 2], headlineLevel: 1 };
    case 'paragraph':
      return { stack: block.text.split('\n').map((line) => ({ text: line, leadingIndent: block.flush ? 0 : 32, lineHeight: BODY_LINES, alignment: 'justify' })) };
    case 'note':
      return { text: block.text, fontSize: SMALL, color: '#333333', margin: [0, 0, 0, 8] };
    case 'form':
      return form(block, width);
    case 'table':
      return table(block, width);
    case 'chart':
      return chart(block, place, width);
    case 'signature':
      return signature(block, paper);
  }
}

function form({ rows }: Form, width: number): PdfNode {
  const widths = shares([2, 3.6, 2, 3.6], width);
  const style = { fontSize: FORM_SIZE, margin: [0, 2, 0, 2] };
  const body = rows.map(({ boxes }) => {
    const cells = boxes.flatMap(({ label, text }) => [{ text: label, bold: true, alignment: 'center', ...style }, { text, ...style, ...(boxes.length === 1 && { colSpan: 3 }) }]);
    return boxes.length === 1 ? [...cells, {}, {}] : cells;
  });
  const heights = rows.map(({ lines = 1 }: FormRow) => lines * 22);
  return { table: { widths, body, heights, dontBreakRows: true }, layout: RULED, margin: [0, 0, 0, 8] };
}

function table({ caption, columns, rows, empty }: Table, width: number): PdfNode {
  const head = columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center', fillColor: '#f2f2f2' }));
  const lines = rows.map((row) => columns.map(({ align }, index) => ({ text: row[index] ?? '', alignment: align })));
  const nothing = [{ text: empty, alignment: 'center', colSpan: columns.length }, ...columns.slice(1).map(() => ({}))];
  const widths = shares(
    columns.map((column) => column.width),
    width,
  );
  const ruled = { widths, headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, body: [head, ...(lines.length > 0 ? lines : [nothing])] };
  return { stack: [captionOf(caption), { table: ruled, layout: RULED, fontSize: SMALL, margin: [0, 0, 0, 10] }] };
}

async function chart(drawn: Chart, place: number, width: number): Promise<PdfNode> {
  const svg = await chartSvg(drawn, place);
  return { unbreakable: true, stack: [captionOf(`${drawn.caption}（单位：${drawn.unit}）`), { svg, width }], margin: [0, 0, 0, 8] };
}

function captionOf(text: string): PdfNode {
  return { text, font: 'Noto Sans SC', bold: true, fontSize: FORM_SIZE, alignment: 'center', margin: [0, 8, 0, 4], headlineLevel: 2 };
}

function signature({ closing, body, date }: Signature, paper: Paper): PdfNode {
  const lines = [body, chineseDate(date ?? paper.date), '（印章）'].map((text) => ({ text, alignment: 'right', lineHeight: BODY_LINES }));
  return { unbreakable: true, stack: [{ text: closing, leadingIndent: 32, lineHeight: BODY_LINES }, { stack: lines, margin: [0, 28, 32, 0] }] };
}

const RULED = { hLineWidth: () => LINE, vLineWidth: () => LINE, paddingLeft: () => PADDING, paddingRight: () => PADDING, paddingTop: () => 2, paddingBottom: () => 2 };

/** Widths of the cells' insides that fill `width` together with rules and padding. */
function shares(parts: readonly number[], width: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const inside = width - parts.length * 2 * PADDING - (parts.length + 1) * LINE;
  return parts.map((part) => (part / total) * inside);
}
