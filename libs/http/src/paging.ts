import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsWholeNumberText } from './field-rules.js';
import { ProblemException } from './problem.js';

/** Query of every list: how many items, and where to go on. */
export class PageQuery {
  @IsWholeNumberText(1, 200, { optional: true, description: '每页条数，默认 50' })
  limit: number = 50;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  @ApiProperty({ required: false, type: String, description: '上一页答复中的 next；首页不填' })
  cursor?: string;
}

/** One page of a list; `next` is the cursor of the following page, null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type CursorKey = readonly (string | number)[];

interface CursorKinds {
  readonly text: string;
  readonly number: number;
  readonly uuid: string;
}

/**
 * Cuts a page out of a query result. Ask the database for `limit + 1` rows: the row beyond the page tells that there is
 * a next one. `keyOf` is the sort key of an item, unique in its last part, e.g. `[receivedAt, id]`.
 */
export function page<T>(items: readonly T[], limit: number, keyOf: (item: T) => CursorKey): Page<T> {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, next: items.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key inside a cursor, `decodeCursor(query.cursor, 'number', 'uuid')` → `[number, string]`; undefined on the first
 * page. Throws `cursor-malformed` (400) on anything that this list has not handed out.
 */
export function decodeCursor<const Kinds extends readonly (keyof CursorKinds)[]>(
  cursor: string | undefined,
  ...kinds: Kinds
): { [Index in keyof Kinds]: CursorKinds[Kinds[Index]] } | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  const fits = Array.isArray(key) && key.length === kinds.length && kinds.every((kind, index) => isOfKind(kind, key[index]));
  if (!fits) throw ProblemException.of('cursor-malformed');
  return key as unknown as { [Index in keyof Kinds]: CursorKinds[Kinds[Index]] };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isOfKind(kind: keyof CursorKinds, value: unknown): boolean {
  if (kind === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'string' || value.includes('\0')) return false;
  return kind === 'text' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
