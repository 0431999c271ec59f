import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Block, chineseDate, type Paper } from './paper.js';
import { BODY_LINES, pdfBlock, type PdfNode, RED } from './pdf-blocks.js';

const PAGE_WIDTH = 595.28; // A4 in points
/** Left, top, right, bottom in points; a document's are those of GB/T 9704: 28, 37, 26 and 35 mm. */
const MARGINS = { document: [79, 105, 74, 99], form: [57, 50, 57, 56] } as const;

/** Sizes and distances in points; a form saves room for its boxes. */
const HEADS = { document: { issuerSize: 32, titleSize: 22, gap: 20 }, form: { issuerSize: 28, titleSize: 20, gap: 10 } } as const;
/** Shares of the page's height below which what follows does not fit any more: a caption needs the head of its table and a row, a heading all that and its own line. */
const LOWEST_CAPTION = 0.88;
const LOWEST_HEADING = 0.8;

let turn: Promise<unknown> = Promise.resolve();

/**
 * A4 PDF with the glyphs that it uses embedded. One document at a time, and each font (15 MB, outside the heap) is read once a process:
 * fonts read anew for each document left 150 MB to be collected after ten slips.
 */
export function pdfPaper(paper: Paper): Promise<Buffer> {
  const made = turn.then(() => draw(paper));
  turn = made.catch(() => undefined);
  return made;
}

async function draw(paper: Paper): Promise<Buffer> {
  const pdfmake = await configured(paper);
  const margins = MARGINS[paper.layout];
  const width = PAGE_WIDTH - margins[0] - margins[2];
  const blocks: PdfNode[] = [];
  for (const [place, block] of paper.blocks.entries()) blocks.push(await pdfBlock(block, place, paper, width));
  const definition = {
    pageSize: 'A4',
    pageMargins: margins,
    language: 'zh-CN',
    info: { title: paper.title.replaceAll('\n', ''), author: paper.issuer, creationDate: new Date(`${paper.date}T00:00:00+08:00`) },
    defaultStyle: { font: 'Noto Serif SC', fontSize: 16 },
    content: [...headOf(paper, width), ...blocks],
    footer: (page: number, pages: number) => footerOf(paper, page, pages),
    pageBreakBefore: startsTooLow,
  };
  return pdfmake.createPdf(definition).getBuffer();
}

function headOf({ layout, issuer, number, title }: Paper, width: number): PdfNode[] {
  const { issuerSize, titleSize, gap } = HEADS[layout];
  return [
    { text: issuer, bold: true, color: RED, alignment: 'center', fontSize: Math.min(issuerSize, Math.floor((width - 8) / Math.max(1, widthOf(issuer)))) },
    { text: number ?? ' ', alignment: 'center', margin: [0, 2, 0, 4] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 2, lineColor: RED }], margin: [0, 0, 0, gap] },
    { text: title, bold: true, fontSize: titleSize, alignment: 'center', lineHeight: BODY_LINES, margin: [0, 0, 0, gap / 2] },
  ];
}

/** Width of a text in characters, a Latin letter or digit counting a little over a half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0);
}

function footerOf({ reference, date }: Paper, page: number, pages: number): PdfNode {
  const small = { fontSize: 10.5, color: '#333333' };
  return {
    margin: [62, 16, 62, 0],
    columns: [
      { ...small, text: reference, width: '*' },
      { fontSize: 12, text: `— ${page} —`, alignment: 'center', width: 80 },
      { ...small, text: pages > 1 ? `共 ${pages} 页` : chineseDate(date), alignment: 'right', width: '*' },
    ],
  };
}

/** A heading or caption is not left alone at the foot of a page. */
function startsTooLow(node: { readonly headlineLevel?: number; readonly startPosition?: { readonly verticalRatio: number } }): boolean {
  const lowest = node.headlineLevel === 1 ? LOWEST_HEADING : LOWEST_CAPTION;
  return node.headlineLevel !== undefined && (node.startPosition?.verticalRatio ?? 0) > lowest;
}

async function configured(paper: Paper): Promise<typeof import('pdfmake/js/index.js')> {
  const { default: pdfmake } = await import('pdfmake/js/index.js');
  for (const file of fontsOf(paper)) if (!pdfmake.virtualfs.existsSync(file)) pdfmake.virtualfs.writeFileSync(file, await readFile(file));
  pdfmake.setFonts(structuredClone(FONTS));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}

/** Files of the fonts that a paper may need: a form needs no more than the first two. */
function fontsOf({ blocks }: Paper): string[] {
  const serif = FONTS['Noto Serif SC'];
  const sans = FONTS['Noto Sans SC'];
  const has = (...kinds: Block['kind'][]): boolean => blocks.some(({ kind }) => kinds.includes(kind));
  return [serif.normal, serif.bold, ...(has('heading', 'table', 'chart') ? [sans.bold] : []), ...(has('chart') ? [sans.normal] : [])];
}

function fontFile(family: string, weight: string, name: string): string {
  const home = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/package.json`));
  return join(home, weight, `${name}_${weight}.ttf`);
}

/** Noto Serif SC stands for 仿宋 and 小标宋, Noto Sans SC for 黑体: both may be given away with the file (SIL Open Font License). */
const FONTS = {
  'Noto Serif SC': { normal: fontFile('noto-serif-sc', '400Regular', 'NotoSerifSC'), bold: fontFile('noto-serif-sc', '700Bold', 'NotoSerifSC') },
  'Noto Sans SC': { normal: fontFile('noto-sans-sc', '400Regular', 'NotoSansSC'), bold: fontFile('noto-sans-sc', '700Bold', 'NotoSansSC') },
};
