import { Injectable } from '@nestjs/common';
import { policy, rate as rates } from '@hotline/domain';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import { RATE_DEFINITIONS, RATES, type Rate } from './rate-definitions.js';
import { ratesByUnit, ticketsBehind, ticketsByUnit, unitNames, type Period, type RateRow, type TicketBehind, type UnitNameRow } from './rate.store.js';

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
  /** Null when nothing is to be divided by. */
  readonly ratio: number | null;
}

/** All rates of one unit in one period, each with both terms (reading §5). */
export interface UnitRates {
  readonly unit: string;
  readonly name: string | null;
  readonly kind: string | null;
  /** Distinct tickets sent to the unit in the period or due in it. */
  readonly tickets: number;
  /** False for a unit with fewer tickets than the policy's small sample: listed apart, not ranked. */
  readonly ranked: boolean;
  readonly rates: Readonly<Record<Rate, Fraction>>;
}

/** Rates of appraisal (Art. 22, reading §5), from facts only. */
@Injectable()
export class RateService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly policies: policy.PolicyBook,
  ) {}

  /** The rates of every unit that has any in the period, by unit code. County and prefecture clocks stand under `county` and `prefecture`. */
  ratesByUnit(period: Period, unit?: string): Promise<UnitRates[]> {
    return this.uow.read((tx) => this.ratesIn(tx, period, unit));
  }

  /** The same inside a transaction. */
  async ratesIn(tx: Transaction, period: Period, unit?: string): Promise<UnitRates[]> {
    const smallSample = this.policies.policyAt(period.to).rates.smallSample;
    const rows = await ratesByUnit(tx, period, unit);
    const names = await unitNames(tx);
    const tickets = await ticketsByUnit(tx, period);
    const codes = [...new Set(rows.map((row) => row.unit))].sort();
    return codes.map((code) => unitRates(code, rows, names.get(code), tickets.get(code) ?? 0, smallSample));
  }

  ticketsBehind(rate: Rate, period: Period, filter: Parameters<typeof ticketsBehind>[3]): Promise<TicketBehind[]> {
    return this.uow.read((tx) => ticketsBehind(tx, rate, period, filter));
  }

  /** What each rate counts, as a bulletin prints it. */
  definitions(): { rate: Rate; name: string; numerator: string; denominator: string }[] {
    return RATES.map((rate) => {
      const { numerator, denominator } = RATE_DEFINITIONS[rate];
      return { rate, name: rates.RATE_KINDS[rate], numerator, denominator };
    });
  }
}

function unitRates(unit: string, rows: readonly RateRow[], named: UnitNameRow | undefined, tickets: number, smallSample: number): UnitRates {
  const byRate = Object.fromEntries(
    RATES.map((rate) => {
      const row = rows.find((each) => each.unit === unit && each.rate === rate);
      return [rate, fraction(row?.numerator ?? 0, row?.denominator ?? 0)];
    }),
  ) as Record<Rate, Fraction>;
  return { unit, name: named?.name ?? null, kind: named?.kind ?? null, tickets, ranked: tickets >= smallSample, rates: byRate };
}

function fraction(numerator: number, denominator: number): Fraction {
  return { numerator, denominator, ratio: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000 };
}
