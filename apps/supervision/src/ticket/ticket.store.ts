import type { CloudEvent } from '@hotline/contracts';
import type { DispatchMode, Instant, PetitionerKind } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/**
 * Tickets that nobody else decides about until the commit, with their versions in this service. Whoever writes about several tickets locks all of them by
 * one call, and before anything else that others may lock: files, visits, orders, candidates.
 */
export class LockedTickets {
  readonly #versions: Map<string, number>;
  readonly #moved = new Set<string>();

  private constructor(
    private readonly tx: Transaction,
    rows: readonly { ticketId: string; version: number }[],
  ) {
    this.#versions = new Map(rows.map((row) => [row.ticketId, row.version]));
  }

  /** Locks the tickets in id order, so that two replicas cannot block each other; unknown ones are created. */
  static async of(tx: Transaction, ticketIds: readonly string[]): Promise<LockedTickets> {
    const ids = [...new Set(ticketIds)].sort();
    await tx.sql(`insert into supervised_ticket (ticket_id) select id from unnest($1::uuid[]) as t (id) order by id on conflict do nothing`, [ids]);
    const rows = await tx.sql<{ ticketId: string; version: number }>(
      `select ticket_id as "ticketId", version from supervised_ticket where ticket_id = any($1::uuid[]) order by ticket_id for update`,
      [ids],
    );
    return new LockedTickets(tx, rows);
  }

