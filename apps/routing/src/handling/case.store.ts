import { Injectable } from '@nestjs/common';
import { handling } from '@hotline/domain';
import { isoOf, type Actor, type Instant } from '@hotline/domain/shared';
import { forgetAnswers, type Transaction } from '@hotline/persistence';
import { CaseRow, StepRow } from './case.row.js';

/** A case as it was read, or as a ticket that routing has not heard of begins: version 0. */
export interface StoredCase {
  readonly ticketId: string;
  readonly state: handling.CaseState;
  readonly version: number;
  readonly historyRefusal: string | null;
}

/** What became of a case: each event with the version it led to and who caused it. */
export interface ChangedCase {
  readonly before: StoredCase;
  readonly after: StoredCase;
  readonly steps: readonly CaseStep[];
}

export interface CaseStep {
  readonly version: number;
  readonly event: handling.HandlingEvent;
  readonly cause: StepCause;
}

/** Who caused a step, and the trace of the message that carried it if it came over the bus. */
export interface StepCause {
  readonly actor: Actor;
  readonly traceparent?: string | undefined;
}

/** Somebody else changed a case between our reading and our writing; PostgreSQL's code for it makes a unit of work try again. */
export class CaseChangedMeanwhile extends Error {
  readonly code = '40001';

  constructor() {
    super('a case was changed by another transaction');
    this.name = 'CaseChangedMeanwhile';
  }
}

const CASE_COLUMNS = `ticket_id uuid, status text, category text, prefecture_transfer boolean, round integer, dispatch_no integer, lead text, assisting text[], units text[],
  supervised boolean, marks text[], accepted_returns integer, review_on date, tasks text[], opened_at timestamptz, state jsonb, history_refusal text, version integer`;
const COPIED = [
  ...['status', 'category', 'prefecture_transfer', 'round', 'dispatch_no', 'lead', 'assisting', 'units', 'supervised', 'marks', 'accepted_returns', 'review_on', 'tasks'],
  ...['opened_at', 'state', 'history_refusal', 'version'],
];

const STEP_COLUMNS = `ticket_id uuid, version integer, type text, at timestamptz, dispatch_no integer, unit text,
  actor text, actor_roles text[], actor_unit text, event jsonb`;
const STEPS = ['ticket_id', 'version', 'type', 'at', 'dispatch_no', 'unit', 'actor', 'actor_roles', 'actor_unit', 'event'];

// Changed rows only where they still have the version that was read; new rows only where there is none; steps of those alone. The caller compares the count.
const WRITE_CASES = `
  with changed as (select * from json_to_recordset($1::json) as row (read_version integer, ${CASE_COLUMNS})),
  updated as (
    update handling_case set ${COPIED.map((name) => `${name} = changed.${name}`).join(', ')}, updated_at = clock_timestamp()
    from changed where handling_case.ticket_id = changed.ticket_id and handling_case.version = changed.read_version and changed.read_version > 0
    returning handling_case.ticket_id),
  inserted as (
    insert into handling_case (ticket_id, ${COPIED.join(', ')})
    select ticket_id, ${COPIED.join(', ')} from changed where read_version = 0 order by ticket_id
    on conflict do nothing returning ticket_id),
  written as (select ticket_id from updated union all select ticket_id from inserted),
  stepped as (
    insert into case_step (${STEPS.join(', ')})
    select ${STEPS.join(', ')} from json_to_recordset($2::json) as row (${STEP_COLUMNS}) where ticket_id in (select ticket_id from written))
  select count(*)::integer as written from written`;

/** Reads and writes cases, one or many by one statement. */
@Injectable()
export class CaseStore {
  async find(tx: Transaction, ticketId: string): Promise<StoredCase> {
    const row = await tx.em.findOne(CaseRow, { ticketId });
    return row ?? unknownCase(ticketId);
  }

  /** Locks the cases that exist, in the order of their ids, and answers all that were asked for. */
  async lock(tx: Transaction, ticketIds: Iterable<string>): Promise<Map<string, StoredCase>> {
    const asked = [...new Set(ticketIds)].sort();
    const found = await lockRows(tx, asked, 'for update');
    return new Map(asked.map((ticketId) => [ticketId, found.get(ticketId) ?? unknownCase(ticketId)]));
  }

  /** The same without waiting: cases that somebody else has locked are left out. */
  async lockFree(tx: Transaction, ticketIds: Iterable<string>): Promise<Map<string, StoredCase>> {
    const asked = [...new Set(ticketIds)].sort();
    const found = await lockRows(tx, asked, 'for update skip locked');
    const missing = asked.filter((ticketId) => !found.has(ticketId));
    if (missing.length === 0) return found;
    const taken = await tx.sql<{ ticket_id: string }>(`select ticket_id from handling_case where ticket_id = any($1::uuid[])`, [missing]);
    const locked = new Set(taken.map((row) => row.ticket_id));
    for (const ticketId of missing) if (!locked.has(ticketId)) found.set(ticketId, unknownCase(ticketId));
    return found;
  }

