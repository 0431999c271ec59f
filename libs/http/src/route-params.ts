import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { UNIT_CODE } from './field-rules.js';
import { fieldProblem } from './problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** `@IdParam('id')`: a UUID out of the path, in lower case. */
export const IdParam = (name: string) =>
  described(name, { format: 'uuid' }, pipe(name, 'not-a-uuid', '应为 UUID', (text) => (UUID.test(text) ? text.toLowerCase() : undefined)));

/** `@UnitCodeParam('unit')`: a handling unit's code out of the path. */
export const UnitCodeParam = (name: string) =>
  described(name, { pattern: UNIT_CODE.source }, pipe(name, 'is-unit-code', '应为单位编码', (text) => (UNIT_CODE.test(text) ? text : undefined)));

function pipe(name: string, code: string, message: string, read: (text: string) => string | undefined): PipeTransform<string, string> {
  return {
    transform: (text) => {
      const value = read(text);
      if (value === undefined) throw fieldProblem(name, code, message);
      return value;
    },
  };
}

function described(name: string, schema: Readonly<Record<string, string>>, transform: PipeTransform<string, string>): ParameterDecorator {
  return (target, key, index) => {
    Param(name, transform)(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method) ApiParam({ name, schema: { type: 'string', ...schema } })(target, key, method);
  };
}
