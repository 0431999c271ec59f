import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { cloudEvent, subjectOf, trustedCloudEvent, type Contract, type EventHead } from '@hotline/contracts';
import { isoOf, type CommandRequest, type Instant } from '@hotline/domain/shared';
import { context, propagation } from '@opentelemetry/api';
import { CompiledQuery, type Transaction as KyselyTransaction } from 'kysely';

/** What an event says of the aggregate it belongs to. */
export interface EventAbout {
  /** Id of the aggregate: ticket, clock, unit code … */
  readonly subject: string;
  /** Version of the aggregate in this service after the event. */
  readonly version: number;
  /** When it happened. */
  readonly at: Instant;
  /** W3C trace context of what caused it; default: the active span, or for what a timer does a trace of this transaction's own. */
  readonly traceparent?: string | undefined;
}

interface OutboxRow {
  readonly eventId: string;
  readonly subject: string;
  readonly aggregate: string;
  readonly payload: string;
}

interface AuditRow {
  readonly actor: string;
  readonly roles: readonly string[];
  readonly unit: string | null;
  readonly action: string;
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An answer to keep under the Idempotency-Key of its command. */
interface AnswerRow {
  readonly subject: string;
  readonly key: string;
  readonly answer: string;
}

/** One database transaction: entities through `em`, set-based statements through `sql`, and what the world shall hear of it. */
export class Transaction {
  readonly #outbox: OutboxRow[] = [];
  readonly #audit: AuditRow[] = [];
  readonly #answers: AnswerRow[] = [];
  readonly #afterCommit: (() => void)[] = [];
  #ownTrace: string | undefined;

  constructor(
    readonly em: EntityManager,
    private readonly county: string,
  ) {}

  /** Runs one statement with `$1…` parameters bound by the driver; arrays become PostgreSQL arrays. Instants come back as ISO text or Date: cast in SQL where it matters. */
  async sql<Row = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    const running = this.em.getTransactionContext<KyselyTransaction<unknown>>();
    if (!running) throw new Error('sql() outside of a transaction');
    const result = await running.executeQuery<Row>(CompiledQuery.raw(text, [...params]));
    return result.rows;
  }

  /** Adds a checked event to the outbox; it is published after the commit and never without it. */
  emit<T extends object>(made: Contract<T>, about: EventAbout, eventData: NoInfer<T>): void {
    const head = this.#headOf(about);
    this.#collect(made, head, cloudEvent(made, head, eventData));
  }

  /** The same without the check: only for data whose builder a spec proves against the contract (see `trustedCloudEvent`). */
  emitTrusted<T extends object>(made: Contract<T>, about: EventAbout, eventData: NoInfer<T>): void {
    const head = this.#headOf(about);
    this.#collect(made, head, trustedCloudEvent(made, head, eventData));
  }

  /** Runs `work` once the transaction has committed, never after a rollback; it must neither throw nor take long. */
  afterCommit(work: () => void): void {
    this.#afterCommit.push(work);
  }

  /** What `afterCommit` collected; the unit of work runs it. */
  get committedWork(): readonly (() => void)[] {
    return this.#afterCommit;
  }

  #headOf(about: EventAbout): EventHead {
    const traceparent = about.traceparent ?? currentTraceparent() ?? (this.#ownTrace ??= newTraceparent());
    return { id: randomUUIDv7(), county: this.county, subject: about.subject, time: isoOf(about.at), version: about.version, traceparent };
  }

  #collect(made: Pick<Contract, 'name'>, head: EventHead, event: object): void {
    this.#outbox.push({ eventId: head.id, subject: subjectOf(this.county, made.name), aggregate: head.subject, payload: JSON.stringify(event) });
  }

  /** Notes who did what to which target; never put names, contacts or message text into `details`. */
  audit(by: Pick<CommandRequest, 'actor'>, action: string, target: string, details: Readonly<Record<string, unknown>> = {}): void {
    this.#audit.push({ actor: by.actor.subject, roles: by.actor.roles, unit: by.actor.unit ?? null, action, target, details });
  }

  /** Keeps the answer to a command for those who repeat it with its Idempotency-Key, which must have been claimed. */
  remember({ actor, idempotencyKey }: CommandRequest, value: unknown): void {
    if (idempotencyKey !== undefined) this.#answers.push({ subject: actor.subject, key: idempotencyKey, answer: JSON.stringify({ value }) });
  }

  get emitted(): number {
    return this.#outbox.length;
  }

  /** Writes the collected outbox and audit rows and answers by one statement: round trips are what a command waits for on a busy machine. */
  async writeCollected(): Promise<void> {
    const [outbox, audit, answers] = [this.#outbox, this.#audit, this.#answers];
    if (outbox.length + audit.length + answers.length === 0) return;
    await this.sql(WRITE_COLLECTED, [
      outbox.map((row) => row.eventId),
      outbox.map((row) => row.subject),
      outbox.map((row) => row.aggregate),
      outbox.map((row) => row.payload).join(RECORD_SEPARATOR),
      audit.map((row) => row.actor),
      audit.map((row) => row.roles.join(',')),
      audit.map((row) => row.unit),
      audit.map((row) => row.action),
      audit.map((row) => row.target),
      audit.map((row) => JSON.stringify(row.details)),
      answers.map((row) => row.subject),
      answers.map((row) => row.key),
      answers.map((row) => row.answer),
    ]);
  }
}

/** JSON never contains it raw; joining payloads by it spares the escaping of every quotation mark on one side and its undoing on the other. */
const RECORD_SEPARATOR = '\u001e';

const WRITE_COLLECTED = `
with told as (
  insert into outbox (event_id, subject, aggregate, payload)
  select * from unnest($1::uuid[], $2::text[], $3::text[], string_to_array($4::text, chr(30)))
  returning id
), to_send as (
  insert into outbox_unsent select id from told
), answered as (
  update idempotency_key set answer = given.answer::jsonb
  from unnest($11::text[], $12::text[], $13::text[]) as given (subject, key, answer)
  where idempotency_key.subject = given.subject and idempotency_key.key = given.key
)
insert into audit_entry (actor, roles, unit, action, target, details)
select actor, string_to_array(roles, ','), unit, action, target, details::jsonb
from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[]) as row (actor, roles, unit, action, target, details)`;

function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** Of a trace that nobody recorded, by which what belongs together is found together. */
function newTraceparent(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;
}
