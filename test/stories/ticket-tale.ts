import { randomUUIDv7 as newId } from 'node:crypto';
import { eventually } from '@hotline/testing';
import type { Hotline } from './hotline.ts';
import type { CaseView, ClockView, Items, TicketView } from './views.ts';

/** How long something may take to travel to another service on a machine that is busy with other things. */
export const SOON = { within: 20_000, every: 50 } as const;

const MATTER = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: '龙川街路灯不亮', text: '龙川街北段的路灯已有一周不亮，请尽快维修。', petitioner: { contact: '0878-8210000' } };

/** One ticket, lived step by step by the people whose business each step is. */
export class TicketTale {
  private constructor(
    private readonly hotline: Hotline,
    readonly id: string,
  ) {}

  /** A petitioner calls or writes and the operator takes it down; a prefecture transfer comes from the prefecture itself. */
  static async register(hotline: Hotline, fields: object = {}, by: 'operator' | 'prefecture' = 'operator'): Promise<TicketTale> {
    const { id, status } = await hotline.as(by).post<TicketView>('/intake/v1/tickets', { ...MATTER, ...fields }, { status: 201 });
    expect(status).toBe('registered');
    return new TicketTale(hotline, id);
  }

  /** A ticket that came in by a way of its own. */
  static of(hotline: Hotline, id: string): TicketTale {
    return new TicketTale(hotline, id);
  }

  /** Registered and accepted, and routing knows of it. */
  static async accepted(hotline: Hotline, fields: object = {}, by: 'operator' | 'prefecture' = 'operator'): Promise<TicketTale> {
    const tale = await TicketTale.register(hotline, fields, by);
    await tale.accept();
    return tale;
  }

  /** Accepted and dispatched to a unit. */
  static async dispatched(hotline: Hotline, lead: string, fields: object = {}, how: object = {}): Promise<TicketTale> {
    const tale = await TicketTale.accepted(hotline, fields);
    await tale.dispatch({ mode: 'transfer', lead, ...how });
    return tale;
  }

  async accept(scopeCode = 'matter-to-solve'): Promise<void> {
    const { status } = await this.hotline.as('operator').post<TicketView>(`/intake/v1/tickets/${this.id}/acceptance`, { scopeCode });
    expect(status).toBe('accepted');
    await this.waitFor('awaiting-dispatch');
  }

  dispatch(how: object): Promise<CaseView> {
    return this.hotline.as('dispatcher').post<CaseView>(`/routing/v1/tickets/${this.id}/dispatch`, how);
  }

  sign(unit: string): Promise<CaseView> {
    return this.stepOf(unit, 'sign');
  }

  /** The unit signs, speaks to the petitioner, answers; its principal leader approves and seals; the county files the paper. */
  async handle(unit: string): Promise<void> {
    await this.sign(unit);
    await this.contact(unit);
    await this.answer(unit);
    expect((await this.file()).status).toBe('closed');
  }

  contact(unit: string): Promise<CaseView> {
    return this.stepOf(unit, 'contacts', { way: 'phone', reached: true, note: '已说明办理时限' });
  }

  async answer(unit: string): Promise<CaseView> {
    await this.stepOf(unit, 'result', { resultCode: 'resolved', text: '已更换损坏的灯具，恢复照明。' });
    return this.hotline.as('leader', unit).post<CaseView>(`/routing/v1/tickets/${this.id}/approval`, { sealNumber: `${unit}印-${newId().slice(-6)}` });
  }

  file(): Promise<CaseView> {
    return this.hotline.as('dispatcher').post<CaseView>(`/routing/v1/tickets/${this.id}/paper`);
  }

  stepOf(unit: string, step: string, body?: object): Promise<CaseView> {
    return this.hotline.as('unit', unit).post<CaseView>(`/routing/v1/tickets/${this.id}/${step}`, body);
  }

  handling(): Promise<CaseView> {
    return this.hotline.as('dispatcher').get<CaseView>(`/routing/v1/tickets/${this.id}`);
  }

  ticket(): Promise<TicketView> {
    return this.hotline.as('dispatcher').get<TicketView>(`/intake/v1/tickets/${this.id}`);
  }

  async clocks(): Promise<readonly ClockView[]> {
    return (await this.hotline.as('dispatcher').get<Items<ClockView>>(`/sla/v1/tickets/${this.id}/clocks`)).items;
  }

  async clock(kind: string, dispatchNo: number): Promise<ClockView | undefined> {
    return (await this.clocks()).find((clock) => clock.kind === kind && clock.dispatchNo === dispatchNo);
  }

  /** Waits until routing has the ticket in this state. */
  waitFor(status: string, dispatchNo?: number): Promise<CaseView> {
    return eventually(async () => {
      const handling = await this.handling();
      expect([handling.status, ...(dispatchNo === undefined ? [] : [handling.dispatch?.dispatchNo])]).toEqual([status, ...(dispatchNo === undefined ? [] : [dispatchNo])]);
      return handling;
    }, SOON);
  }

  /** Waits until the ticket has exactly these clocks, each written as `kind dispatchNo unit verdict`. */
  async expectClocks(expected: readonly string[]): Promise<readonly ClockView[]> {
    return eventually(async () => {
      const clocks = await this.clocks();
      expect(clocks.map(({ kind, dispatchNo, unit, verdict }) => `${kind} ${dispatchNo} ${unit} ${verdict}`).sort()).toEqual([...expected].sort());
      return clocks;
    }, SOON);
  }
}

/** The clocks of one round that a unit handled in time, as `expectClocks` wants them. Its right to return the ticket ended with the feedback. */
export function handledInTime(unit: string, dispatchNo = 1): string[] {
  const stopped = ['unit-sign', 'first-contact', 'resolve', 'paper-filing'].map((kind) => `${kind} ${dispatchNo} ${unit} on-time`);
  return [...stopped, `return-window ${dispatchNo} ${unit} void`];
}
