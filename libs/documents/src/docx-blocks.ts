import { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType, type FileChild } from 'docx';
import { type Block, type Chart, chineseDate, type Column, type Form, type Paper, type Signature, type Table as PaperTable } from './paper.js';

/** Fonts of every office machine in China; a machine without them takes its own. */
export const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
export const TITLE_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
/** Twentieths of a point: 28 points from line to line. */
export const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const SMALL = 21; // half points: 五号
const FORM_SIZE = 24; // half points: 小四
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
/** A bar of a chart is so many cells of a table at its longest. */
const BAR_CELLS = 40;

/** One block as Word knows it; `width` is that of the text on the page in twentieths of a point. */
export function docxBlock(block: Block, paper: Paper, width: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ keepNext: true, indent: { firstLine: 640 }, spacing: { before: 120, ...LINE }, children: [new TextRun({ text: block.text, font: HEADING_FONT, bold: true })] })];
    case 'paragraph':
      return block.text.split('\n').map((line) => new Paragraph({ alignment: AlignmentType.BOTH, indent: { firstLine: block.flush ? 0 : 640 }, spacing: LINE, children: [new TextRun(line)] }));
    case 'note':
      return [new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: block.text, size: SMALL, color: '333333' })] })];
    case 'form':
      return [form(block, width)];
    case 'table':
      return [captionOf(block.caption), table(block, width), gap()];
    case 'chart':
      return [captionOf(`${block.caption}（单位：${block.unit}）`), chart(block, width), gap()];
    case 'signature':
      return signature(block, paper);
  }
}

function form({ rows }: Form, width: number): Table {
  const widths = shares([2, 3.6, 2, 3.6], width);
  const label = (text: string): TableCell => cell(text, { width: widths[0] as number, bold: true, align: 'center', size: FORM_SIZE });
  const lines = rows.map(({ boxes, lines: tall = 1 }) => {
    const cells = boxes.flatMap((box) => {
      const span = boxes.length === 1 ? 3 : 1;
      const wide = widths.slice(1, 1 + span).reduce((sum, each) => sum + each, 0);
      return [label(box.label), cell(box.text, { width: wide, span, align: 'left', size: FORM_SIZE })];
    });
    return new TableRow({ cantSplit: true, height: { value: tall * 480, rule: HeightRule.ATLEAST }, children: cells });
  });
  return ruled(widths, lines);
}

function table({ columns, rows, empty }: PaperTable, width: number): Table {
  const widths = shares(
    columns.map((column) => column.width),
    width,
  );
  const wide = (index: number): number => widths[index] as number;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, index) => cell(title, { width: wide(index), bold: true, align: 'center', fill: 'F2F2F2', keep: true })),
  });
  const lines = rows.map((row) => new TableRow({ cantSplit: true, children: columns.map(({ align }, index) => cell(row[index] ?? '', { width: wide(index), align })) }));
  const nothing = new TableRow({ children: [cell(empty, { width, span: columns.length, align: 'center' })] });
  return ruled(widths, [head, ...(lines.length > 0 ? lines : [nothing])]);
}

/** Bars as shaded cells: they look the same in every version of Word and WPS, and need no picture. */
function chart({ bars }: Chart, width: number): Table {
  const [labels, values] = [Math.round(width * 0.28), Math.round(width * 0.12)];
  const step = Math.floor((width - labels - values) / BAR_CELLS);
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  const lines = bars.map(({ label, value }, index) => {
    const keep = index < bars.length - 1;
    const long = value === 0 ? 0 : Math.max(1, Math.round((value / longest) * BAR_CELLS));
    const bar = long > 0 ? [cell('', { width: long * step, span: long, fill: 'B22222', align: 'left', keep })] : [];
    const rest = long < BAR_CELLS ? [cell('', { width: (BAR_CELLS - long) * step, span: BAR_CELLS - long, align: 'left', keep })] : [];
    const children = [cell(label, { width: labels, align: 'right', keep }), ...bar, ...rest, cell(String(value), { width: values, align: 'left', keep })];
    return new TableRow({ cantSplit: true, height: { value: 320, rule: HeightRule.ATLEAST }, children });
  });
  const gaps = { style: BorderStyle.SINGLE, size: 18, color: 'FFFFFF' };
  const widths = [labels, ...Array.from({ length: BAR_CELLS }, () => step), values];
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: gaps, bottom: gaps, left: NONE, right: NONE, insideHorizontal: gaps, insideVertical: NONE },
    rows: lines,
  });
}

function captionOf(text: string): Paragraph {
  return new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 }, children: [new TextRun({ text, font: HEADING_FONT, bold: true, size: FORM_SIZE })] });
}

/** Word joins tables that follow each other directly. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 200, lineRule: LineRuleType.EXACT }, children: [] });
}

function signature({ closing, body, date }: Signature, paper: Paper): Paragraph[] {
  const words = new Paragraph({ keepNext: true, indent: { firstLine: 640 }, spacing: LINE, children: [new TextRun(closing)] });
  const line = (text: string, before: number, last = false): Paragraph =>
    new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: !last, keepLines: true, indent: { right: 640 }, spacing: { before, ...LINE }, children: [new TextRun(text)] });
  return [words, line(body, 560), line(chineseDate(date ?? paper.date), 0), line('（印章）', 0, true)];
}

interface CellLook {
  readonly width: number;
  readonly align: Column['align'];
  readonly span?: number;
  readonly bold?: boolean;
  readonly size?: number;
  readonly fill?: string;
  /** Stays on the page of the next row. */
  readonly keep?: boolean;
}

function cell(text: string, { width, align, span = 1, bold = false, size = SMALL, fill, keep = false }: CellLook): TableCell {
  const lines = text.split('\n').map((line) => new Paragraph({ alignment: ALIGNMENTS[align], keepNext: keep, children: [new TextRun({ text: line, bold, size })] }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: lines,
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

function ruled(widths: readonly number[], rows: TableRow[]): Table {
  const total = widths.reduce((sum, each) => sum + each, 0);
  const borders = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE };
  return new Table({ width: { size: total, type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED, borders, rows });
}

function shares(parts: readonly number[], width: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.floor((part / total) * width));
}
