import { policyRef, type PolicyPack } from '../policy/index.js';
import type { Category, ClockKind, Instant, LocalDate } from '../shared/index.js';
import type { ClockLimit, ClockTarget, LimitPart, StartEvent, StatutoryTerms, VoidCause } from './clock.js';

/** What a rule of reading §3 has to say about a clock; the rest of a target follows from it. */
export interface TargetSketch {
  readonly kind: ClockKind;
  readonly unit: string;
  /** Tells apart several clocks of one kind, dispatch and unit. */
  readonly ordinal?: string;
  readonly startEvent: StartEvent;
  readonly article: string;
  readonly policy: PolicyPack;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly limit: ClockLimit;
  readonly limitParts: readonly LimitPart[];
  readonly voidedBy?: VoidCause | null;
  /** Of a right: when the handling ended without it having been used. */
  readonly forgoneAt?: Instant | null;
  /** Where it is no longer that of the dispatch (Art. 13). */
  readonly category?: Category;
  /** `stoppedAt` ends the clock without what it waited for. */
  readonly missed?: boolean;
  readonly verdictWaits?: boolean;
  readonly prefectureDueOn?: LocalDate | null;
  /** Names of facts that were weighed beside start and stop. */
  readonly weighed?: readonly string[];
  readonly dispatch?: { readonly dispatchNo: number; readonly round: number; readonly category: Category; readonly prefectureTransfer: boolean };
}

export function targetOf(sketch: TargetSketch): ClockTarget {
  const voidedBy = sketch.voidedBy ?? null;
  const voided = voidedBy !== null;
  const verdictWaits = !voided && (sketch.verdictWaits ?? false);
  // Moments come from several services; a stop just before its start is a matter of their wall clocks, not of negative time.
  const stoppedAt = voided || sketch.stoppedAt === null ? null : Math.max(sketch.startedAt, sketch.stoppedAt);
  const missed = stoppedAt !== null && (sketch.missed ?? false);
  const forgoneAt = voided || stoppedAt !== null ? null : (sketch.forgoneAt ?? null);
  const dispatchNo = sketch.dispatch?.dispatchNo ?? 0;
  return {
    key: [sketch.kind, dispatchNo, sketch.unit, ...(sketch.ordinal === undefined ? [] : [sketch.ordinal])].join(':'),
    kind: sketch.kind,
    unit: sketch.unit,
    dispatchNo,
    round: sketch.dispatch?.round ?? 0,
    category: sketch.category ?? sketch.dispatch?.category ?? null,
    prefectureTransfer: sketch.dispatch?.prefectureTransfer ?? false,
    startEvent: sketch.startEvent,
    article: sketch.article,
    policy: policyRef(sketch.policy),
    startedAt: sketch.startedAt,
    limit: sketch.limit,
    limitParts: sketch.limitParts,
    verdictWaits,
    stoppedAt,
    voided,
    voidedBy,
    forgoneAt,
    missed,
    prefectureDueOn: sketch.prefectureDueOn ?? null,
    basis: basisOf(sketch, { stoppedAt, voidedBy, forgoneAt, missed, verdictWaits }),
  };
}

type Weighed = Pick<ClockTarget, 'stoppedAt' | 'voidedBy' | 'forgoneAt' | 'missed' | 'verdictWaits'>;

/** Later causes, categories, endings and the prefecture's date add to it, so that what was stored before they were known keeps its name. */
function basisOf(sketch: TargetSketch, { stoppedAt, voidedBy, forgoneAt, missed, verdictWaits }: Weighed): string {
  const voided = voidedBy === 'return-accepted' ? true : (voidedBy ?? false);
  const category = sketch.category === undefined || sketch.category === sketch.dispatch?.category ? [] : [sketch.category];
  const forgone = forgoneAt === null ? [] : [{ forgoneAt }];
  const wanted = sketch.prefectureDueOn ? [{ prefectureDueOn: sketch.prefectureDueOn }] : [];
  return JSON.stringify([sketch.startedAt, stoppedAt, voided, missed, verdictWaits, sketch.limitParts.filter(isPlain), sketch.weighed ?? [], ...category, ...forgone, ...wanted]);
}

/** A limit of working days that rests on the policy alone. */
export function plainLimit(from: Instant, workingDays: number): Pick<TargetSketch, 'limit' | 'limitParts'> {
  return limitOfParts(from, [{ source: 'policy', workingDays }]);
}

export function limitOfParts(from: Instant, limitParts: readonly LimitPart[]): Pick<TargetSketch, 'limit' | 'limitParts'> {
  return { limit: limitOf(from, limitParts), limitParts };
}

/** Working days, unless a law counts otherwise. */
export function limitOf(from: Instant, parts: readonly LimitPart[]): ClockLimit {
  const terms = statutoryOf(parts);
  const workingDays = totalOf(parts);
  switch (terms?.unit) {
    case 'calendar-days':
      return { unit: 'calendar-days', from, days: terms.amount, plusWorkingDays: workingDays };
    case 'hours':
      return { unit: 'hours', from, hours: terms.amount, plusWorkingDays: workingDays };
    case 'working-days':
    case undefined:
      return { unit: 'working-days', from, workingDays, notAfter: null };
  }
}

export function statutoryOf(parts: readonly LimitPart[]): StatutoryTerms | undefined {
  return parts.find((part) => part.statutory)?.statutory;
}

export function totalOf(parts: readonly LimitPart[]): number {
  return parts.reduce((total, part) => total + part.workingDays, 0);
}

/** A part of a limit without what a calendar works out: days of credits may come out otherwise under the next one, all else is fixed by facts and policy. */
export function calendarFree(part: LimitPart): unknown[] {
  return part.reviews ? [part.source, part.ref, part.reviews] : [part.source, part.ref, part.workingDays];
}

function isPlain(part: LimitPart): boolean {
  return part.source !== 'extension' && part.reviews === undefined;
}
