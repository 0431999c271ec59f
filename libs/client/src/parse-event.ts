import type { EventName, HotlineEvent } from './event.js';
import { SHAPES } from './generated/events.js';

/** An event, or why a text is none; `problems` name fields, never values. */
export type Parsed<Name extends EventName = EventName> =
  | { readonly ok: true; readonly event: HotlineEvent<Name> }
  | { readonly ok: false; readonly reason: Unreadable; readonly problems: readonly string[] };

/** `unknown-event` is one that a newer hotline tells: pass over it. */
export type Unreadable = 'not-json' | 'no-cloud-event' | 'unknown-event' | 'unfit-data';

type Fields = Readonly<Record<string, unknown>>;

const TYPE = /^hotline\.(.+)$/;
const TEXTS = ['id', 'source', 'type', 'subject', 'time'] as const;

/** Reads an event in structured JSON, from the bus or a webhook; throws nothing. Fields that are not known stay in it. */
export function parseEvent(text: string): Parsed {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-json', problems: ['the text is no JSON'] };
  }
  const problems = envelopeProblems(raw);
  if (problems.length > 0) return { ok: false, reason: 'no-cloud-event', problems };
  const event = raw as HotlineEvent;
  const name = TYPE.exec(event.type)?.[1] ?? '';
  if (!isEventName(name)) return { ok: false, reason: 'unknown-event', problems: [`type: no event named ${event.type.slice(0, 80)}`] };
  const unfit = dataProblems(name, event.data as unknown as Fields);
  return unfit.length > 0 ? { ok: false, reason: 'unfit-data', problems: unfit } : { ok: true, event };
}

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(SHAPES, name);
}

function envelopeProblems(raw: unknown): string[] {
  if (!isObject(raw)) return ['must be an object'];
  return [
    ...(raw['specversion'] === '1.0' ? [] : ['specversion: must be 1.0']),
    ...TEXTS.filter((field) => typeof raw[field] !== 'string' || raw[field] === '').map((field) => `${field}: missing`),
    ...(Number.isInteger(raw['version']) ? [] : ['version: must be an integer']),
    ...(isObject(raw['data']) ? [] : ['data: must be an object']),
  ];
}

/** A code that a newer hotline added to a list is no problem. */
function dataProblems(name: EventName, fields: Fields): string[] {
  const { required, types } = SHAPES[name];
  const wrong = Object.entries(types).filter(([field, allowed]) => fields[field] !== undefined && fields[field] !== null && !allowed.includes(jsonType(fields[field])));
  return [...required.filter((field) => fields[field] === undefined || fields[field] === null).map((field) => `${field}: missing`), ...wrong.map(([field, allowed]) => `${field}: must be ${allowed.join(' or ')}`)];
}

function jsonType(value: unknown): string {
  return Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
