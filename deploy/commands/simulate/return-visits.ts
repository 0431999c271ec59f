import { SATISFACTION, type Satisfaction } from '@hotline/domain/shared';
import type { County } from './county-day.ts';
import { characterOf } from './county-people.ts';
import type { TicketLife } from './ticket-life.ts';

interface PlannedVisit {
  readonly visitId: string;
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly unit: string;
  readonly attempts: number;
}

/** The supervisors call back whom the sample names, and order rework where people are not content. */
export class ReturnVisits {
  private readonly county: County;
  private readonly lives: ReadonlyMap<string, TicketLife>;

  constructor(county: County, lives: ReadonlyMap<string, TicketLife>) {
    this.county = county;
    this.lives = lives;
  }

  /** Every visit that waits is tried once; answers the calls to be made. */
  async calls(): Promise<readonly (() => Promise<void>)[]> {
    const planned = await this.county.line.all<PlannedVisit>('supervisor', '/supervision/v1/visits', { status: 'planned' });
    return planned.flatMap((visit) => {
      const life = this.lives.get(visit.ticketId);
      return life ? [() => this.#call(visit, life)] : [];
    });
  }

  async #call(visit: PlannedVisit, life: TicketLife): Promise<void> {
    const { line, chance, agenda } = this.county;
    const on = [life.plan.index, visit.dispatchNo] as const;
    const path = `/supervision/v1/visits/${visit.visitId}`;
    if (chance.is(0.15, 'not-in', visit.attempts, ...on)) return void (await line.post('supervisor', `${path}/outcome`, { reached: false }));
    const solved = chance.is(characterOf(visit.unit, chance).skill, 'solved', ...on);
    const satisfaction = this.#saidOf(solved, ...on);
    await line.post('supervisor', `${path}/outcome`, { reached: true, solved, satisfaction });
    const dissatisfied = !solved || satisfaction.includes('dissatisfied');
    if (!dissatisfied || visit.round >= 3 || !chance.is(0.6, 'rework', ...on)) return;
    await line.post('supervisor', `${path}/rework`, { reason: '群众反映问题仍未解决。' });
    agenda.next(() => this.#handleAgain(life));
  }

  /** The rework brought a new dispatch about; who has it now handles it. */
  async #handleAgain(life: TicketLife): Promise<void> {
    const { dispatch } = await this.county.line.get<{ dispatch: { dispatchNo: number; lead: string; parts: readonly { unit: string; role: string }[] } }>('dispatcher', `/routing/v1/tickets/${life.id}`);
    if (dispatch.dispatchNo !== life.dispatches + 1) throw new Error(`rework of ${life.number} brought dispatch ${dispatch.dispatchNo} about after ${life.dispatches}`);
    life.begin(dispatch.lead, dispatch.parts.filter(({ role }) => role === 'assisting').map(({ unit }) => unit));
  }

  #saidOf(solved: boolean, ...on: readonly [number, number]): Satisfaction {
    const levels: Record<Satisfaction, number> = solved
      ? { 'very-satisfied': 30, satisfied: 45, 'basically-satisfied': 20, dissatisfied: 4, 'very-dissatisfied': 1 }
      : { 'very-satisfied': 1, satisfied: 9, 'basically-satisfied': 30, dissatisfied: 45, 'very-dissatisfied': 15 };
    return this.county.chance.pick(levels, 'said', ...on) satisfies keyof typeof SATISFACTION;
  }
}
