import { StreamableFile } from '@nestjs/common';
import type { Paper } from './paper.js';
import { MEDIA_TYPES, type PaperFormat, renderPaper } from './paper-format.js';

/** A paper as the answer of a route: to be saved under the name given, never shown inline. */
export async function paperFile(paper: Paper, format: PaperFormat, name: string): Promise<StreamableFile> {
  return attachment(await renderPaper(paper, format), MEDIA_TYPES[format], `${name}.${format}`);
}

/** Any file as an answer; names may be Chinese (RFC 6266). */
export function attachment(content: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(content, { type, length: content.length, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percentEncoded)}` });
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
