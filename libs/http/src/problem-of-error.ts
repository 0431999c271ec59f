import { HttpException } from '@nestjs/common';
import { problem, type Problem, ProblemException } from './problem.js';
import type { ProblemCode } from './problem-texts.js';

/** A problem to answer with, the headers that go with it, and whether somebody must look into the cause. */
export interface Answer {
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
  readonly defect?: boolean;
}

const BY_FASTIFY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
  FST_ERR_HANDLER_TIMEOUT: 'unavailable',
};

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  409: 'conflict',
  412: 'precondition-failed',
  413: 'body-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  422: 'refused-by-rule',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** SQLSTATE, whole or its class of two digits. */
const BY_SQLSTATE: Readonly<Record<string, ProblemCode>> = {
  '40001': 'database-busy', // serialization failure
  '40P01': 'database-busy', // deadlock
  '55P03': 'database-busy', // lock not available in time
  '57014': 'database-unavailable', // statement cancelled, e.g. by its time limit
  '23505': 'conflict', // unique violation: a lost race
  '22021': 'character-refused',
  '22P05': 'character-refused',
  '25006': 'database-unavailable', // read-only: we still talk to the old primary after a fail-over
  '08': 'database-unavailable', // connection lost
  '53': 'database-unavailable', // disk, memory or connections used up
  '57': 'database-unavailable', // shut down, starting up
  '58': 'database-unavailable', // system error, e.g. I/O
};

const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
// node-postgres gives these no code.
const LOST_CONNECTION = /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Query read timeout)/;

/** The problem that an error means to the caller. What is not recognised is a defect: 500, and nothing of its text. */
export function answerTo(error: unknown): Answer {
  if (error instanceof ProblemException) return { problem: error.problem, defect: error.problem.status === 500 };
  const carried = carriedProblem(error);
  if (carried) return carried;
  if (error instanceof HttpException) return { problem: problem(codeOfHttpException(error)), defect: error.getStatus() === 500 };
  for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
    const code = codeOfError(cause);
    if (code) return { problem: problem(code) };
  }
  return { problem: problem('internal'), defect: true };
}

/** Exceptions of other libs that carry their own texts, e.g. a refused token. */
function carriedProblem(error: unknown): Answer | undefined {
  if (!(error instanceof HttpException)) return undefined;
  const { problem: carried } = error as HttpException & { problem?: Omit<Problem, 'type'> & { headers?: Readonly<Record<string, string>> } };
  if (!carried) return undefined;
  const { headers, ...texts } = carried;
  return { problem: { type: `urn:hotline:problem:${texts.code}`, ...texts }, ...(headers && { headers }) };
}

function codeOfHttpException(error: HttpException): ProblemCode {
  return codeOfError(error.cause) ?? BY_STATUS[error.getStatus()] ?? (error.getStatus() < 500 ? 'bad-request' : 'internal');
}

function codeOfError(error: unknown): ProblemCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ProblemException) return error.problem.code as ProblemCode;
  if (error.name === 'OptimisticLockError') return 'version-conflict';
  const { code, sqlState } = error as Error & { code?: unknown; sqlState?: unknown };
  for (const candidate of [sqlState, code]) {
    if (typeof candidate !== 'string') continue;
    const known = BY_FASTIFY_CODE[candidate] ?? codeOfSqlState(candidate) ?? (SOCKET_CODES.has(candidate) ? 'database-unavailable' : undefined);
    if (known) return known;
  }
  return LOST_CONNECTION.test(error.message) ? 'database-unavailable' : undefined;
}

function codeOfSqlState(state: string): ProblemCode | undefined {
  return /^[0-9A-Z]{5}$/.test(state) ? (BY_SQLSTATE[state] ?? BY_SQLSTATE[state.slice(0, 2)]) : undefined;
}
