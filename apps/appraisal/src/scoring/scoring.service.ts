import { Injectable } from '@nestjs/common';
import { appraisal, policy, rate as rates } from '@hotline/domain';
import { codesOf, UNIT_KINDS, type UnitKind } from '@hotline/domain/shared';
import { fieldProblem } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import type { Rate } from '../rates/rate-definitions.js';
import { pointsOf } from '../period/period.view.js';
import type { Asked, AskedPeriod } from './scoring.scope.js';
import { namedUnits, termsByGroup, ticketsByGroup, ticketsCounted, type CountedTicket, type GroupTerms, type TicketPage } from './scoring.store.js';
import { headOf, itemFigure, MOST_ROWS, placeOf, refuseTooFine, SCORE_DEFINITION, type AnswerHead, type Place, type RateFigure, type ScoreFigure } from './scoring.view.js';

export interface Figures<T> {
  readonly head: AnswerHead;
  readonly items: readonly T[];
}

export interface RankedUnit {
  readonly kind: UnitKind | null;
  readonly place: number | null;
  readonly tied: boolean;
  readonly apart: 'small-sample' | 'nothing-counted' | 'unknown-kind' | null;
  readonly unit: string;
  readonly unitName: string | null;
  /** Points of 100, or a ratio. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly tickets: number;
}

export interface ComparedRate extends Place {
  readonly rate: Rate;
  readonly rateName: string;
  readonly now: Ratio;
  readonly base: Ratio;
  readonly difference: number | null;
  readonly trend: rates.Trend | null;
}

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly ratio: number | null;
}

/** A group with everything that a scheme may ask of it. */
interface GroupRecord {
  readonly groups: readonly string[];
  readonly terms: Map<Rate, { numerator: number; denominator: number }>;
  tickets: number;
}

const BY_UNIT = ['unit'] as const;

/** The scoring API: every figure from the facts as they are now (Art. 22, reading §5); decides and stores nothing. */
@Injectable()
export class ScoringService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly policies: policy.PolicyBook,
  ) {}

  rates(asked: Asked, wanted: readonly Rate[]): Promise<Figures<RateFigure>> {
    return this.uow.read(async (tx) => {
      const found = await this.#terms(tx, asked, wanted);
      const names = await namedUnits(tx);
      const items = found.map(({ rate, groups, numerator, denominator }) => ({ ...placeOf(asked, groups, names), rate, rateName: rates.RATE_KINDS[rate], ...ratio({ numerator, denominator }) }));
      return { head: this.#head(asked, wanted), items };
    });
  }

  tickets(asked: Asked, rate: Rate, page: TicketPage): Promise<Figures<CountedTicket>> {
    return this.uow.read(async (tx) => ({ head: this.#head(asked, [rate]), items: await ticketsCounted(tx, asked.scope, rate, page) }));
  }

  scores(asked: Asked): Promise<Figures<ScoreFigure> & { readonly score: object }> {
    const { appraisal: scheme, rates: { smallSample } } = this.#packOf(asked.scope.period);
    const wanted = ratesIn(scheme);
    return this.uow.read(async (tx) => {
      const records = await this.#records(tx, asked, wanted);
      const names = await namedUnits(tx);
      const items = records.map(({ groups, terms, tickets }): ScoreFigure => {
        const { points, outOf, items: parts } = appraisal.computedScore(scheme, terms);
        return { ...placeOf(asked, groups, names), tickets, smallSample: tickets < smallSample, points: pointsOf(points), outOf: pointsOf(outOf), items: parts.map(itemFigure) };
      });
      return { head: this.#head(asked, wanted), score: SCORE_DEFINITION, items };
    });
  }

  /** Units of each kind, the best first; ties share a place; small samples and units of which nothing is counted stand apart. */
  ranking(asked: Omit<Asked, 'groupBy'>, by: Rate | 'score'): Promise<Figures<RankedUnit> & { readonly by: string; readonly score: object | null }> {
    const question: Asked = { ...asked, groupBy: BY_UNIT };
    const { appraisal: scheme, rates: { smallSample } } = this.#packOf(asked.scope.period);
    const wanted = by === 'score' ? ratesIn(scheme) : [by];
    return this.uow.read(async (tx) => {
      const records = await this.#records(tx, question, wanted);
      const names = await namedUnits(tx);
      const standings = records.map(({ groups: [unit = ''], terms, tickets }) => {
        const own = by === 'score' ? undefined : terms.get(by);
        const [worth, value] = by === 'score' ? bothOf(appraisal.computedScore(scheme, terms).points) : worthOf(by, own);
        const named = names.get(unit);
        return { unit, unitName: named?.name ?? null, kind: named?.kind ?? null, smallSample: tickets < smallSample, tickets, worth, value, numerator: own?.numerator ?? null, denominator: own?.denominator ?? null };
      });
      return { head: this.#head(question, wanted), by, score: by === 'score' ? SCORE_DEFINITION : null, items: ranked(standings) };
    });
  }

  /** Each rate of each group in two periods; a group that occurs in one of them only has nothing below the line in the other. */
  comparison(asked: Asked, base: AskedPeriod, wanted: readonly Rate[]): Promise<Figures<ComparedRate>> {
    if (asked.groupBy.some((each) => ['month', 'quarter', 'year'].includes(each))) throw fieldProblem('groupBy', 'no-stretch-of-time', '两个期间的对比不能再按 month、quarter、year 分组，请改用 /scoring/rates');
    return this.uow.read(async (tx) => {
      const keyOf = ({ groups, rate }: GroupTerms): string => JSON.stringify([...groups, rate]);
      const now = await this.#terms(tx, asked, wanted);
      const before = await this.#terms(tx, { ...asked, scope: { ...asked.scope, period: base } }, wanted);
      const names = await namedUnits(tx);
      const [nowBy, beforeBy] = [now, before].map((rows) => new Map(rows.map((row) => [keyOf(row), row]))) as [Map<string, GroupTerms>, Map<string, GroupTerms>];
      const keys = [...new Map([...now, ...before].map((row) => [keyOf(row), row])).values()].sort((a, b) => inOrder([...a.groups, a.rate], [...b.groups, b.rate]));
      const items = keys.map((row): ComparedRate => {
        const [here, there] = [nowBy.get(keyOf(row)) ?? NOTHING, beforeBy.get(keyOf(row)) ?? NOTHING];
        return { ...placeOf(asked, row.groups, names), rate: row.rate, rateName: rates.RATE_KINDS[row.rate], now: ratio(here), base: ratio(there), ...rates.compareTerms(row.rate, here, there) };
      });
      return { head: this.#head(asked, wanted), items };
    });
  }

  /** Points and places of units under the scheme in force and under another. */
  whatIf(asked: Omit<Asked, 'groupBy'>, tried: { readonly ref: string; readonly scheme: policy.AppraisalScheme }): Promise<Figures<object> & { readonly tried: object }> {
    const question: Asked = { ...asked, groupBy: BY_UNIT };
    const { appraisal: scheme, rates: { smallSample } } = this.#packOf(asked.scope.period);
    const wanted = [...new Set([...ratesIn(scheme), ...ratesIn(tried.scheme)])];
    return this.uow.read(async (tx) => {
      const names = await namedUnits(tx);
      const units = (await this.#records(tx, question, wanted)).map(({ groups: [unit = ''], terms, tickets }) => ({ unit, kind: names.get(unit)?.kind ?? null, terms, tickets, smallSample: tickets < smallSample }));
      const items = appraisal.whatIf(units, scheme, tried.scheme).map(({ unit, kind, tickets, smallSample: small, inForce, tried: then }) => ({
        ...{ unit, unitName: names.get(unit)?.name ?? null, kind, tickets, smallSample: small },
        inForce: { ...inForce, points: pointsOf(inForce.points) },
        tried: { ...then, points: pointsOf(then.points) },
        pointsGained: inForce.points === null || then.points === null ? null : pointsOf(then.points - inForce.points),
        placesGained: inForce.place === null || then.place === null ? null : inForce.place - then.place,
      }));
      return { head: this.#head(question, wanted), tried: { scheme: tried.ref, dimensions: tried.scheme.dimensions }, items };
    });
  }

  #packOf(period: AskedPeriod): policy.PolicyPack {
    return this.policies.policyAt(period.to);
  }

  #head(asked: Asked, wanted: readonly Rate[]): AnswerHead {
    return headOf(asked, policy.policyRef(this.#packOf(asked.scope.period)), wanted);
  }

  async #terms(tx: Transaction, { scope, groupBy }: Asked, wanted: readonly Rate[]): Promise<GroupTerms[]> {
    const found = await termsByGroup(tx, scope, wanted, groupBy, MOST_ROWS + 1);
    refuseTooFine(found.length);
    return found;
  }

  async #records(tx: Transaction, asked: Asked, wanted: readonly Rate[]): Promise<GroupRecord[]> {
    const records = new Map<string, GroupRecord>();
    for (const { groups, rate, numerator, denominator } of await this.#terms(tx, asked, wanted)) {
      const key = JSON.stringify(groups);
      const record = records.get(key) ?? { groups, terms: new Map(), tickets: 0 };
      record.terms.set(rate, { numerator, denominator });
      records.set(key, record);
    }
    for (const { groups, tickets } of await ticketsByGroup(tx, asked.scope, appraisal.SAMPLE, asked.groupBy)) {
      const record = records.get(JSON.stringify(groups));
      if (record) record.tickets = tickets;
    }
    return [...records.values()];
  }
}

const NOTHING = { numerator: 0, denominator: 0 };

function ratio({ numerator, denominator }: rates.Terms): Ratio {
  return { numerator, denominator, ratio: rates.ratioOf({ numerator, denominator }) };
}

/** What places a unit, and what is shown of it. */
type Worth = readonly [worth: number | null, value: number | null];

function bothOf(points: number | null): Worth {
  return [points, pointsOf(points)];
}

/** Exact fractions place; equal ones are equal as doubles too. */
function worthOf(by: Rate, terms: rates.Terms = NOTHING): Worth {
  if (terms.denominator === 0) return [null, null];
  const share = terms.numerator / terms.denominator;
  return [rates.LESS_IS_BETTER.includes(by) ? -share : share, rates.ratioOf(terms)];
}

interface Ranked extends Omit<RankedUnit, 'place' | 'tied' | 'apart'> {
  readonly smallSample: boolean;
  readonly worth: number | null;
}

function ranked(all: readonly Ranked[]): RankedUnit[] {
  const shown = ({ smallSample, worth, ...rest }: Ranked, place: number | null, tied: boolean): RankedUnit => ({ ...rest, place, tied, apart: place !== null ? null : rest.kind === null ? 'unknown-kind' : worth === null ? 'nothing-counted' : 'small-sample' });
  const ofKinds = codesOf(UNIT_KINDS).flatMap((kind) => {
    const own = all.flatMap((each) => (each.kind === kind ? [{ ...each, kind, points: each.worth ?? 0, smallSample: each.smallSample || each.worth === null }] : []));
    const { ranked: placed, apart } = appraisal.rankingOf(own);
    return [
      ...placed.map(({ points, place, ...each }) => shown(each, place, placed.filter((other) => other.place === place).length > 1)),
      ...apart.map(({ points, ...each }) => shown(each, null, false)),
    ];
  });
  return [...ofKinds, ...all.filter(({ kind }) => kind === null).map((each) => shown(each, null, false))];
}

function ratesIn(scheme: policy.AppraisalScheme): Rate[] {
  return [...new Set(appraisal.itemsOf(scheme).flatMap(({ item }) => (item.kind === 'rate' ? [item.rate] : [])))];
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
