import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { CSV_EXAMPLE, SCORING_EXAMPLES, type AnswerName } from './scoring.examples.js';

const NOT_MODIFIED = { status: 304, description: '与 If-None-Match 所示的答复相同；无正文' };
const TAG = { headers: { ETag: { description: '答复内容的标记：所依据的事实有变化、答复随之不同时才改变', schema: { type: 'string' as const } } } };
const FILES = { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx', 'application/vnd.apache.parquet': 'parquet' };

const TAGLESS: readonly AnswerName[] = ['what-if', 'schemes', 'dictionary'];

/** Describes the JSON answer of a route by its example. */
export function Answers(name: AnswerName): MethodDecorator {
  const example: object = SCORING_EXAMPLES[name];
  const content = { 'application/json': { schema: schemaOf(example), example } };
  if (TAGLESS.includes(name)) return ApiResponse({ status: 200, description: '答复', content });
  return applyDecorators(ApiResponse({ status: 200, description: '答复', ...TAG, content }), ...conditional());
}

/** Describes a route that answers a table as a file. */
export function AnswersFile(): MethodDecorator {
  const binary = Object.entries(FILES).map(([type, format]) => [type, { schema: { type: 'string' as const, format: 'binary' }, example: `（${format} 文件）` }]);
  const content = { 'text/csv': { schema: { type: 'string' as const }, example: CSV_EXAMPLE }, ...(Object.fromEntries(binary) as object) };
  return applyDecorators(ApiResponse({ status: 200, description: '所导出的表', ...TAG, content }), ...conditional());
}

function conditional(): MethodDecorator[] {
  return [ApiResponse(NOT_MODIFIED), ApiHeader({ name: 'If-None-Match', required: false, description: '上次答复头中的 ETag；内容未变时答以 304' }) as MethodDecorator];
}

type Schema = Readonly<Record<string, unknown>>;

/** What an example says of the shape: every leaf may be null, every member may be missing. */
function schemaOf(value: unknown): Schema {
  if (Array.isArray(value)) return { type: 'array', items: value.length === 0 ? {} : schemaOf(value[0]) };
  if (typeof value === 'object' && value !== null) return { type: 'object', properties: Object.fromEntries(Object.entries(value).map(([key, member]) => [key, schemaOf(member)])) };
  return value === null ? {} : { type: [typeof value, 'null'] };
}
