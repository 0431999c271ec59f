import { createReadStream } from 'node:fs';
import { UsageFault } from '../usage-fault.ts';

/** Encodings of a text file: UTF-8, or what Excel writes on a Chinese Windows (GBK is a part of GB 18030). */
export const ENCODINGS = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The bytes of a text file without its byte order mark. UTF-16 is refused: its line ends look different. */
export async function* fileBytes(file: string): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    yield first ? withoutMark(chunk) : chunk;
    first = false;
  }
}

function withoutMark(chunk: Buffer): Buffer {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
    throw new UsageFault('文件是 UTF-16 编码：请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后再导入', 'the file is UTF-16: save it as UTF-8');
  }
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

/** A decoder that answers undefined for bytes which are no text of the encoding, instead of guessing. */
export function strictDecoder(encoding: Encoding): (bytes: Uint8Array) => string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
}

export function notInEncoding(encoding: Encoding): { readonly code: string; readonly message: string } {
  const advice = encoding === 'utf-8' ? '请另存为 UTF-8；如果文件是 Excel 存的 GBK，请加 --encoding gb18030' : '请另存为 UTF-8，并去掉 --encoding gb18030';
  return { code: 'not-in-encoding', message: `这一行不是有效的 ${encoding.toUpperCase()} 文字：${advice}` };
}
