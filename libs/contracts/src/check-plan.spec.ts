import { describe, expect, it } from '@jest/globals';
import { CATEGORIES, CHANNELS, CLOCK_KINDS, codesOf, DISPATCH_MODES, PETITIONER_KINDS, SATISFACTION, VERDICTS } from '@hotline/domain/shared';
import { getMetadataStorage, validateSync } from 'class-validator';
import fc from 'fast-check';
import { instanceIfSound } from './check-plan.js';
import { allContracts, checked, ContractViolation, ticketDispatchedV1, type Contract } from './index.js';

/** What may stand in a field: right for some field of some contract, or nearly so. */
const VALUES: readonly unknown[] = [
  ...['0197a2b4-5c1d-7000-8000-0123456789ab', '2018-09-21T01:30:00.000Z', '2018-09-21', '2018-02-30T01:30:00Z', 'x', '', 'x'.repeat(120), 'x'.repeat(121), ' '],
  ...[0, 1, -1, 1.5, Number.NaN, true, false, null, undefined, [], ['a'], ['a', 1], [''], Array.from({ length: 51 }, () => 'a'), {}, { a: 1 }],
  ...allContracts().flatMap(({ dataClass }) => metadatasOf(dataClass).flatMap(({ constraints }) => (Array.isArray(constraints?.[0]) ? constraints[0].slice(0, 2) : []))),
  ...[CATEGORIES, CHANNELS, CLOCK_KINDS, DISPATCH_MODES, PETITIONER_KINDS, SATISFACTION, VERDICTS].flatMap((words) => codesOf(words).slice(0, 2)),
];

function metadatasOf(dataClass: new () => object) {
  return getMetadataStorage().getTargetValidationMetadatas(dataClass, '', false, false);
}

function fieldsOf(dataClass: new () => object): string[] {
  return [...new Set(metadatasOf(dataClass).map(({ propertyName }) => propertyName))];
}

/** The judgement of class-validator itself. */
function isValid({ dataClass }: Contract, raw: object): boolean {
  return validateSync(Object.assign(new dataClass(), raw)).length === 0;
}

/** Objects whose fields mostly pass by themselves, so that sound ones are not rare. */
function almostSound({ dataClass }: Contract): fc.Arbitrary<Record<string, unknown>> {
  const passing = (field: string): unknown[] => VALUES.filter((value) => !validateSync(Object.assign(new dataClass(), { [field]: value })).some(({ property }) => property === field));
  const names = fieldsOf(dataClass);
  const fields = names.map((field): [string, fc.Arbitrary<unknown>] => [
    field,
    fc.oneof({ weight: 2 * names.length, arbitrary: fc.constantFrom(...passing(field)) }, { weight: 1, arbitrary: fc.constantFrom(...VALUES) }),
  ]);
  return fc.record(Object.fromEntries(fields));
}

const flat = allContracts().filter(({ dataClass }) => metadatasOf(dataClass).every(({ type }) => type !== 'nestedValidation'));

describe('the plan of a contract', () => {
  it.each(flat.map((made) => [made.name, made] as const))('lets through what class-validator does, and nothing else: %s', (_, made) => {
    const seen = { sound: 0, unsound: 0 };
    fc.assert(
      fc.property(almostSound(made), (raw) => {
        const valid = isValid(made, raw);
        seen[valid ? 'sound' : 'unsound'] += 1;
        expect(instanceIfSound(made.dataClass, raw) !== undefined).toBe(valid);
      }),
      { numRuns: 400 },
    );
    expect(seen.sound).toBeGreaterThan(20);
    expect(seen.unsound).toBeGreaterThan(20);
  });

  it('leaves nested objects to class-validator', () => {
    const nested = allContracts().filter((made) => !flat.includes(made));
    expect(nested.map(({ name }) => name)).toEqual(['calendar.published.v1']);
    for (const { dataClass } of nested) expect(instanceIfSound(dataClass, {})).toBeUndefined();
  });
});

describe('checked', () => {
  const dispatched = {
    ...{ ticketId: '0197a2b4-5c1d-7000-8000-0123456789ab', dispatchNo: 1, round: 1, category: 'help', mode: 'transfer', lead: 'YM-SWJ', assisting: [] },
    ...{ supervisedGround: null, ruling: false, prefectureTransfer: false, policy: 'yuanmou-2018@1', dispatchedAt: '2018-09-21T01:30:00.000Z' },
  };

  it('answers an instance with the known fields on the way in, and refuses unknown ones on the way out', () => {
    const read = checked(ticketDispatchedV1, { ...dispatched, later: 'addition' }, 'in');
    expect(read).toBeInstanceOf(ticketDispatchedV1.dataClass);
    expect({ ...read }).toEqual(dispatched);
    expect({ ...checked(ticketDispatchedV1, dispatched, 'out') }).toEqual(dispatched);
    expect(() => checked(ticketDispatchedV1, { ...dispatched, later: 'addition' }, 'out')).toThrow(new ContractViolation('ticket.dispatched.v1', ['later: whitelistValidation']));
  });

  it('names the fields and rules that are broken, never the values', () => {
    const broken = { ...dispatched, lead: '', round: -1, dispatchedAt: 'soon', category: undefined };
    expect(() => checked(ticketDispatchedV1, broken, 'in')).toThrow(
      new ContractViolation('ticket.dispatched.v1', ['round: min', 'category: isIn', 'lead: isLength', 'dispatchedAt: isIso8601']),
    );
  });

  it('takes no prototype from the wire', () => {
    const read = checked(ticketDispatchedV1, JSON.parse(`${JSON.stringify(dispatched).slice(0, -1)},"__proto__":{"lead":"else"},"constructor":{}}`), 'in');
    expect(Object.getPrototypeOf(read)).toBe(ticketDispatchedV1.dataClass.prototype);
    expect({ ...read }).toEqual(dispatched);
  });
});
