import { ContractViolation } from '@hotline/contracts';
import { codeOf, outageOf } from '@hotline/persistence';

/** What went wrong with a message, in words that hold no value of the message. */
export interface Failure {
  readonly kind: 'outage' | 'unreadable' | 'defect';
  readonly reason: string;
}

/** Tells an outage of the database (wait, nothing is wrong with the message) from a message that cannot be read and from a defect of the handler. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ContractViolation) return { kind: 'unreadable', reason: error.message.slice(0, 500) };
  const outage = outageOf(error);
  if (outage !== undefined) return { kind: 'outage', reason: outage };
  return { kind: 'defect', reason: [error instanceof Error ? error.constructor.name : typeof error, codeOf(error)].filter(Boolean).join(' ') };
}
