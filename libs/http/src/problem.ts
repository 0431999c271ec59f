import { PROBLEMS, type ProblemCode } from './problem-texts.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** One thing wrong with one field. Never carries the value itself: it may be somebody's name or telephone number. */
export interface FieldProblem {
  /** Dotted path, e.g. `place.township` or `units.0.code`. */
  readonly field: string;
  /** Stable English slug, e.g. `max-length`. */
  readonly code: string;
  /** What is wrong, in Chinese. */
  readonly message: string;
}

/** Problem details (RFC 9457) with the members every answer of ours carries. */
export interface Problem {
  /** `urn:hotline:problem:<code>`. */
  readonly type: string;
  readonly status: number;
  /** Stable English slug. */
  readonly code: string;
  /** Texts for people, in Chinese: what it is, what happened here, what to do. */
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
  /** Seconds after which trying again makes sense; also sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Trace id under which the logs tell more. */
  readonly traceId?: string;
}

export type ProblemAbout = Partial<Pick<Problem, 'detail' | 'advice' | 'instance' | 'errors' | 'retryAfter'>>;

/** A problem of the common table, with what is particular to this case. */
export function problem(code: ProblemCode, about: ProblemAbout = {}): Problem {
  return { type: problemType(code), code, ...PROBLEMS[code], ...about };
}

export function problemType(code: string): string {
  return `urn:hotline:problem:${code}`;
}

/** Thrown where a request ends in a problem. */
export class ProblemException extends Error {
  override readonly name = 'ProblemException';

  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.code, options);
  }

  /** `throw ProblemException.of('not-found', { detail: '…' })`. */
  static of(code: ProblemCode, about: ProblemAbout = {}): ProblemException {
    return new ProblemException(problem(code, about));
  }
}

/** A request refused for one field. */
export function fieldProblem(field: string, code: string, message: string): ProblemException {
  return ProblemException.of('validation-failed', { errors: [{ field, code, message }] });
}
