import type { Outcome, Refusal } from '@hotline/domain/shared';
import { type Problem, ProblemException, problemType } from './problem.js';
import { PROBLEMS } from './problem-texts.js';

export type RefusalValues = Readonly<Record<string, string | number>>;

/** How one refusal of the domain is told to a person. */
export interface RefusalText {
  readonly status: 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422;
  readonly title: string;
  readonly detail: (values: RefusalValues) => string;
  readonly advice: string;
}

/** The refusals of a feature by slug. Type it `RefusalTable<TicketRefusal>` and a missing slug does not compile. */
export type RefusalTable<Slug extends string> = Readonly<Record<Slug, RefusalText>>;
export type RefusalTexts = RefusalTable<string>;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `2018-09-21 17:30`: an instant among the values of a refusal (ISO text) as a person in the county reads it; a dash when it is absent. */
export function momentText(value: string | number | undefined): string {
  if (value === undefined) return '—';
  return new Date(Date.parse(String(value)) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

const registered = new Map<string, RefusalText>();

/** Registers a feature's table for {@link answer} and hands it back; two different texts for one slug stop the boot. */
export function refusalsOf<Table extends RefusalTexts>(table: Table): Table {
  for (const [slug, text] of Object.entries(table)) {
    const earlier = registered.get(slug);
    if (earlier && earlier !== text) throw new Error(`two texts for the refusal '${slug}'`);
    registered.set(slug, text);
  }
  return table;
}

/** Throws unless the table has a text for each slug and none beside; call it in a spec or at boot. */
export function assertRefusalsCovered(slugs: readonly string[], table: RefusalTexts): void {
  const missing = slugs.filter((slug) => !Object.hasOwn(table, slug));
  const stale = Object.keys(table).filter((slug) => !slugs.includes(slug));
  if (missing.length > 0) throw new Error(`refusals without a text: ${missing.join(', ')}`);
  if (stale.length > 0) throw new Error(`texts for refusals nobody gives: ${stale.join(', ')}`);
}

/** The value of an outcome; throws the problem of a refusal. A slug without a text is a defect (500). */
export function answer<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ProblemException(problemOf(outcome.refusal));
}

export function problemOf(refusal: Refusal): Problem {
  const text = registered.get(refusal.slug);
  if (!text) throw new Error(`no text for the refusal '${refusal.slug}'`);
  const detail = text.detail(refusal.values ?? {});
  return {
    type: problemType(refusal.slug),
    status: text.status,
    code: refusal.slug,
    title: text.title,
    detail,
    advice: text.advice,
    ...(refusal.field !== undefined && { errors: [{ field: refusal.field, code: refusal.slug, message: detail }] }),
  };
}

/** Refusals that the platform itself gives, whatever the service. */
export const PLATFORM_REFUSALS = refusalsOf({
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency-Key 已用于其他操作',
    detail: () => '同一个 Idempotency-Key 之前提交过内容不同的操作，本次操作没有写入任何内容。',
    advice: '请为新的操作使用新的 Idempotency-Key；如要重复原操作，请原样提交原来的内容。',
  },
  'idempotency-answer-forgotten': {
    status: 409,
    title: '该操作早已办理，答复不再保存',
    detail: () => '使用这个 Idempotency-Key 的操作此前已经办理，当时的答复按规定不再保存，本次没有重复办理。',
    advice: '请查看有关事项现在的情况；确需再办理一次的，请使用新的 Idempotency-Key。',
  },
  'version-conflict': { ...PROBLEMS['version-conflict'], detail: () => PROBLEMS['version-conflict'].detail },
  'precondition-failed': { ...PROBLEMS['precondition-failed'], detail: () => PROBLEMS['precondition-failed'].detail },
});
