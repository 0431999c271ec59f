import type { ToldEvent } from './event-log.ts';

export type Facts = Readonly<Record<string, unknown>>;

/** One dispatch as the log tells of it, found out without any code of the platform. */
export class ToldDispatch {
  private readonly events: readonly ToldEvent[];
  private readonly dispatchNo: number;

  constructor(events: readonly ToldEvent[], dispatchNo: number) {
    this.events = events;
    this.dispatchNo = dispatchNo;
  }

  /** The dispatch itself; undefined when it was never told. */
  get order(): Facts | undefined {
    return this.#told('ticket.dispatched.v1')[0];
  }

  get at(): string | null {
    return this.first('ticket.dispatched.v1', 'dispatchedAt');
  }

  /** When a unit was brought in: with the dispatch, or later. */
  since(unit: string): string | null {
    const named = [this.order?.['lead'], ...((this.order?.['assisting'] as readonly unknown[] | undefined) ?? [])].includes(unit);
    return named ? this.at : this.first('ticket.assisting-added.v1', 'addedAt', unit);
  }

  isLead(unit: string): boolean {
    return this.order?.['lead'] === unit;
  }

  /** What the unit does last: the lead its feedback, another its opinion. */
  spokenAt(unit: string): string | null {
    return this.isLead(unit) ? this.first('ticket.feedback-given.v1', 'feedbackAt') : this.first('ticket.opinion-given.v1', 'givenAt', unit);
  }

  /** When the lead no longer waits for a unit: its first result since the unit is there, at the latest its feedback. */
  answeredAt(unit: string): string | null {
    if (this.isLead(unit)) return null;
    const since = this.since(unit) ?? '';
    const results = this.#told('ticket.result-entered.v1').map((fact) => fact['enteredAt'] as string);
    return earliestOf([...results.filter((at) => at >= since), this.first('ticket.feedback-given.v1', 'feedbackAt')]);
  }

  /** Taken out of somebody's hands: withdrawn, or given back with leave by the unit or by the lead. */
  released(unit: string): boolean {
    const gone = (fact: Facts): boolean => fact['accepted'] === true && (fact['unit'] === unit || this.isLead(fact['unit'] as string));
    return this.#told('ticket.dispatch-withdrawn.v1').length > 0 || this.#told('ticket.return-decided.v1').some(gone);
  }

  /** The category as it stood just before a moment, for ever while that is null. */
  categoryBefore(moment: string | null): string {
    const changes = this.events.filter(({ name }) => name === 'ticket.category-changed.v1').map(({ data }) => data);
    const sorted = changes.toSorted((a, b) => ((a['changedAt'] as string) < (b['changedAt'] as string) ? -1 : 1));
    const last = sorted.findLast((fact) => moment === null || (fact['changedAt'] as string) < moment);
    return (last?.['category'] ?? this.order?.['category']) as string;
  }

  /** Extensions that were granted, with the moment at which they had been asked for. */
  granted(): { readonly workingDays: number; readonly askedAt: string; readonly decidedAt: string }[] {
    const asked = new Map(this.#told('extension.asked.v1').map((fact) => [fact['extensionId'], fact['askedAt'] as string]));
    return this.#told('extension.granted.v1')
      .map((fact) => ({ workingDays: fact['workingDays'] as number, askedAt: asked.get(fact['extensionId']) ?? '', decidedAt: fact['decidedAt'] as string }))
      .sort((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1));
  }

  /** The earliest moment that events of one name tell of, of one unit or of any. */
  first(name: string, field: string, unit?: string): string | null {
    return earliestOf(this.#told(name).flatMap((fact) => (unit === undefined || fact['unit'] === unit ? [fact[field] as string] : [])));
  }

  #told(name: string): readonly Facts[] {
    return this.events.filter((event) => event.name === name && event.data['dispatchNo'] === this.dispatchNo).map(({ data }) => data);
  }
}

export function earliestOf(moments: readonly (string | null)[]): string | null {
  return moments.filter((at) => at !== null).sort()[0] ?? null;
}
