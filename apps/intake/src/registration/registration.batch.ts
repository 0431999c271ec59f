import { Inject, Injectable } from '@nestjs/common';
import { ticketRegisteredV1 } from '@hotline/contracts';
import { ticket } from '@hotline/domain';
import type { Outcome } from '@hotline/domain/shared';
import { counter, histogram } from '@hotline/observability';
import { answersOf, UnitOfWork, type Batched, type Transaction } from '@hotline/persistence';
import { IdentityCipher } from '../identity/identity-cipher.js';
import { canBeContacted } from '../identity/petitioner-identity.js';
import { IdentityKeyCheck } from '../identity/identity-key-check.js';
import { holdersOf, writeDrafts, type Holder, type TicketDraft } from '../ticket/ticket-draft.js';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { blocksOf, countHeldBack, type BlockHit } from '../block/block-gate.js';
import { emitTicketEvent, registeredWire } from '../ticket/ticket.events.js';
import type { RegisteredTicket } from '../ticket/ticket.view.js';
import { summaryOf, type Registration } from './registration.js';

const countRegistered = counter('hotline_tickets_registered', 'Tickets registered, by channel');
const recordBatch = histogram('hotline_registration_batch_size', 'Registrations written by one transaction', [1, 2, 4, 8, 16, 32, 64, 128]);

/** A registration with its number, and the row it becomes. */
interface Numbered {
  readonly registration: Registration;
  readonly event: ticket.TicketRegistered;
  readonly draft: TicketDraft;
  readonly answer: RegisteredTicket;
}

/** Writes registrations that came in together: one statement for keys, tickets and identities, one for events, one for the audit trail. */
@Injectable()
export class RegistrationBatch {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(TicketNumbers) private readonly numbers: TicketNumbers,
    @Inject(IdentityCipher) private readonly cipher: IdentityCipher,
    @Inject(IdentityKeyCheck) private readonly keys: IdentityKeyCheck,
  ) {}

  /** The outcomes in the order of the batch, in which no Idempotency-Key is there twice. The numbers are fetched while the transaction begins. */
  async write(batch: readonly Registration[]): Promise<readonly Batched<RegisteredTicket>[]> {
    recordBatch(batch.length);
    await this.keys.require();
    const coming = this.numbers.take(batch.map(({ event }) => event.at));
    const numbered = coming.then((numbers) => batch.map((registration, index) => this.#numbered(registration, numbers[index] ?? '')));
    numbered.catch(() => undefined); // told below, unless the transaction cannot even begin
    return this.uow.run(async (tx) => writeAll(tx, await numbered));
  }

  #numbered(registration: Registration, number: string): Numbered {
    const { request, words, identity, confidential, blinds, particulars, prefectureDueOn, report } = registration;
    const event = { ...registration.event, number };
    const state = [event, ...(report ? [report] : [])].reduce<ticket.TicketState>(ticket.evolve, ticket.initial);
    if (state.status === 'unregistered') throw new Error('a registration registers');
    const answer = summaryOf(event, registration);
    const claim = request.idempotencyKey === undefined ? null : { request, answer };
    const sealed = identity && this.cipher.seal(event.ticketId, identity);
    return { registration, event, answer, draft: { state, version: answer.version, registeredAt: event.at, words, confidential, identity: sealed, blinds, particulars, prefectureDueOn, claim } };
  }
}

async function writeAll(tx: Transaction, numbered: readonly Numbered[]): Promise<Batched<RegisteredTicket>[]> {
  const outcomes = new Map<Numbered, Batched<RegisteredTicket>>();
  const admitted = await holdBack(tx, numbered, outcomes);
  if (admitted.length === 0) return numbered.map((each) => outcomes.get(each) ?? 'again');
  const fates = await writeDrafts(tx, admitted.map(({ draft }) => draft));
  const withFate = (fate: string): Numbered[] => admitted.filter(({ event }) => fates.get(event.ticketId) === fate);
  for (const each of withFate('written')) outcomes.set(each, announce(tx, each));
  await explainDisplaced(tx, withFate('displaced'), outcomes);
  await recallKnown(tx, withFate('known-key'), outcomes);
  return numbered.map((each) => outcomes.get(each) ?? 'again');
}

