import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { constraintText } from './constraint-messages.js';
import { type FieldProblem, ProblemException } from './problem.js';

/** Faults told in one answer. */
export const MOST_ERRORS = 50;

/** Checks every body and query against its class: unknown fields are refused, all faults are told at once, in Chinese, without the values. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    transformOptions: { enableImplicitConversion: false },
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => ProblemException.of('validation-failed', { errors: fieldProblems(errors).slice(0, MOST_ERRORS) }),
  });
}

/** Nested errors as one flat list with dotted paths. */
export function fieldProblems(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = path === '' ? (error.property ?? '(body)') : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([name, given]) => ({ field, ...constraintText(name, given, limitsOf(error, name)) }));
    return [...own, ...fieldProblems(error.children ?? [], field)];
  });
}

/** The arguments of the decorator that refused, e.g. `[200]` of `@MaxLength(200)`. */
function limitsOf(error: ValidationError, constraint: string): readonly unknown[] {
  const target = error.target?.constructor;
  if (!target) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const rule = rules.find(({ propertyName, name }) => propertyName === error.property && name === constraint);
  return (rule?.constraints ?? []) as readonly unknown[];
}
