import { serviceNames } from '../../local/layout.ts';
import { Agenda, sideBySide, type Session } from './agenda.ts';
import { arrivalsOf, type ArrivalProfile } from './arrivals.ts';
import type { County } from './county-day.ts';
import type { DutyRosters } from './duty-rosters.ts';
import type { Quiet } from './quiet.ts';
import { ReturnVisits } from './return-visits.ts';
import { TicketLife } from './ticket-life.ts';
import type { TicketPlans } from './ticket-plan.ts';

/** People at work at the same time. */
const WIDTH = 32;

export interface SimulationSettings {
  readonly perDay: number;
  /** First day on which nobody calls any more. */
  readonly until: string;
  readonly profile: ArrivalProfile;
  readonly rosters: DutyRosters;
  /** Called on the first session of a working day, to put more on the agenda: the end of a month, say. */
  readonly onMorning: (session: Session) => void;
  readonly onDay: (session: Session, tickets: number) => void;
}

/** Lives the sessions one after the other: the clock is moved, everybody does what is to be done, all services come to rest. */
export class Simulation {
  readonly lives = new Map<string, TicketLife>();
  readonly #visits: ReturnVisits;
  #arrived = 0;

  private readonly county: County;
  private readonly plans: TicketPlans;
  private readonly quiet: Quiet;
  private readonly settings: SimulationSettings;

  constructor(county: County, plans: TicketPlans, quiet: Quiet, settings: SimulationSettings) {
    this.county = county;
    this.plans = plans;
    this.quiet = quiet;
    this.settings = settings;
    this.#visits = new ReturnVisits(county, this.lives);
  }

  get tickets(): number {
    return this.lives.size;
  }

  async run(): Promise<void> {
    const { sessions } = this.county.agenda;
    const waiting: number[] = [];
    for (const [index, session] of sessions.entries()) {
      if (session.opens && session.date < this.settings.until) waiting.push(...arrivalsOf(session.date, this.settings.perDay, this.settings.profile, this.county.chance));
      await this.#moveTo(session.at);
      const due = waiting.splice(0, waiting.findIndex((at) => at > session.at) === -1 ? waiting.length : waiting.findIndex((at) => at > session.at));
      await this.#hold(index, session, due);
      if (session.opens) this.settings.onDay(session, this.tickets);
    }
  }

  async #hold(index: number, session: Session, arrivals: readonly number[]): Promise<void> {
    const tasks = [...this.county.agenda.begin(index)];
    if (session.opens && session.date.endsWith('-01')) tasks.push(...this.settings.rosters.tasksOf(session.date));
    if (session.opens && session.works) {
      this.settings.onMorning(session);
      tasks.push(...(await this.#visits.calls()));
    }
    await Promise.all([this.#takeCalls(arrivals), sideBySide(tasks, WIDTH)]);
    await this.quiet.reached();
  }

  /** In their order, so that the same seed gives the same numbers. */
  async #takeCalls(arrivals: readonly number[]): Promise<void> {
    const lives = arrivals.map((at) => new TicketLife(this.plans.of(++this.#arrived, at), this.county));
    const registered = await this.county.line.inOrder<{ id: string; number: string }>('/intake/v1/tickets', lives.map((life) => life.registration()));
    lives.forEach((life, index) => {
      life.registered(registered[index] as { id: string; number: string });
      this.lives.set(life.id, life);
    });
  }

  /** Every service's clock; each answers when what fell due is done. */
  async #moveTo(at: number): Promise<void> {
    const now = new Date(at).toISOString();
    await Promise.all(serviceNames.map((service) => this.county.line.put('admin', `/${service}/local/clock`, { now })));
  }
}

/** Days after the last month in which it is still signed. */
const AFTERMATH_DAYS = 24;
const DAY_MS = 86_400_000;

/** The sessions of so many months from `YYYY-MM`, and of the days after them; `until` is the first day on which nobody calls any more. */
export function agendaOf(from: string, months: number, calendar: ConstructorParameters<typeof Agenda>[2]): { readonly agenda: Agenda; readonly until: string } {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const end = Date.UTC(year, month - 1 + months, 1);
  const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { agenda: new Agenda(`${from}-01`, dateOf(end + AFTERMATH_DAYS * DAY_MS), calendar), until: dateOf(end) };
}
