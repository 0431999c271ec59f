import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemException } from './problem.js';

/** Content types of a table of rows: what a spreadsheet program saves. */
export const SHEET_TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
export type SheetType = keyof typeof SHEET_TYPES;

/** A sheet as it was sent. */
export interface Sheet {
  readonly type: SheetType;
  readonly bytes: Buffer;
}

/** Marks a route that takes a sheet as its body; every other route answers one with 415. */
export const TakesSheet = (): MethodDecorator => RouteConfig({ takesSheet: true });

/** Injects the {@link Sheet} of a route that is marked with {@link TakesSheet}. */
export const SheetBody = createParamDecorator((_: unknown, context: ExecutionContext): Sheet => {
  const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const type = (Object.keys(SHEET_TYPES) as SheetType[]).find((each) => headers['content-type']?.startsWith(SHEET_TYPES[each]));
  if (!Buffer.isBuffer(body) || !type) throw ProblemException.of('unsupported-media-type', { detail: `请求正文应为表格文件，Content-Type 为 ${Object.values(SHEET_TYPES).join(' 或 ')}。`, advice: '请以 CSV 或 xlsx 文件提交。' });
  return { type, bytes: body };
});

/** Reads sheets where a route takes them, within the general limit of a body. */
export function acceptSheets(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([...Object.values(SHEET_TYPES)], { parseAs: 'buffer' }, (request, body, done) => {
    const { takesSheet = false } = request.routeOptions.config as { takesSheet?: boolean };
    done(takesSheet ? null : ProblemException.of('unsupported-media-type'), body);
  });
}
