import type { FastifyInstance } from 'fastify';
import { type FieldProblem, ProblemException } from './problem.js';

const DEEPEST = 32;
const BACKSLASH = 0x5c;
const QUOTE = 0x22;

const rawBodies = new WeakMap<object, Buffer>();

/** Route setting, `@RouteConfig(KEEPS_RAW_BODY)`, of a route whose caller signs the bytes of the body. */
export const KEEPS_RAW_BODY = { hotlineRawBody: true } as const;

/** The bytes of the body as they came, on a route with {@link KEEPS_RAW_BODY}; elsewhere undefined. */
export function rawBodyOf(request: object): Buffer | undefined {
  return rawBodies.get(request);
}

function keepsRawBody(config: object): boolean {
  return 'hotlineRawBody' in config;
}

/**
 * Reads JSON bodies: UTF-8 only, at most 32 levels deep, without keys that reach for a prototype and without NUL or
 * half characters, which a database could not store. Every other content type is refused with 415.
 */
export function acceptOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (keepsRawBody(request.routeOptions.config)) rawBodies.set(request, body as Buffer);
    let escapes = false;
    let text: string;
    try {
      text = decode(decoder, body as Buffer);
      escapes = inspect(text);
    } catch (error) {
      return done(error as Error);
    }
    void parse(request, text, (error, value?: unknown) => {
      const bad = !error && escapes ? badCharacters(value, '') : [];
      done(error ?? (bad.length > 0 ? ProblemException.of('character-refused', { errors: bad }) : null), value);
    });
  });
}

function decode(decoder: InstanceType<typeof TextDecoder>, body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw ProblemException.of('malformed-json', { detail: '请求正文不是有效的 UTF-8 文本。' });
  }
}

/** Throws on too deep a nesting; answers whether a `\u` escape might stand for a character that cannot be stored. */
function inspect(text: string): boolean {
  let depth = 0;
  let inString = false;
  let escapes = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === BACKSLASH) escapes ||= isSuspicious(text, ++at);
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > DEEPEST) throw ProblemException.of('body-too-deep');
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  return escapes;
}

function isSuspicious(text: string, at: number): boolean {
  if (text[at] !== 'u') return false;
  const code = text.slice(at + 1, at + 5);
  return code === '0000' || /^[dD][89a-fA-F]/.test(code);
}

function badCharacters(value: unknown, path: string): FieldProblem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field: path || '(body)', code: 'character-refused', message: '含有空字符或不完整的字符' }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => badCharacters(member, path === '' ? key : `${path}.${key}`));
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