  /** The next version of a ticket, for the event that is about to be emitted. */
  next(ticketId: string): number {
    const version = (this.#versions.get(ticketId) ?? 0) + 1;
    this.#versions.set(ticketId, version);
    this.#moved.add(ticketId);
    return version;
  }

  /** Writes the versions that were given out, by one statement. */
  async save(): Promise<void> {
    const ids = [...this.#moved];
    if (ids.length === 0) return;
    await this.tx.sql(
      `update supervised_ticket t set version = moved.version from unnest($1::uuid[], $2::int[]) as moved (ticket_id, version) where t.ticket_id = moved.ticket_id`,
      [ids, ids.map((id) => this.#versions.get(id))],
    );
  }
}

/** Locks the tickets of a whole batch of ticket events, each of which names its own, before its handlers lock some of them each. */
export async function holdTickets(tx: Transaction, events: readonly CloudEvent[]): Promise<void> {
  await LockedTickets.of(tx, events.map((event) => (event.data as { readonly ticketId: string }).ticketId));
}

/** What supervision has heard of a ticket's petitioner: the kind and nothing else. */
export async function rememberPetitioners(tx: Transaction, heard: readonly { readonly ticketId: string; readonly petitionerKind: PetitionerKind }[]): Promise<void> {
  const kinds = new Map(heard.map(({ ticketId, petitionerKind }) => [ticketId, petitionerKind]));
  await tx.sql(
    `insert into supervised_ticket (ticket_id, petitioner_kind) select id, kind from unnest($1::uuid[], $2::text[]) as heard (id, kind) order by id
     on conflict (ticket_id) do update set petitioner_kind = excluded.petitioner_kind`,
    [[...kinds.keys()], [...kinds.values()]],
  );
}

/** Remembers tickets that came in as history: what their files do not record is a gap in the record and no fault of a unit. */
export async function rememberImported(tx: Transaction, ticketIds: readonly string[]): Promise<void> {
  await tx.sql(`insert into supervised_ticket (ticket_id, imported) select id, true from unnest($1::uuid[]) as heard (id) order by id on conflict (ticket_id) do update set imported = true`, [[...new Set(ticketIds)]]);
}

/** Those of these tickets that came in as history. */
export async function importedAmong(tx: Transaction, ticketIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql<{ id: string }>(`select ticket_id as id from supervised_ticket where ticket_id = any($1::uuid[]) and imported`, [ticketIds]);
  return new Set(rows.map(({ id }) => id));
}

export async function petitionerKindOf(tx: Transaction, ticketId: string): Promise<PetitionerKind | null> {
  const [row] = await tx.sql<{ kind: PetitionerKind | null }>(`select petitioner_kind as kind from supervised_ticket where ticket_id = $1`, [ticketId]);
  return row?.kind ?? null;
}

/** Remembers when the county answered tickets itself (Art. 18). */
export async function rememberAnswers(tx: Transaction, heard: readonly { readonly ticketId: string; readonly answeredAt: Instant }[]): Promise<void> {
  const answers = new Map(heard.map(({ ticketId, answeredAt }) => [ticketId, answeredAt]));
  await tx.sql(
    `insert into supervised_ticket (ticket_id, answered_at) select id, to_timestamp(at / 1000.0) from unnest($1::uuid[], $2::float8[]) as heard (id, at) order by id
     on conflict (ticket_id) do update set answered_at = excluded.answered_at`,
    [[...answers.keys()], [...answers.values()]],
  );
}

export async function answeredAtOf(tx: Transaction, ticketId: string): Promise<Instant | null> {
  const [row] = await tx.sql<{ at: Instant | null }>(`select round(extract(epoch from answered_at) * 1000)::float8 as at from supervised_ticket where ticket_id = $1`, [ticketId]);
  return row?.at ?? null;
}

export interface KnownDispatch {
  readonly ticketId: string;
  readonly dispatchNo: number;
  readonly round: number;
  /** The lead unit. */
  readonly unit: string;
  /** Null while it is not closed, or not known to be. */
  readonly closedAt: Instant | null;
  /** Dispatched as supervised, or put under supervision since. */
  readonly supervised: boolean;
  readonly mode: DispatchMode | null;
  readonly dispatchedAt: Instant | null;
  readonly feedbackAt: Instant | null;
  /** When it ended by the lead's accepted return or by a withdrawal. */
  readonly releasedAt: Instant | null;
}

/** One thing heard of a dispatch; what it does not tell is left as it is known. */
export type HeardOfDispatch = Pick<KnownDispatch, 'ticketId' | 'dispatchNo' | 'round' | 'unit'> & Partial<KnownDispatch>;

/** Remembers what was told of dispatches, in any order and any number of times; answers them as they are now known. */
export async function rememberDispatches(tx: Transaction, heard: readonly HeardOfDispatch[]): Promise<KnownDispatch[]> {
  if (heard.length === 0) return [];
  const rows = [...merged(heard).values()];
  await tx.sql(
    `insert into known_dispatch (ticket_id, dispatch_no, round, unit, closed_at, supervised, mode, dispatched_at, feedback_at)
     select ticket_id, dispatch_no, round, unit, to_timestamp(closed_at / 1000.0), supervised, mode, to_timestamp(dispatched_at / 1000.0), to_timestamp(feedback_at / 1000.0)
     from unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::float8[], $6::boolean[], $7::text[], $8::float8[], $9::float8[])
       as heard (ticket_id, dispatch_no, round, unit, closed_at, supervised, mode, dispatched_at, feedback_at)
     order by ticket_id, dispatch_no
     on conflict (ticket_id, dispatch_no) do update set
       closed_at = coalesce(known_dispatch.closed_at, excluded.closed_at), supervised = known_dispatch.supervised or excluded.supervised,
       mode = coalesce(known_dispatch.mode, excluded.mode), dispatched_at = coalesce(known_dispatch.dispatched_at, excluded.dispatched_at),
       feedback_at = coalesce(known_dispatch.feedback_at, excluded.feedback_at)`,
    [
      ...[rows.map((row) => row.ticketId), rows.map((row) => row.dispatchNo), rows.map((row) => row.round), rows.map((row) => row.unit)],
      ...[rows.map((row) => row.closedAt ?? null), rows.map((row) => row.supervised ?? false), rows.map((row) => row.mode ?? null)],
      ...[rows.map((row) => row.dispatchedAt ?? null), rows.map((row) => row.feedbackAt ?? null)],
    ],
  );
  return dispatchesOf(tx, rows.map((row) => row.ticketId));
}

/** One row a dispatch: PostgreSQL refuses to update a row twice in one statement. */
function merged(heard: readonly HeardOfDispatch[]): Map<string, HeardOfDispatch> {
  const rows = new Map<string, HeardOfDispatch>();
  for (const each of heard) {
    const key = `${each.ticketId}:${each.dispatchNo}`;
    rows.set(key, { ...each, ...rows.get(key) });
  }
  return rows;
}

/** An order makes a dispatch a supervised one, however it was dispatched. */
export async function markSupervised(tx: Transaction, { ticketId, dispatchNo }: Pick<KnownDispatch, 'ticketId' | 'dispatchNo'>): Promise<void> {
  await tx.sql(`update known_dispatch set supervised = true where ticket_id = $1 and dispatch_no = $2`, [ticketId, dispatchNo]);
}

/** Remembers units that were let go of a dispatch: by an accepted return, or all of them (`*`) by its withdrawal. */
export async function rememberReleases(tx: Transaction, heard: readonly { readonly ticketId: string; readonly dispatchNo: number; readonly unit: string; readonly at: Instant }[]): Promise<void> {
  await tx.sql(
    `insert into known_release (ticket_id, dispatch_no, unit, at)
     select ticket_id, dispatch_no, unit, to_timestamp(at / 1000.0) from unnest($1::uuid[], $2::int[], $3::text[], $4::float8[]) as heard (ticket_id, dispatch_no, unit, at)
     order by ticket_id, dispatch_no, unit on conflict do nothing`,
    [heard.map((each) => each.ticketId), heard.map((each) => each.dispatchNo), heard.map((each) => each.unit), heard.map((each) => each.at)],
  );
}

/** All known dispatches of these tickets, in order. */
export function dispatchesOf(tx: Transaction, ticketIds: readonly string[]): Promise<KnownDispatch[]> {
  return tx.sql<KnownDispatch>(`select ${COLUMNS} from known_dispatch d where ticket_id = any($1::uuid[]) order by ticket_id, dispatch_no`, [[...new Set(ticketIds)]]);
}

/** The newest dispatch of a ticket that supervision has heard of. */
export async function newestDispatch(tx: Transaction, ticketId: string): Promise<KnownDispatch | undefined> {
  return (await dispatchesOf(tx, [ticketId])).at(-1);
}

const millis = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

const COLUMNS = `ticket_id as "ticketId", dispatch_no as "dispatchNo", round, unit, ${millis('closed_at')} as "closedAt", supervised, mode,
  ${millis('dispatched_at')} as "dispatchedAt", ${millis('feedback_at')} as "feedbackAt",
  (select min(${millis('r.at')}) from known_release r where r.ticket_id = d.ticket_id and r.dispatch_no = d.dispatch_no and r.unit in (d.unit, '*')) as "releasedAt"`;
