import { AlignmentType, BorderStyle, Document, Footer, type FileChild, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';
import { BODY_FONT, docxBlock, LINE, TITLE_FONT } from './docx-blocks.js';
import type { Paper } from './paper.js';

const PAGE = { width: 11_906, height: 16_838 }; // A4 in twentieths of a point
/** Of a document those of GB/T 9704. */
const MARGINS = { document: { top: 2_098, bottom: 1_984, left: 1_587, right: 1_474 }, form: { top: 1_000, bottom: 1_000, left: 1_140, right: 1_140 } } as const;
const RED = 'C00000';

/** A4 DOCX for Word and WPS; fonts are named, not embedded. */
export async function docxPaper(paper: Paper): Promise<Buffer> {
  const margin = MARGINS[paper.layout];
  const width = PAGE.width - margin.left - margin.right;
  const document = new Document({
    title: paper.title.replaceAll('\n', ''),
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    styles: { default: { document: { run: { font: BODY_FONT, size: 32 } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin } },
        footers: { default: footerOf(paper) },
        children: [...headOf(paper), ...paper.blocks.flatMap((block) => docxBlock(block, paper, width))],
      },
    ],
  });
  return dated(await Packer.toBuffer(document), paper);
}

function headOf({ issuer, number, title }: Paper): FileChild[] {
  const line = { style: BorderStyle.SINGLE, size: 16, color: RED, space: 4 };
  const issuerSize = Math.min(64, Math.floor(800 / Math.max(1, issuer.length)));
  return [
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: issuer, bold: true, color: RED, size: issuerSize, font: TITLE_FONT })] }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 280 }, border: { bottom: line }, children: [new TextRun(number ?? '')] }),
    ...title.split('\n').map((line) => new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { line: 640 }, children: [new TextRun({ text: line, bold: true, size: 44, font: TITLE_FONT })] })),
    new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

function footerOf({ reference }: Paper): Footer {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24 });
  const about = new TextRun({ text: reference, size: 18, color: '333333' });
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [number] }),
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: LINE, children: [about] }),
    ],
  });
}

/** The same content makes the same file: the moment of making it, which the library writes into it, becomes the date of the paper. */
async function dated(file: Buffer, { date }: Paper): Promise<Buffer> {
  const made = await JSZip.loadAsync(file);
  const dating = new JSZip();
  const day = new Date(`${date}T00:00:00Z`);
  for (const [path, entry] of Object.entries(made.files)) {
    if (entry.dir) continue;
    const text = await entry.async('string');
    const content = path === 'docProps/core.xml' ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, day.toISOString()) : text;
    dating.file(path, content, { date: day, createFolders: false });
  }
  return dating.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
