import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { codesOf, dayOf, instantOf } from '@hotline/domain/shared';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsDefined, IsInt, IsOptional, IsUUID, Max, Min, ValidateBy, ValidateNested } from 'class-validator';

/** Each rule below checks a field, tells what is wrong in Chinese and describes the field in the OpenAPI document. */
export interface FieldOptions {
  /** May be left out; `null` counts as left out. */
  readonly optional?: boolean;
  /** A list of such values, at most 200. */
  readonly each?: boolean;
  /** What the field means, for the document. */
  readonly description?: string;
  readonly example?: unknown;
}

type Check = { readonly name: string; readonly message: string; readonly holds: (value: unknown) => boolean };

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2101, 0, 1);
const LONGEST_LIST = 200;

/** A moment as ISO 8601 text with an offset, a real date, from 2000 to 2100. */
export const IsInstant = (options: FieldOptions = {}) =>
  fieldRule({ name: 'isInstant', message: '应为带时区的 ISO 8601 时间，且日期真实存在，例如 2018-09-21T09:30:00+08:00', holds: isInstant }, options, { type: String, format: 'date-time' });

/** A day in Asia/Shanghai as `YYYY-MM-DD`, from 2000 to 2100. */
export const IsLocalDate = (options: FieldOptions = {}) =>
  fieldRule({ name: 'isLocalDate', message: '应为真实存在的日期，格式为 YYYY-MM-DD，例如 2018-09-21', holds: isLocalDate }, options, { type: String, format: 'date' });

/** A handling unit's code: 1 to 64 letters, digits and hyphens. */
export const IsUnitCode = (options: FieldOptions = {}) =>
  fieldRule({ name: 'isUnitCode', message: '应为单位编码：1 至 64 个字母、数字或连字符', holds: isUnitCode }, options, { type: String, pattern: UNIT_CODE.source });

/** One code of a closed word list, e.g. `@IsCodeOf(CATEGORIES)`. */
export function IsCodeOf(words: object, options: FieldOptions = {}): PropertyDecorator {
  const codes = codesOf(words);
  const list = Object.entries(words).map(([code, word]) => `${code}（${String(word)}）`).join('、');
  const check: Check = { name: 'isCodeOf', message: `应为以下之一：${list}`, holds: (value) => codes.some((code) => code === value) };
  return fieldRule(check, options, { enum: codes, type: String });
}

/** Words of a person: trimmed, not empty, at most `max` characters; line breaks and tabs are the only control characters. */
export function Text(max: number, options: FieldOptions = {}): PropertyDecorator {
  const check: Check = { name: 'isText', message: `应为 1 至 ${max} 个字符的文本，不含控制字符`, holds: (value) => isText(value, max) };
  return applyDecorators(Transform(({ value }) => trimmed(value)), fieldRule(check, options, { type: String, minLength: 1, maxLength: max }));
}

/** A UUID. */
export const IsId = (options: FieldOptions = {}) => rules([IsUUID(undefined, eachOf(options))], options, { type: String, format: 'uuid' });

/** `true` or `false`. */
export const IsFlag = (options: FieldOptions = {}) => rules([IsBoolean(eachOf(options))], options, { type: Boolean });

/** A whole number from `min` to `max`, written as a number. */
export const IsWholeNumber = (min: number, max: number, options: FieldOptions = {}) =>
  rules([IsInt(eachOf(options)), Min(min, eachOf(options)), Max(max, eachOf(options))], options, { type: 'integer', minimum: min, maximum: max });

/** The same in a query string, where everything is text. */
export const IsWholeNumberText = (min: number, max: number, options: FieldOptions = {}) =>
  applyDecorators(Transform(({ value }) => numberOf(value)), IsWholeNumber(min, max, options));

/** An object of another class, or with `each` a list of such; a list is no object, and what is not there is no part. */
export const IsPart = (part: () => new () => object, options: FieldOptions = {}) =>
  rules([...partChecks(options), Type(part)], options, { type: () => part() }); // Swagger takes a function for lazy only if it is named `type`

/** `ValidateNested` alone passes a part that is missing, and looks into a list in its place. */
function partChecks(options: FieldOptions): PropertyDecorator[] {
  const noList = ValidateBy({ name: 'isObject', validator: { validate: (value) => !Array.isArray(value), defaultMessage: () => '应为对象' } }, eachOf(options));
  return [ValidateNested(eachOf(options)), noList, ...(options.optional || options.each ? [] : [IsDefined()])];
}

function fieldRule({ name, message, holds }: Check, options: FieldOptions, schema: ApiPropertyOptions): PropertyDecorator {
  return rules([ValidateBy({ name, validator: { validate: holds, defaultMessage: () => message } }, eachOf(options))], options, schema);
}

function rules(checks: PropertyDecorator[], options: FieldOptions, schema: ApiPropertyOptions): PropertyDecorator {
  const { optional = false, each = false, description, example } = options;
  const about = { required: !optional, ...(each && { isArray: true }), ...(description && { description }), ...(example !== undefined && { example }) };
  return applyDecorators(
    ...checks,
    ...(each ? [IsArray(), ArrayMinSize(optional ? 0 : 1), ArrayMaxSize(LONGEST_LIST)] : []),
    ...(optional ? [IsOptional(), Transform(({ value }) => (value === null ? undefined : (value as unknown)))] : []),
    ApiProperty({ ...schema, ...about } as ApiPropertyOptions),
  );
}

function eachOf({ each }: FieldOptions): { each: boolean } {
  return { each: each ?? false };
}

function isInstant(value: unknown): boolean {
  const match = typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:[0-5]\d)$/.exec(value);
  return match ? isLocalDate(match[1]) && within(() => instantOf(match[0])) : false;
}

function isLocalDate(value: unknown): boolean {
  return typeof value === 'string' && within(() => dayOf(value) * 86_400_000);
}

function within(moment: () => number): boolean {
  try {
    const at = moment();
    return at >= EARLIEST && at < LATEST;
  } catch {
    return false; // dayOf and instantOf throw RangeError on what is not a date
  }
}

export const UNIT_CODE = /^[A-Za-z0-9-]{1,64}$/;

function isUnitCode(value: unknown): boolean {
  return typeof value === 'string' && UNIT_CODE.test(value);
}

/** Characters are counted as people count them, so that one beyond the basic plane is one. */
function isText(value: unknown, max: number): boolean {
  if (typeof value !== 'string' || value.length === 0 || value.length > 2 * max) return false;
  return value.isWellFormed() && !CONTROL.test(value) && (value.length <= max || [...value].length <= max);
}

const CONTROL = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]');

function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trimmed);
  return typeof value === 'string' ? value.trim() : value;
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}
