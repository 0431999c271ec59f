import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { MEDIA_TYPES } from './paper-format.js';

/** Describes a route that answers a file; of papers in their formats unless other media types are named. */
export function AnswersFile(...types: readonly string[]): MethodDecorator {
  const produced = types.length > 0 ? types : Object.values(MEDIA_TYPES);
  return applyDecorators(ApiProduces(...produced), ApiOkResponse({ schema: { type: 'string', format: 'binary' } }));
}
