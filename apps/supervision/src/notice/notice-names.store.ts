import type { TicketRegisteredV1, UnitRecordedV1 } from '@hotline/contracts';
import { isoOf, type Instant } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** Keeps the names that units bore, every version, so that an old notice keeps the name of its day. */
export async function keepUnitNames(tx: Transaction, told: readonly { readonly unit: UnitRecordedV1; readonly version: number }[]): Promise<void> {
  await tx.sql(
    `insert into notice_unit_name (code, version, name, recorded_at) select * from unnest($1::text[], $2::integer[], $3::text[], $4::timestamptz[]) as told (code, version, name, recorded_at)
     order by code, version on conflict do nothing`,
    [told.map(({ unit }) => unit.code), told.map(({ version }) => version), told.map(({ unit }) => unit.name), told.map(({ unit }) => unit.recordedAt)],
  );
}

export async function keepTicketNumbers(tx: Transaction, registered: readonly TicketRegisteredV1[]): Promise<void> {
  await tx.sql(
    `insert into notice_ticket_number (ticket_id, number) select * from unnest($1::uuid[], $2::text[]) as told (ticket_id, number) order by ticket_id on conflict do nothing`,
    [registered.map(({ ticketId }) => ticketId), registered.map(({ number }) => number)],
  );
}

/** Name of the unit on the day, or the first one known; undefined while none is. */
export async function unitNameAt(tx: Transaction, code: string, at: Instant): Promise<string | undefined> {
  const [row] = await tx.sql<{ name: string }>(
    `select name from notice_unit_name where code = $1
     order by recorded_at <= $2::timestamptz desc, case when recorded_at <= $2::timestamptz then -version else version end limit 1`,
    [code, isoOf(at)],
  );
  return row?.name;
}

export async function ticketNumberOf(tx: Transaction, ticketId: string): Promise<string | undefined> {
  const [row] = await tx.sql<{ number: string }>(`select number from notice_ticket_number where ticket_id = $1`, [ticketId]);
  return row?.number;
}

/** The numbers of tickets by id; those whose registration is not known yet are absent. */
export async function ticketNumbersOf(tx: Transaction, ticketIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql<{ id: string; number: string }>(`select ticket_id as id, number from notice_ticket_number where ticket_id = any($1::uuid[])`, [ticketIds]);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
