import type { Category, Channel, PetitionerKind } from '@hotline/domain/shared';
import { Chance } from './chance.ts';
import { characterOf, petitionerOf, type SimulatedUnit } from './county-people.ts';
import { MATTERS } from './matters.ts';

const CHANNELS: Readonly<Record<Channel, number>> = { phone: 62, wechat: 12, website: 7, app: 6, sms: 3, email: 2, prefecture: 8 };
const PETITIONERS: Readonly<Record<PetitionerKind, number>> = { individual: 91, enterprise: 7, deputy: 2 };

/** Everything that is decided about a ticket before it is lived, so that the order in which things come about cannot change it. */
export interface TicketPlan {
  readonly index: number;
  readonly receivedAt: number;
  readonly channel: Channel;
  readonly category: Category;
  readonly petitionerKind: PetitionerKind;
  readonly subject: string;
  readonly town: string;
  readonly title: string;
  readonly text: string;
  /** Nothing of somebody who calls in secret: nobody can be called back. */
  readonly petitioner: { readonly name?: string; readonly contact?: string };
  readonly fate: 'declined' | 'declined-late' | 'answered' | 'returned-upstream' | 'dispatched';
  readonly escalated: boolean;
  /** The unit whose business it is. */
  readonly unit: string;
  /** Another to which it is sent first by mistake. */
  readonly wrongUnit: string | undefined;
  /** The county sees its mistake itself and takes the ticket back, before the unit says anything. */
  readonly recalled: boolean;
  readonly assisting: readonly string[];
}

export class TicketPlans {
  readonly #towns: readonly SimulatedUnit[];
  readonly #departments: readonly SimulatedUnit[];

  private readonly chance: Chance;

  constructor(units: readonly SimulatedUnit[], chance: Chance) {
    this.chance = chance;
    this.#towns = units.filter(({ kind }) => kind === 'township');
    this.#departments = units.filter(({ kind }) => kind === 'department');
  }

  of(index: number, receivedAt: number): TicketPlan {
    const { chance } = this;
    const town = this.#one(this.#towns, 'town', index);
    const matter = MATTERS[Number(chance.pick(Object.fromEntries(MATTERS.map(({ weight }, at) => [at, weight])), 'matter', index))] as (typeof MATTERS)[number];
    const place = `${town.name}${chance.between(1, 8, 'place', index)}组`;
    const channel = chance.pick(CHANNELS, 'channel', index);
    const unit = matter.unit === 'town' ? town.code : matter.unit;
    return {
      index,
      receivedAt,
      channel,
      category: matter.category,
      petitionerKind: chance.pick(PETITIONERS, 'kind', index),
      subject: matter.subject,
      town: town.code,
      title: matter.title.replace('{place}', place),
      text: matter.text.replace('{place}', place),
      petitioner: chance.is(0.03, 'anonymous', index) ? {} : petitionerOf(index, chance),
      fate: this.#fate(index, channel, matter.category),
      escalated: chance.is(0.01, 'escalated', index),
      unit,
      wrongUnit: chance.is(0.05, 'wrong', index) ? this.#other(unit, 'wrong-unit', index) : undefined,
      recalled: chance.is(0.3, 'recalled', index),
      assisting: chance.is(0.1, 'joint', index) ? [this.#other(unit, 'assisting', index)] : [],
    };
  }

  #fate(index: number, channel: Channel, category: Category): TicketPlan['fate'] {
    if (channel === 'prefecture') return this.chance.is(0.04, 'upstream', index) ? 'returned-upstream' : 'dispatched';
    if (this.chance.is(0.03, 'declined', index)) return 'declined';
    if (this.chance.is(0.01, 'declined-late', index)) return 'declined-late';
    return category === 'consultation' && this.chance.is(0.3, 'answered', index) ? 'answered' : 'dispatched';
  }

  #one(units: readonly SimulatedUnit[], ...names: readonly (string | number)[]): SimulatedUnit {
    return units[this.chance.between(0, units.length - 1, ...names)] as SimulatedUnit;
  }

  #other(unit: string, ...names: readonly (string | number)[]): string {
    const others = this.#departments.filter(({ code }) => code !== unit);
    return this.#one(others, ...names).code;
  }
}

/** How one unit handles one dispatch, in working half-days after it. */
export interface HandlingPlan {
  readonly sign: number;
  readonly contact: number;
  readonly callsFirst: number;
  readonly result: number;
  readonly approval: number;
  readonly paper: number;
  /** Working days to ask for, half a working day before the limit. */
  readonly extension: number;
  readonly evades: boolean;
  readonly assistingSilent: boolean;
  readonly resultCode: 'resolved' | 'conditions-not-ready' | 'beyond-policy-explained' | 'unfounded';
}

/** `limit` and `cap`: working days of the category's time and of its extension. */
export function handlingPlan(ticket: number, dispatchNo: number, unit: string, time: { readonly limit: number; readonly cap: number }, chance: Chance): HandlingPlan {
  const { diligence, evasion } = characterOf(unit, chance);
  const on = (what: string): readonly [string, number, number] => [what, ticket, dispatchNo];
  const late = !chance.is(diligence, ...on('keeps-time'));
  const half = time.limit * 2;
  const extended = late && chance.is(0.5, ...on('extension')) && time.cap > 0;
  const inTime = chance.between(2, half - 3, ...on('result'));
  const result = !late ? inTime : half + (extended ? chance.between(0, time.cap * 2 - 2, ...on('result')) : chance.between(1, 12, ...on('result')));
  return {
    sign: chance.is(diligence, ...on('signs')) ? chance.between(0, 1, ...on('sign')) : chance.between(3, 4, ...on('sign')),
    contact: chance.is(diligence, ...on('calls')) ? chance.between(1, 3, ...on('contact')) : chance.between(5, 6, ...on('contact')),
    callsFirst: chance.is(0.08, ...on('not-in')) ? 1 : 0,
    result: Math.max(7, result),
    approval: 1,
    paper: chance.between(1, 7, ...on('paper')),
    extension: extended ? chance.between(1, time.cap, ...on('days')) : 0,
    evades: chance.is(evasion, ...on('evades')),
    assistingSilent: chance.is(0.1, ...on('silent')),
    resultCode: chance.pick({ resolved: 82, 'conditions-not-ready': 6, 'beyond-policy-explained': 7, unfounded: 5 }, ...on('outcome')),
  };
}
