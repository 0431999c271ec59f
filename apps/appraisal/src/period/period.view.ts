import { appraisal } from '@hotline/domain';
import { isoOf } from '@hotline/domain/shared';
import type { PeriodRow } from './period.row.js';
import type { StoredPeriod } from './period.store.js';

/** Points as people read them. */
export function pointsOf(hundredths: number): number;
export function pointsOf(hundredths: number | null): number | null;
export function pointsOf(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100;
}

/** The head of a period: what it is and how far it has come. */
export function headOf({ periodId, state, revision }: StoredPeriod | PeriodRow): object {
  const { span, version, status, correction, scheme, previewedAt, signatures, frozen } = state;
  return {
    periodId,
    period: span.name,
    kind: span.kind,
    from: span.from,
    to: span.to,
    version,
    status,
    correction,
    scheme,
    previewedAt: previewedAt === null ? null : isoOf(previewedAt),
    signatures: signatures.map(({ body, by, at }) => ({ body, name: appraisal.SIGNING_BODIES[body], by, at: isoOf(at) })),
    hash: frozen?.hash ?? null,
    frozenAt: frozen ? isoOf(frozen.at) : null,
    revision,
  };
}

/** Everything on the record of a period, for the county and the supervision office; with `unit`, what concerns that unit. */
export function periodView(period: StoredPeriod | PeriodRow, unit?: string): object {
  const { manual, exclusions, appeals, sentBack, units } = period.state;
  const own = <T extends { readonly unit: string }>(entries: readonly T[]): readonly T[] => (unit === undefined ? entries : entries.filter((entry) => entry.unit === unit));
  return {
    ...headOf(period),
    units: unit === undefined ? units : units.filter(({ code }) => code === unit),
    manual: own(manual).map((entry) => ({ ...entry, points: pointsOf(entry.points), at: isoOf(entry.at) })),
    exclusions: own(exclusions).map((entry) => ({ ...entry, at: isoOf(entry.at) })),
    appeals: own(appeals).map(appealView),
    sentBack: unit === undefined ? sentBack.map((each) => ({ ...each, at: isoOf(each.at) })) : [],
  };
}

export function appealView(appeal: appraisal.Appeal): object {
  return { ...appeal, at: isoOf(appeal.at), decision: appeal.decision && { ...appeal.decision, at: isoOf(appeal.decision.at) } };
}

/** A unit's score with each item: weight, both terms, raw rate, points. */
export function scoreView(score: appraisal.UnitScore): object {
  return {
    ...score,
    points: pointsOf(score.points),
    outOf: pointsOf(score.outOf),
    items: score.items.map((item) => ({
      ...item,
      weight: pointsOf(item.weight),
      effectiveWeight: pointsOf(item.effectiveWeight),
      points: pointsOf(item.points),
      ratio: item.denominator ? Math.round((10_000 * (item.numerator ?? 0)) / item.denominator) / 10_000 : null,
    })),
  };
}

/** Rankings by kind of unit with places; units listed apart have none. */
export function rankingView(scores: readonly appraisal.UnitScore[]): object {
  const line = ({ unit, name, points, tickets, complete }: appraisal.UnitScore): object => ({ unit, name, points: pointsOf(points), tickets, complete });
  return Object.fromEntries(
    Object.entries(appraisal.rankingByKind(scores)).map(([kind, { ranked, apart }]) => [kind, { ranked: ranked.map((score) => ({ place: score.place, ...line(score) })), apart: apart.map(line) }]),
  );
}
