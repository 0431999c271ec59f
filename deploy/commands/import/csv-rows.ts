import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { UsageFault } from '../usage-fault.ts';
import { type Encoding, fileBytes, notInEncoding, strictDecoder } from './file-bytes.ts';
import { Heading, type ReadRow, ROW_LIMIT, TOO_MANY_CELLS } from './read-row.ts';

/** The parser counts the bytes it has turned into records. */
interface Parsed {
  readonly record: readonly Buffer[];
  readonly info: { readonly bytes: number };
}

/**
 * The rows of a comma-separated file with a heading. Cells are cut as bytes and decoded one row at a time (a comma, a quote
 * and a line end are never half of a GBK character), so that one bad row costs that row only.
 */
export async function* csvRows(file: string, encoding: Encoding): AsyncGenerator<ReadRow> {
  const decode = strictDecoder(encoding);
  let heading: Heading | undefined;
  let row = 0;
  try {
    for await (const { record, info } of parsed(file)) {
      row += 1;
      const cells = record.map((cell) => decode(cell));
      const texts = cells.filter((cell) => cell !== undefined);
      const broken = texts.length < cells.length;
      if (!heading) {
        if (broken) throw new UsageFault(`列名所在的第一行无法读取。${notInEncoding(encoding).message}`, 'the heading is not in the encoding');
        heading = new Heading(texts);
      } else if (broken) yield { row, position: info.bytes, unreadable: notInEncoding(encoding) };
      else if (texts.some((text) => text.trim() !== '')) {
        yield heading.overflows(texts) ? { row, position: info.bytes, unreadable: TOO_MANY_CELLS, raw: texts } : { row, position: info.bytes, cells: heading.cellsOf(texts) };
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = '从这一行起无法再分辨单元格，其后的行都没有读取：通常是少了一个英文双引号，请补上后重新导入';
    yield { row: row + 1, position: 0, unreadable: { code: 'rest-not-readable', message } };
  }
}

/** An error on the way in ends the parser with the same error, where the loop over it throws it. */
function parsed(file: string): AsyncIterable<Parsed> {
  const parser = parse({ encoding: null, info: true, relax_column_count: true, relax_quotes: true, max_record_size: ROW_LIMIT });
  pipeline(Readable.from(fileBytes(file), { objectMode: false }), parser, () => undefined);
  return parser;
}
