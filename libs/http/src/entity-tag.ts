import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Refusal } from '@hotline/domain/shared';
import type { FastifyRequest } from 'fastify';
import { canonicalJson } from './canonical-json.js';
import { ProblemException } from './problem.js';

/** Strong entity tag of a row's version: `"v7"`. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** Injects the version that `If-Match` names; undefined without the header or with `*`. Rubbish is a 400. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  expectedVersion(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

export function expectedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^"v(\d{1,15})"$/.exec(header.trim());
  if (!match) throw ProblemException.of('if-match-malformed');
  return Number(match[1]);
}

/** Throws `precondition-failed` (412) when the caller expects another version than there is. */
export function requireVersion(expected: number | undefined, actual: number): void {
  if (versionRefusal(expected, actual)) throw ProblemException.of('precondition-failed');
}

/** The same as a value. */
export function versionRefusal(expected: number | undefined, actual: number): Refusal | undefined {
  return expected === undefined || expected === actual ? undefined : { slug: 'precondition-failed', field: 'If-Match' };
}

/** Weak entity tag of an answer that has no version: it changes with what is answered and with nothing else. */
export function contentTag(content: unknown): string {
  return `W/"${hash('sha256', canonicalJson(content), 'base64url').slice(0, 27)}"`;
}

/** Whether the caller has the answer with this tag already, as `If-None-Match` says (RFC 9110, 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  const opaque = (each: string): string => each.trim().replace(/^W\//, '');
  return ifNoneMatch !== undefined && (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((each) => opaque(each) === opaque(tag)));
}
