import { type Encoding, fileBytes, notInEncoding, strictDecoder } from './file-bytes.ts';
import { isRejectedRow, ORIGINAL_NOT_A_ROW } from './rejected-row.ts';
import { type ReadRow, ROW_LIMIT, type UnreadableRow } from './read-row.ts';

const LINE_FEED = 0x0a;

interface Line {
  /** Undefined when the line is longer than ROW_LIMIT; it is then skipped without being kept. */
  readonly bytes: Buffer | undefined;
  readonly position: number;
}

/**
 * The rows of a .jsonl file: one JSON object a line; empty lines are passed over but counted. Of a row that an earlier import
 * rejected, what stands under `original` is the row.
 */
export async function* jsonLinesRows(file: string, encoding: Encoding): AsyncGenerator<ReadRow> {
  const decode = strictDecoder(encoding);
  let row = 0;
  for await (const { bytes, position } of lines(file)) {
    row += 1;
    const wrong = (unreadable: UnreadableRow['unreadable']): UnreadableRow => ({ row, position, unreadable });
    const text = bytes && decode(bytes);
    if (!bytes) yield wrong({ code: 'row-too-long', message: '这一行超过 1 MB：请确认每行只有一个 JSON 对象' });
    else if (text === undefined) yield wrong(notInEncoding(encoding));
    else if (text.trim() !== '') {
      const cells = objectOf(valueIn(text));
      if (!cells) yield { ...wrong({ code: 'not-a-json-object', message: '这一行不是一个 JSON 对象：请检查引号、逗号和括号' }), raw: text };
      else if (!isRejectedRow(cells)) yield { row, position, cells };
      else {
        const original = objectOf(cells.original);
        yield original ? { row, position, cells: original } : { ...wrong(ORIGINAL_NOT_A_ROW), raw: cells.original };
      }
    }
  }
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* lines(file: string): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  let length = 0;
  let position = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= ROW_LIMIT) begun.push(part);
    else begun = [];
  };
  const finished = (): Line => {
    const line = { bytes: length <= ROW_LIMIT ? Buffer.concat(begun) : undefined, position };
    begun = [];
    length = 0;
    return line;
  };
  for await (const chunk of fileBytes(file)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      take(chunk.subarray(from, at));
      position += at + 1 - from;
      from = at + 1;
      yield finished();
    }
    take(chunk.subarray(from));
    position += chunk.length - from;
  }
  if (length > 0) yield finished();
}
