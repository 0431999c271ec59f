import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { instanceIfSound } from './check-plan.js';

/** One wire event: its name, the class that carries and checks its data, and who publishes it. */
export interface Contract<T extends object = object> {
  /** `<noun>.<verb>.v<n>`, e.g. `ticket.dispatched.v1`; the tail of the NATS subject and of the CloudEvents type. */
  readonly name: string;
  readonly noun: string;
  readonly dataClass: new () => T;
  readonly producer: 'intake' | 'routing' | 'sla' | 'supervision' | 'appraisal' | 'prefecture';
  /** What the event promises to a subscriber, in one sentence. */
  readonly promise: string;
  /** The CloudEvents subject, the id by which versions count, as a template over the data: `{ticketId}`, `archive:{ticketId}`. */
  readonly subject: string;
  /** One event's data as it may come, with nobody in it. */
  readonly example: T;
}

const registered = new Map<string, Contract>();

/** Declares a contract; the name must be new (contracts are append-only, a breaking change is a new version). */
export function contract<T extends object>(
  name: string,
  dataClass: new () => T,
  about: Pick<Contract, 'producer' | 'promise' | 'subject'> & { readonly example: NoInfer<T> },
): Contract<T> {
  const parts = /^([a-z-]+)\.[a-z-]+\.v\d+$/.exec(name);
  if (!parts?.[1]) throw new Error(`contract name must look like noun.verb.v1: ${name}`);
  if (registered.has(name)) throw new Error(`contract declared twice: ${name}`);
  const made: Contract<T> = { name, noun: parts[1], dataClass, ...about };
  registered.set(name, made as unknown as Contract);
  return made;
}

/** Stable id of the JSON Schema of a contract's data, published as `libs/contracts/schemas/<name>.schema.json`. */
export function schemaIdOf(contractName: string): string {
  return `urn:hotline-12345:schema:${contractName}`;
}

/** All declared contracts, in the order of declaration. */
export function allContracts(): readonly Contract[] {
  return [...registered.values()];
}

export function contractNamed(name: string): Contract | undefined {
  return registered.get(name);
}

/** Thrown when data does not fit its contract; `problems` name fields and rules, never values. */
export class ContractViolation extends Error {
  constructor(
    readonly contractName: string,
    readonly problems: readonly string[],
  ) {
    super(`${contractName}: ${problems.join('; ')}`);
    this.name = 'ContractViolation';
  }
}

/**
 * Checks data against a contract and returns it as an instance.
 * On the way out unknown fields are refused; on the way in they are dropped, so that a newer producer can add fields.
 */
export function checked<T extends object>(made: Contract<T>, raw: unknown, direction: 'in' | 'out'): T {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new ContractViolation(made.name, ['data: must be an object']);
  const sound = instanceIfSound(made.dataClass, raw);
  if (sound && (direction === 'in' || Object.keys(raw).length === Object.keys(sound).length)) return sound;
  const instance = instanceOf(made.dataClass, raw);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: direction === 'out', validationError: { target: false, value: false } });
  if (errors.length > 0) throw new ContractViolation(made.name, errors.flatMap((error) => flatten(error, '')));
  return instance;
}

/** What `plainToInstance` makes, at a fraction of its price where nothing is nested: it costs four times as much as the check itself. */
function instanceOf<T extends object>(dataClass: new () => T, raw: object): T {
  const nested = Object.values(raw).some((value: unknown) => (Array.isArray(value) ? value.some(isObject) : isObject(value)));
  return nested ? plainToInstance(dataClass, raw) : Object.assign(new dataClass(), raw);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function flatten(error: ValidationError, path: string): string[] {
  const here = path ? `${path}.${error.property}` : error.property;
  return [...Object.keys(error.constraints ?? {}).map((rule) => `${here}: ${rule}`), ...(error.children ?? []).flatMap((child) => flatten(child, here))];
}
