/**
 * SQLSTATEs (whole or by their class) that say nothing against what was asked: the connection, who may connect, a schema that
 * is not there yet or may not be used, a limit of time or resources, a standby, the disk. Waiting and trying again is right.
 */
const OUTAGE_STATES = /^(08|28|3D000|3F000|42P01|42703|42501|53|55P03|57|58|25006|F0)/;
const OUTAGE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
// node-postgres gives these no code.
const OUTAGE_WORDS = /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|not queryable|Cannot use a pool after/i;

/** Code or words of an error that means that the database cannot be used at present, not that anything is wrong with what was asked of it; undefined for any other. */
export function outageOf(error: unknown): string | undefined {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  return OUTAGE_STATES.test(code) || OUTAGE_CODES.has(code) || OUTAGE_WORDS.test(message) ? code || 'connection lost' : undefined;
}

/** SQLSTATE or system code of an error; empty where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
