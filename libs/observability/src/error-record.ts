/** What of an error may be written down: its kind, its code, its place in the code. */
export interface ErrorRecord {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly frames?: readonly string[];
  readonly cause?: ErrorRecord;
}

const FRAMES = 12;
const CAUSES = 3;

/**
 * An error without anything it may quote from a request or a row. Messages of drivers and parsers cite values
 * (`Key (phone)=(…)`, `Unexpected token … in "…"`), so quotes, digits and non-Latin text are struck out of every
 * message, and a database error keeps only its code, table and constraint.
 */
export function errorRecord(error: unknown, depth = 0): ErrorRecord {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, cause } = error as Error & Partial<Record<'code' | 'constraint' | 'table' | 'cause', unknown>>;
  return {
    type: error.name,
    ...(!speaksForADatabase(error) && { message: scrubbed(error) }),
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    frames: framesOf(error),
    ...(cause instanceof Error && depth < CAUSES && { cause: errorRecord(cause, depth + 1) }),
  };
}

function speaksForADatabase(error: Error): boolean {
  return 'sqlState' in error || 'severity' in error || 'query' in error || 'sql' in error || /Exception$|DatabaseError$/.test(error.name);
}

/** One line of a message with quoted passages, longer numbers and everything beyond ASCII struck out. */
export function scrubbed(error: Error): string {
  const quotesCode = error instanceof TypeError || error instanceof ReferenceError;
  const quoted = (text: string) => (quotesCode && /^['"`][A-Za-z_$][\w.$ ]*['"`]$/.test(text) ? text : '"…"');
  const line = (error.message.split('\n')[0] ?? '').slice(0, 300);
  return line
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, quoted)
    .replace(/\d{5,}/g, '#')
    .replace(/[^\x20-\x7e…]+/g, '…');
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, FRAMES).map((line) => line.trim().replace(/\(?file:\/\//, (match) => (match.startsWith('(') ? '(' : '')));
}
