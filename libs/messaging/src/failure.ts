import { ContractViolation } from '@hotline/contracts';

/** What went wrong with a message, in words that hold no value of the message. */
export interface Failure {
  readonly kind: 'outage' | 'unreadable' | 'defect';
  readonly reason: string;
}

const OUTAGE_STATES = /^(08|57P0|53|25006)/; // connection, shutdown, out of resources (disk full 53100), read-only standby
const OUTAGE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const OUTAGE_WORDS = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after/i;

/** Tells an outage of the database (wait, nothing is wrong with the message) from a message that cannot be read and from a defect of the handler. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ContractViolation) return { kind: 'unreadable', reason: error.message.slice(0, 500) };
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  if (OUTAGE_STATES.test(code) || OUTAGE_CODES.has(code) || OUTAGE_WORDS.test(message)) return { kind: 'outage', reason: code || 'connection lost' };
  return { kind: 'defect', reason: [error instanceof Error ? error.constructor.name : typeof error, code].filter(Boolean).join(' ') };
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
