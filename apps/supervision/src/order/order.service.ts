import { Injectable } from '@nestjs/common';
import { supervisionOrder } from '@hotline/domain';
import type { CommandRequest, Instant, Outcome, PetitionerKind, SupervisionGround } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { newestFinding } from '../second-dissatisfaction/second-dissatisfaction.store.js';
import { dispatchesOf, LockedTickets, markSupervised, newestDispatch, petitionerKindOf, type KnownDispatch } from '../ticket/ticket.store.js';
import { tellOfOrder } from './order.events.js';
import type { OrderRow } from './order.row.js';
import { findOrder, findOrdersOf, nextSequence, orderIdOf, saveOrder, type StoredOrder } from './order.store.js';

const FOUND_AT_DISPATCH = '责任单位办理不力（派单时已记录认定情况）';
/** In whose name an order is issued that says nothing else. */
const COUNTY_AGENCY = '县政府热线管理机构';

export interface OrderTerms {
  readonly ground: SupervisionGround;
  readonly requirement?: string | undefined;
  readonly workingDays?: number | undefined;
  readonly issuingBody?: string | undefined;
}

/** What an order needs beside its terms. */
interface Basis {
  readonly petitionerKind: PetitionerKind | null;
  readonly finding: supervisionOrder.Finding | null;
  readonly issuer: supervisionOrder.Issuer;
}

type StepOnOrder = Exclude<supervisionOrder.OrderCommand, { readonly type: 'IssueOrder' }>;

/** Numbered supervision orders (Art. 15(3)). */
@Injectable()
export class OrderService {
  constructor(private readonly uow: UnitOfWork) {}

  /** A supervised dispatch has its order from the first moment; telling it twice issues one. Routing has weighed the ground before. */
  async issueOnDispatch(tx: Transaction, tickets: LockedTickets, dispatch: KnownDispatch, told: supervisionOrder.DispatchGround, at: Instant, now: Instant): Promise<void> {
    if (told.ground === null && dispatch.dispatchNo === 1) return; // most dispatches: nothing was before
    const orders = await findOrdersOf(tx, [dispatch.ticketId]);
    if (ordersOf(dispatch, orders).length > 0) return;
    const before = (await dispatchesOf(tx, [dispatch.ticketId])).filter(({ dispatchNo }) => dispatchNo < dispatch.dispatchNo);
    const earlier = before.flatMap((each) => ordersOf(each, orders).map(({ state }) => ({ round: each.round, order: state })));
    const terms = supervisionOrder.termsOfDispatch(told, dispatch, earlier);
    if (!terms) return;
    const recorded = terms.ground === 'second-dissatisfaction' ? await newestFinding(tx, dispatch.ticketId) : undefined;
    const finding = recorded?.finding ?? { text: FOUND_AT_DISPATCH, by: null, at };
    await this.#issue(tx, tickets, dispatch, terms, { petitionerKind: null, finding, issuer: { person: null, body: terms.issuingBody ?? COUNTY_AGENCY } }, at, now);
  }

  /** Orders end with the file, or with the dispatch; one that a person lifted before stays as it was. */
  async liftEnded(tx: Transaction, tickets: LockedTickets, dispatches: readonly KnownDispatch[], now: Instant): Promise<void> {
    const ended = dispatches.filter(({ closedAt, releasedAt }) => closedAt !== null || releasedAt !== null);
    if (ended.length === 0) return;
    const rows = await findOrdersOf(tx, [...new Set(ended.map(({ ticketId }) => ticketId))]);
    for (const dispatch of ended)
      for (const row of ordersOf(dispatch, rows)) {
        const endedAt = dispatch.closedAt ?? dispatch.releasedAt ?? now;
        const reason = supervisionOrder.ENDED_WITH[dispatch.closedAt === null ? 'dispatch' : 'file'];
        await this.#apply(tx, tickets, row.orderId, row, { type: 'LiftOrder', reason, at: Math.max(endedAt, lastStepOf(row.state)) }, now);
      }
  }

  /** Puts the unit that handles the ticket now under supervision. */
  issue(request: CommandRequest, ticketId: string, terms: OrderTerms): Promise<Outcome<StoredOrder>> {
    return this.uow.command(request, async (tx) => {
      const tickets = await LockedTickets.of(tx, [ticketId]);
      const dispatch = await newestDispatch(tx, ticketId);
      if (!dispatch) return refused('no-such-ticket');
      if (dispatch.closedAt !== null) return refused('already-closed');
      if (dispatch.releasedAt !== null) return refused('dispatch-ended');
      const basis = await basisOf(tx, dispatch, terms, request);
      if (!basis.ok) return basis;
      const outcome = await this.#issue(tx, tickets, dispatch, terms, basis.value, request.at, request.at);
      await tickets.save();
      if (outcome.ok) tx.audit(request, 'IssueOrder', ticketId, { orderNo: outcome.value.state.orderNo });
      return outcome;
    });
  }

