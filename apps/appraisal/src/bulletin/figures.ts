import type { bulletin } from '@hotline/domain';
import type { UnitKind } from '@hotline/domain/shared';
import type { Rate } from '../rates/rate-definitions.js';
import type { Fraction, UnitRates } from '../rates/rate.service.js';

/** A count of the month beside that of the month before and of the same month of the year before. */
export interface Compared {
  readonly count: number;
  readonly monthBefore: number;
  readonly yearBefore: number;
}

/** One line of a breakdown. */
export interface Line extends Compared {
  readonly code: string;
  readonly name: string;
}

export interface ComparedRate {
  readonly rate: Rate;
  readonly name: string;
  /** What the terms count. */
  readonly numerator: string;
  readonly denominator: string;
  readonly month: Fraction;
  readonly monthBefore: Fraction;
  readonly yearBefore: Fraction;
}

export interface Topic {
  readonly label: string;
  readonly subject: string | null;
  readonly township: string | null;
  readonly tickets: number;
  readonly firstOn: string;
  readonly lastOn: string;
}

export interface OverdueTicket {
  readonly ticketId: string;
  readonly number: string | null;
  readonly unit: string;
  readonly name: string;
  readonly dueOn: string;
}

/** Everything a bulletin says, as numbers. No word of a petitioner and no identity is among them (Art. 10, 21). */
export interface BulletinFigures {
  readonly month: string;
  readonly county: string;
  readonly title: string;
  readonly issuer: string;
  readonly policy: string;
  readonly totals: { readonly received: Compared; readonly accepted: Compared; readonly declined: Compared; readonly answered: Compared; readonly dispatched: Compared; readonly closed: Compared };
  readonly channels: readonly Line[];
  readonly categories: readonly Line[];
  readonly subjects: readonly Line[];
  readonly townships: readonly Line[];
  readonly units: readonly Line[];
  readonly rates: readonly ComparedRate[];
  readonly unitRates: readonly UnitRates[];
  readonly topics: readonly Topic[];
  readonly overdue: readonly OverdueTicket[];
  /** Bulletins drawn up before scores were ranked by name no measure: theirs is a ratio. */
  readonly ranking: { readonly by: string; readonly measure?: Measure; readonly smallSample: number; readonly kinds: readonly bulletin.RankingOfKind[] };
}

/** A share of one, or hundredths of a point. */
export type Measure = 'ratio' | 'points';

export type { UnitKind };

/** `+5.2%`, `-1.0%`, `持平`, or a dash when there was nothing to compare with. */
export function changeText(now: number, then: number): string {
  if (now === then) return then === 0 ? '—' : '持平';
  if (then === 0) return '—';
  const change = ((now - then) / then) * 100;
  return `${change > 0 ? '+' : ''}${change.toFixed(1)}%`;
}

/** `18/20（90.0%）`: never a rate without both terms (reading §5). */
export function fractionText({ numerator, denominator, ratio }: Fraction): string {
  return ratio === null ? `${numerator}/${denominator}（—）` : `${numerator}/${denominator}（${(ratio * 100).toFixed(1)}%）`;
}

/** A row of seven digits or more may be a phone or identity number: it has no place in a bulletin, whoever put it there. */
export function withoutNumbers(text: string): string {
  return text.replace(/\d[\d\s-]{5,}\d/g, '＊＊＊');
}
