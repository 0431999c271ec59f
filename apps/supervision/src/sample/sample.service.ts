import { Inject, Injectable } from '@nestjs/common';
import { policy, visit } from '@hotline/domain';
import { dayOf, isoOf, localDateOf, startOfShanghaiDay, type CommandRequest, type Instant, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { VisitService } from '../visit/visit.service.js';
import { POLICIES } from '../policies.js';
import { addDraw, closingsBetween, drawsOf, lockPeriod, type StoredDraw } from './sample.store.js';

const DAY_MS = 86_400_000;

/** A month's sample as it stands: its draws, the closings that no draw knew, and whether drawing anew gives the same. */
export interface Sample {
  readonly period: string;
  readonly draws: readonly StoredDraw[];
  readonly undrawn: readonly visit.Closing[];
  readonly repeatable: boolean;
}

/** The monthly, stratified sample of return visits (Art. 19). */
@Injectable()
export class SampleService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly visits: VisitService,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Draws a month that is over; again, it answers the same, and what was told since comes into a supplement. */
  draw(request: CommandRequest, period: string): Promise<Outcome<Sample>> {
    return this.uow.command<Sample>(request, async (tx): Promise<Outcome<Sample>> => {
      await lockPeriod(tx, period);
      const { from, to } = monthOf(period);
      if (request.at < to) return { ok: false, refusal: { slug: 'period-not-over', values: { until: isoOf(to) } } };
      const sample = await this.#sampleOf(tx, period);
      if (sample.draws.length > 0 && sample.undrawn.length === 0) return { ok: true, value: sample };
      const { returnVisit } = this.#policyOf(to);
      if (request.at - to > returnVisit.drawnWithinDays * DAY_MS) return { ok: false, refusal: { slug: 'period-too-old', values: { days: returnVisit.drawnWithinDays } } };
      await this.#hold(tx, request, period, { from, to, sample });
      return { ok: true, value: await this.#sampleOf(tx, period) };
    });
  }

  one(period: string): Promise<Sample> {
    return this.uow.read((tx) => this.#sampleOf(tx, period));
  }

  async #hold(tx: Transaction, request: CommandRequest, period: string, { from, to, sample }: { readonly from: Instant; readonly to: Instant; readonly sample: Sample }): Promise<void> {
    const { seed, rate, way } = sample.draws[0] ?? this.#rulesAt(to);
    const closings = await closingsBetween(tx, from, to, this.#supervisedAlways(to));
    const members = visit.drawMonth(closings, sample.draws.map((draw) => draw.members), { sampleRate: rate, seed, draw: way });
    const drawNo = sample.draws.length + 1;
    await addDraw(tx, period, { drawNo, seed, rate, way, drawnAt: request.at, drawnBy: request.actor.subject, members });
    const rounds = new Map(closings.map((each) => [visit.visitIdOf(each.ticketId, each.dispatchNo), each.round]));
    const drawn = members.filter((member) => member.drawn).map((member) => ({ ...member, round: rounds.get(visit.visitIdOf(member.ticketId, member.dispatchNo)) ?? 1 }));
    await this.visits.planDrawn(tx, drawn, request.at);
    tx.audit(request, 'DrawSample', period, { drawNo, population: members.length, drawn: drawn.length });
  }

  async #sampleOf(tx: Transaction, period: string): Promise<Sample> {
    const { from, to } = monthOf(period);
    const draws = await drawsOf(tx, period);
    const decided = new Set(draws.flatMap(({ members }) => members).map(({ ticketId, dispatchNo }) => visit.visitIdOf(ticketId, dispatchNo)));
    const undrawn = (await closingsBetween(tx, from, to, this.#supervisedAlways(to))).filter(({ ticketId, dispatchNo }) => !decided.has(visit.visitIdOf(ticketId, dispatchNo)));
    const [first] = draws;
    const repeatable = first === undefined || visit.isRepeatable(draws.map(({ members }) => members), { sampleRate: first.rate, seed: first.seed, draw: first.way });
    return { period, draws, undrawn, repeatable };
  }

  #rulesAt(to: Instant): Pick<StoredDraw, 'seed' | 'rate' | 'way'> {
    const { seed, sampleRate, draw } = this.#policyOf(to).returnVisit;
    return { seed, rate: sampleRate, way: draw ?? 'on-closing' };
  }

  #supervisedAlways(to: Instant): boolean {
    return this.#policyOf(to).returnVisit.always.includes('supervised');
  }

  /** The pack in force on the last day of the month. */
  #policyOf(to: Instant): policy.PolicyPack {
    return this.policies.policyAt(localDateOf(to - 1));
  }
}

/** First and, exclusive, last moment of a month `YYYY-MM` in Asia/Shanghai. */
function monthOf(period: string): { readonly from: Instant; readonly to: Instant } {
  const [year, month] = period.split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { from: startOfShanghaiDay(dayOf(`${period}-01`)), to: startOfShanghaiDay(dayOf(next)) };
}