  command(request: CommandRequest, orderId: string, command: StepOnOrder): Promise<Outcome<StoredOrder>> {
    return this.uow.command(request, async (tx) => {
      const outcome = await this.step(tx, orderId, command, request.at);
      if (outcome.ok) tx.audit(request, command.type, outcome.value.state.ticketId, { orderId });
      return outcome;
    });
  }

  /** One step on an order under the lock of its ticket. */
  async step(tx: Transaction, orderId: string, command: StepOnOrder, now: Instant): Promise<Outcome<StoredOrder>> {
    const seen = await findOrder(tx, orderId);
    if (!seen) return refused('no-such-order');
    const tickets = await LockedTickets.of(tx, [seen.ticketId]);
    await tx.em.refresh(seen); // another may have moved it while we waited for the ticket
    const outcome = await this.#apply(tx, tickets, orderId, seen, command, now);
    await tickets.save();
    return outcome;
  }

  /** The running number is drawn only for an order that will be issued, so that numbers have no gaps. One order runs at a time. */
  async #issue(tx: Transaction, tickets: LockedTickets, dispatch: KnownDispatch, terms: OrderTerms, basis: Basis, at: Instant, now: Instant): Promise<Outcome<StoredOrder>> {
    const { ticketId, dispatchNo, round, unit } = dispatch;
    const earlier = ordersOf(dispatch, await findOrdersOf(tx, [ticketId]));
    const running = earlier.find(({ state }) => state.lifted === null);
    const command = { type: 'IssueOrder', ticketId, dispatchNo, round, unit, ...terms, ...basis, at } as const;
    const first = supervisionOrder.decide(running?.state ?? supervisionOrder.initial, { ...command, sequence: 1 }, { now });
    if (!first.accepted) return { ok: false, refusal: first.refusal };
    const orderId = orderIdOf(ticketId, dispatchNo, earlier.length + 1);
    await markSupervised(tx, dispatch);
    return this.#apply(tx, tickets, orderId, null, { ...command, sequence: await nextSequence(tx, at) }, now);
  }

  async #apply(tx: Transaction, tickets: LockedTickets, orderId: string, row: OrderRow | null, command: supervisionOrder.OrderCommand, now: Instant): Promise<Outcome<StoredOrder>> {
    const before = row?.state ?? supervisionOrder.initial;
    const decision = supervisionOrder.decide(before, command, { now });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(supervisionOrder.evolve, before);
    if (state.status === 'none') throw new Error(`${command.type} left no order`);
    for (const event of decision.events) tellOfOrder(tx, tickets, state, event);
    return { ok: true, value: saveOrder(tx, orderId, row, state) };
  }
}

/** Who the petitioner is for the grounds that name one; the finding for the ground that needs one; and the issuer. */
async function basisOf(tx: Transaction, dispatch: KnownDispatch, { ground, issuingBody }: OrderTerms, { actor }: CommandRequest): Promise<Outcome<Basis>> {
  const petitionerKind = await petitionerKindOf(tx, dispatch.ticketId);
  if (petitionerKind === null && (ground === 'enterprise' || ground === 'deputy-or-delegate')) return refused('petitioner-not-known-yet');
  const recorded = ground === 'second-dissatisfaction' ? await newestFinding(tx, dispatch.ticketId) : undefined;
  if (recorded && recorded.unit !== dispatch.unit) return { ok: false, refusal: { slug: 'finding-about-another-unit', values: { unit: recorded.unit } } };
  return { ok: true, value: { petitionerKind, finding: recorded?.finding ?? null, issuer: { person: actor.subject, body: issuingBody ?? COUNTY_AGENCY } } };
}

function ordersOf({ ticketId, dispatchNo }: KnownDispatch, rows: readonly OrderRow[]): OrderRow[] {
  return rows.filter((row) => row.ticketId === ticketId && row.state.dispatchNo === dispatchNo);
}

/** An order cannot be lifted before what was done on it, even where the end of the file is told with an earlier moment. */
function lastStepOf(state: supervisionOrder.SupervisionOrder): Instant {
  return Math.max(state.issuedAt, ...state.reminders.map(({ at }) => at), ...state.reports.map(({ at, judged }) => judged?.at ?? at));
}

function refused(slug: string): Outcome<never> {
  return { ok: false, refusal: { slug } };
}
