import type { IncomingMessage } from 'node:http';
import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text of each page as a reader would copy it, white space left out: a PDF knows where words stand, not where lines were broken. */
export async function pdfPages(file: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s+/g, ''));
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

export async function pdfText(file: Buffer): Promise<string> {
  return (await pdfPages(file)).join('');
}

/** Text of a Word file with its footers, white space left out. */
export async function docxText(file: Buffer): Promise<string> {
  const { files } = await JSZip.loadAsync(file);
  const texts: string[] = [];
  for (const [path, entry] of Object.entries(files)) if (/^word\/(document|footer\d+)\.xml$/.test(path)) texts.push(plain(await entry.async('string')));
  return texts.join('').replace(/\s+/g, '');
}

/** Every text inside a Word or Excel file, properties included; for looking whether something is in it that must not be. */
export async function zippedText(file: Buffer): Promise<string> {
  const { files } = await JSZip.loadAsync(file);
  const texts: string[] = [];
  for (const entry of Object.values(files)) texts.push(entry.name, plain(await entry.async('string')));
  return texts.join('\n');
}

/** Reads an answer of any media type as bytes: `request(…).buffer(true).parse(asBytes)`. */
export function asBytes(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = answer as IncomingMessage;
  stream.on('data', (part: Buffer) => parts.push(Buffer.from(part)));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}

function plain(xml: string): string {
  return xml.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