/** Those who may register: everybody whom no running block names, and of the blocked whoever reports an emergency (Art. 24). A repeated key is answered as before the block. */
async function holdBack(tx: Transaction, numbered: readonly Numbered[], outcomes: Map<Numbered, Batched<RegisteredTicket>>): Promise<readonly Numbered[]> {
  const hits = await blocksOf(tx, numbered.map(({ registration }) => registration));
  if (hits.size === 0) return numbered;
  const hitOf = ({ registration }: Numbered): BlockHit | undefined => hits.get(registration);
  const stopped = numbered.filter((each) => hitOf(each) && !each.registration.report);
  const keyed = stopped.filter(({ registration }) => registration.request.idempotencyKey !== undefined);
  if (keyed.length > 0) {
    const earlier = await answersOf<RegisteredTicket>(tx, keyed.map(({ registration }) => registration.request));
    for (const each of keyed) {
      const known = earlier.get(each.registration.request);
      if (known) outcomes.set(each, known);
    }
  }
  const refused = stopped.filter((each) => !outcomes.has(each));
  for (const each of refused) outcomes.set(each, { ok: false, refusal: { slug: 'petitioner-blocked', values: { until: hitOf(each)?.until ?? '' } } });
  const urgent = numbered.filter((each) => hitOf(each) && each.registration.report);
  await countHeldBack(tx, hits, { refused: refused.map(({ registration }) => registration), urgent: urgent.map(({ registration }) => registration) });
  return numbered.filter((each) => !stopped.includes(each));
}

function announce(tx: Transaction, { registration, event, answer, draft }: Numbered): Outcome<RegisteredTicket> {
  const about = { subject: event.ticketId, version: 1, at: event.at, traceparent: registration.traceparent };
  tx.emitTrusted(ticketRegisteredV1, about, registeredWire(event, canBeContacted(registration.identity)));
  tx.audit(registration.request, 'RegisterTicket', event.ticketId);
  if (registration.report) {
    emitTicketEvent(tx, draft.state, registration.report, 2);
    tx.audit(registration.request, 'EscalateTicket', event.ticketId);
  }
  tx.afterCommit(() => countRegistered({ channel: event.channel }));
  return { ok: true, value: answer };
}

/** A unique number is taken: the refusal names the ticket that has it. */
async function explainDisplaced(tx: Transaction, displaced: readonly Numbered[], outcomes: Map<Numbered, Batched<RegisteredTicket>>): Promise<void> {
  if (displaced.length === 0) return;
  const holders = await holdersOf(tx, displaced.map(({ draft }) => draft));
  for (const each of displaced) outcomes.set(each, displacedBy(each.event, holders));
}

function displacedBy({ source, externalId, prefectureNumber }: ticket.TicketRegistered, holders: readonly Holder[]): Outcome<never> {
  const sameOrigin = holders.find((holder) => externalId !== null && holder.externalId === externalId && holder.source === source);
  if (sameOrigin) return { ok: false, refusal: { slug: 'external-id-already-registered', field: 'externalId', values: namesOf(sameOrigin) } };
  const sameTransfer = holders.find((holder) => prefectureNumber !== null && holder.prefectureNumber === prefectureNumber);
  if (sameTransfer) return { ok: false, refusal: { slug: 'prefecture-number-already-registered', field: 'prefectureNumber', values: namesOf(sameTransfer) } };
  throw new Error('a ticket was not written although nothing stands in its way');
}

function namesOf({ id, number }: Holder): { ticketId: string; number: string } {
  return { ticketId: id, number };
}

async function recallKnown(tx: Transaction, known: readonly Numbered[], outcomes: Map<Numbered, Batched<RegisteredTicket>>): Promise<void> {
  if (known.length === 0) return;
  const earlier = await answersOf<RegisteredTicket>(tx, known.map(({ registration }) => registration.request));
  for (const each of known) outcomes.set(each, earlier.get(each.registration.request) ?? 'again');
}
