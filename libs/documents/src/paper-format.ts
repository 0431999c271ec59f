import type { Paper } from './paper.js';

export const PAPER_FORMATS = { pdf: 'PDF', docx: 'Word 文档', html: '网页' } as const;
export type PaperFormat = keyof typeof PAPER_FORMATS;

export const MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** Draws a paper; the same paper makes the same bytes. The libraries are loaded when first needed, since few requests need them. */
export async function renderPaper(paper: Paper, format: PaperFormat): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf-paper.js')).pdfPaper(paper);
    case 'docx':
      return (await import('./docx-paper.js')).docxPaper(paper);
    case 'html':
      return (await import('./html-paper.js')).htmlPaper(paper);
  }
}
