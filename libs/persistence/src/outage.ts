const OUTAGE_STATES = /^(08|57P0|53|25006)/; // connection, shutdown, out of resources (disk full 53100), read-only standby
const OUTAGE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const OUTAGE_WORDS = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after/i;

/** Code or words of an error that means that the database is away, not that anything is wrong with what was asked of it; undefined for any other. */
export function outageOf(error: unknown): string | undefined {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  return OUTAGE_STATES.test(code) || OUTAGE_CODES.has(code) || OUTAGE_WORDS.test(message) ? code || 'connection lost' : undefined;
}

/** SQLSTATE or system code of an error; empty where it has none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