  /** Writes all or throws {@link CaseChangedMeanwhile}. */
  async save(tx: Transaction, changes: readonly ChangedCase[]): Promise<void> {
    if (changes.length === 0) return;
    const steps = changes.flatMap(({ after, steps: taken }) => taken.map((step) => stepColumns(after.ticketId, step)));
    const [answer] = await tx.sql<{ written: number }>(WRITE_CASES, [JSON.stringify(changes.map(caseColumns)), JSON.stringify(steps)]);
    if (answer?.written !== changes.length) throw new CaseChangedMeanwhile();
  }

  /**
   * Takes the words out of every step of these tickets, and out of the answers kept for repeated commands, which hold the case as it was (Art. 20).
   * The steps stay: codes, times and who took them.
   */
  async eraseWords(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
    if (ticketIds.length === 0) return;
    const rows = await tx.sql<{ ticket_id: string; version: number; event: handling.HandlingEvent }>(`select ticket_id, version, event from case_step where ticket_id = any($1::uuid[])`, [ticketIds]);
    const erased = rows.map(({ event, ...key }) => ({ ...key, event: handling.withoutWords(event) }));
    await tx.sql(
      `update case_step set event = erased.event from json_to_recordset($1::json) as erased (ticket_id uuid, version integer, event jsonb)
       where case_step.ticket_id = erased.ticket_id and case_step.version = erased.version`,
      [JSON.stringify(erased)],
    );
    await forgetAnswers(tx, ticketIds);
  }

  /** What happened to these tickets, oldest first. */
  stepsOf(tx: Transaction, ticketIds: readonly string[]): Promise<StepRow[]> {
    return tx.em.find(StepRow, { ticketId: { $in: [...ticketIds] } }, { orderBy: { ticketId: 'asc', version: 'asc' } });
  }
}

async function lockRows(tx: Transaction, ticketIds: readonly string[], how: 'for update' | 'for update skip locked'): Promise<Map<string, StoredCase>> {
  const rows = await tx.sql<{ ticket_id: string; state: handling.CaseState; version: number; history_refusal: string | null }>(
    `select ticket_id, state, version, history_refusal from handling_case where ticket_id = any($1::uuid[]) order by ticket_id ${how}`,
    [ticketIds],
  );
  return new Map(rows.map((row) => [row.ticket_id, { ticketId: row.ticket_id, state: row.state, version: row.version, historyRefusal: row.history_refusal }]));
}

function unknownCase(ticketId: string): StoredCase {
  return { ticketId, state: handling.initial, version: 0, historyRefusal: null };
}

function caseColumns({ before, after }: ChangedCase): object {
  const { ticketId, state, version, historyRefusal } = after;
  const columns = { read_version: before.version, ticket_id: ticketId, status: state.status, state, version, history_refusal: historyRefusal };
  if (state.status === 'none') {
    const nothing = { category: null, prefecture_transfer: false, round: 0, dispatch_no: 0, lead: null, assisting: [], units: [], supervised: false };
    return { ...columns, ...nothing, marks: [], accepted_returns: 0, review_on: null, tasks: [], opened_at: null };
  }
  return {
    ...columns,
    category: state.category,
    prefecture_transfer: state.prefectureTransfer,
    round: state.round,
    dispatch_no: state.dispatch?.dispatchNo ?? state.past.at(-1)?.dispatchNo ?? 0,
    lead: state.dispatch?.lead ?? null,
    assisting: state.dispatch ? handling.assistingOf(state.dispatch) : [],
    units: handling.unitsOf(state),
    supervised: state.dispatch !== null && state.dispatch.supervised !== null,
    marks: state.marks ?? [],
    accepted_returns: state.acceptedReturns,
    review_on: handling.reviewDateOf(state),
    tasks: taskColumn(state),
    opened_at: isoOf(state.acceptedAt),
  };
}

/** Each task by its name, and with the unit it is about. */
export function taskColumn(state: handling.Case): string[] {
  return [...new Set(handling.tasksOf(state).flatMap(({ task, unit }) => (unit === null ? [task] : [task, taskKey(task, unit)])))];
}

export function taskKey(task: handling.CaseTask, unit: string | undefined): string {
  return unit === undefined ? task : `${task}:${unit}`;
}

function stepColumns(ticketId: string, { version, event, cause: { actor } }: CaseStep): object {
  return {
    ticket_id: ticketId,
    version,
    type: event.type,
    at: isoOf(momentOf(event)),
    dispatch_no: 'dispatchNo' in event ? event.dispatchNo : null,
    unit: event.type === 'Dispatched' ? event.lead : 'unit' in event ? event.unit : null,
    actor: actor.subject,
    actor_roles: actor.roles,
    actor_unit: actor.unit ?? null,
    event,
  };
}

export function momentOf(event: handling.HandlingEvent): Instant {
  return event.type === 'CaseOpened' ? event.acceptedAt : event.at;
}
