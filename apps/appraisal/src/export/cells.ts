export type Cell = string | number | boolean | null;

/** What makes a spreadsheet take a text for a formula; the full-width signs count too where Chinese is typed. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text that a spreadsheet would take for a formula when it is opened, edited or saved as CSV gets an apostrophe. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** UTF-8 with a byte order mark, so that spreadsheet programs read the Chinese; CRLF as RFC 4180 has it. */
export function csvOf(table: readonly (readonly Cell[])[]): string {
  return `\ufeff${table.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
