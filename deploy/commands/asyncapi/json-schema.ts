import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { schemaIdOf, type Contract } from '@hotline/contracts';
import type { FieldComments } from './field-comments.ts';

/** As much of JSON Schema as contracts need. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly examples?: readonly unknown[];
}

type DataClass = new () => object;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** What each rule of class-validator says in JSON Schema, with the type of value that it is about. */
const RULES: Readonly<Record<string, (constraints: readonly unknown[]) => JsonSchema>> = {
  isString: () => ({ type: 'string' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isLength: ([least, most]) => ({ type: 'string', minLength: least as number, maxLength: most as number }),
  isIn: ([words]) => ({ type: 'string', enum: words as string[] }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  min: ([least]) => ({ minimum: least as number }),
  isArray: () => ({ type: 'array' }),
  arrayMaxSize: ([most]) => ({ maxItems: most as number }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/**
 * JSON Schema 2020-12 of a contract's data, from the rules by which it is checked; a rule that has no counterpart is an error.
 * Fields beyond those named are allowed, because a later version of the same contract may add some.
 */
export function schemaOf(made: Contract, comments: FieldComments): JsonSchema {
  return { $schema: DIALECT, $id: schemaIdOf(made.name), title: made.name, description: made.promise, ...objectSchema(made.dataClass, comments), examples: [made.example] };
}

function objectSchema(dataClass: DataClass, comments: FieldComments): JsonSchema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dataClass, '', false, false);
  const fields = [...Map.groupBy(inOrderOfDeclaration(rules, comments, dataClass), ({ propertyName }) => propertyName)];
  const properties = Object.fromEntries(fields.map(([field, own]) => [field, { ...commentOf(field, dataClass, comments), ...fieldSchema(own, dataClass, comments) }]));
  return { type: 'object', properties, required: fields.filter(([, own]) => !own.some(isOptional)).map(([field]) => field) };
}

function fieldSchema(rules: readonly Rule[], dataClass: DataClass, comments: FieldComments): JsonSchema {
  const told = rules.filter((rule) => !isOptional(rule));
  const own = Object.assign({}, ...told.filter(({ each }) => !each).map((rule) => one(rule, dataClass, comments))) as JsonSchema;
  const ofEach = told.filter(({ each }) => each);
  const whole = ofEach.length > 0 ? { ...own, items: Object.assign({}, ...ofEach.map((rule) => one(rule, dataClass, comments))) as JsonSchema } : own;
  return rules.some(isOptional) ? { ...whole, type: [String(whole.type), 'null'], ...(whole.enum ? { enum: [...whole.enum, null] } : {}) } : whole;
}

function one(rule: Rule, dataClass: DataClass, comments: FieldComments): JsonSchema {
  if (rule.type === 'nestedValidation') return objectSchema(nestedClass(dataClass, rule.propertyName), comments);
  const schema = RULES[rule.name ?? ''];
  if (!schema || rule.groups?.length) throw new Error(`${dataClass.name}.${rule.propertyName}: the rule ${rule.name} has no counterpart in JSON Schema; add it to RULES`);
  return schema(rule.constraints ?? []);
}

function isOptional({ name }: Rule): boolean {
  return name === 'isOptional';
}

/** The class that `@Type` names: what class-transformer makes of an element. */
function nestedClass(dataClass: DataClass, field: string): DataClass {
  const [made] = (plainToInstance(dataClass, { [field]: [{}] }) as Record<string, readonly object[]>)[field] ?? [];
  if (!made || made.constructor === Object) throw new Error(`${dataClass.name}.${field} has no @Type`);
  return made.constructor as DataClass;
}

/** Decorators of an inherited class are registered after those of its heirs; people read the fields as they were written. */
function inOrderOfDeclaration(rules: readonly Rule[], comments: FieldComments, dataClass: DataClass): Rule[] {
  const places = lineage(dataClass).flatMap((each) => [...(comments.get(each.name)?.keys() ?? [])]);
  return [...rules].sort((a, b) => places.indexOf(a.propertyName) - places.indexOf(b.propertyName));
}

function commentOf(field: string, dataClass: DataClass, comments: FieldComments): JsonSchema {
  const text = lineage(dataClass).map((each) => comments.get(each.name)?.get(field)).find(Boolean);
  return text ? { description: text } : {};
}

function lineage(dataClass: DataClass): DataClass[] {
  const parent = Object.getPrototypeOf(dataClass) as DataClass;
  return parent.name ? [...lineage(parent), dataClass] : [dataClass];
}
