import { Inject, Injectable } from '@nestjs/common';
import { isUnitBound, type Principal } from '@hotline/auth';
import { dayOf, isoOf, startOfShanghaiDay } from '@hotline/domain/shared';
import { CLOCK, type Clock, decodeCursor, type Page, page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { registerNo } from './case.view.js';
import type { AwaitingPaperView, AwaitingQuery, PaperEntryView, RegisterQuery, SealEntryView } from './register.dto.js';

interface PaperRow extends Omit<PaperEntryView, 'registerNo'> {
  readonly year: number;
  readonly entry: number;
}

/** The number of the ticket that a row of the table is about; null while the registration is not heard of. */
const numberOf = (table: 'case_step' | 'handling_case'): string => `(select number from ticket_number where ticket_number.ticket_id = ${table}.ticket_id) as number`;
const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Reads the registers off the steps of the cases: an entry cannot differ from what happened. */
@Injectable()
export class RegisterReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  paper(caller: Principal, query: RegisterQuery): Promise<Page<PaperEntryView>> {
    const [year, number] = decodeCursor(query.cursor, 'number', 'number') ?? [0, 0];
    return this.uow.read(async (tx) => {
      const rows = await tx.sql<PaperRow>(
        `select * from (
           select (event->'paper'->>'year')::integer as year, (event->'paper'->>'number')::integer as entry, ticket_id as "ticketId", dispatch_no as "dispatchNo", unit,
             (event->'paper'->>'pages')::integer as pages, event->'paper'->>'remark' as remark, to_char(at at time zone 'UTC', ${ISO}) as "registeredAt", actor as "registeredBy", ${numberOf('case_step')}
           from case_step where type = 'CaseClosed' and event ? 'paper' and ($1::text is null or unit = $1) and at >= $2::timestamptz and at < $3::timestamptz) as register
         where (year, entry) > ($4, $5) order by year, entry limit $6`,
        [unitOf(caller, query), ...periodOf(query), year, number, query.limit + 1],
      );
      return page(
        rows.map(({ year: inYear, entry: given, ...entry }) => ({ registerNo: registerNo(inYear, given), ...entry })),
        query.limit,
        (entry) => entry.registerNo.split('-').map(Number),
      );
    });
  }

  awaiting(caller: Principal, query: AwaitingQuery): Promise<Page<AwaitingPaperView>> {
    const [since, ticketId] = decodeCursor(query.cursor, 'number', 'uuid') ?? [0, '00000000-0000-0000-0000-000000000000'];
    return this.uow.read(async (tx) => {
      const rows = await tx.sql<{ ticketId: string; number: string | null; dispatchNo: number; unit: string; since: string }>(
        `select ticket_id as "ticketId", ${numberOf('handling_case')}, dispatch_no as "dispatchNo", lead as unit, state->'dispatch'->'approval'->>'at' as since from handling_case
         where status = 'feedback-given' and ($1::text is null or lead = $1) and ((state->'dispatch'->'approval'->>'at')::bigint, ticket_id) > ($2::bigint, $3::uuid)
         order by (state->'dispatch'->'approval'->>'at')::bigint, ticket_id limit $4`,
        [unitOf(caller, query), since, ticketId, query.limit + 1],
      );
      const [calendar, now] = [await this.calendars.current(tx), this.clock.now()];
      const items = rows.map(({ since: at, ...entry }) => ({ ...entry, feedbackAt: isoOf(Number(at)), waitingWorkingDays: calendar.workingDaysBetween(Number(at), now) }));
      return page(items, query.limit, (item) => [Date.parse(item.feedbackAt), item.ticketId]);
    });
  }

  seals(caller: Principal, query: RegisterQuery): Promise<Page<SealEntryView>> {
    const after = decodeCursor(query.cursor, 'number', 'uuid', 'number');
    return this.uow.read(async (tx) => {
      const rows = await tx.sql<SealEntryView & { version: number }>(
        `select event->>'sealNumber' as "sealNumber", unit, ticket_id as "ticketId", dispatch_no as "dispatchNo", event->>'approver' as approver,
           event->>'authorisation' as authorisation, to_char(at at time zone 'UTC', ${ISO}) as "usedAt", ${numberOf('case_step')}, version
         from case_step where type = 'FeedbackGiven' and ($1::text is null or unit = $1) and at >= $2::timestamptz and at < $3::timestamptz
           and ($4::timestamptz is null or (at, ticket_id, version) < ($4::timestamptz, $5::uuid, $6::integer))
         order by at desc, ticket_id desc, version desc limit $7`,
        [unitOf(caller, query), ...periodOf(query), after ? isoOf(after[0]) : null, after?.[1] ?? null, after?.[2] ?? null, query.limit + 1],
      );
      const { items, next } = page(rows, query.limit, (row) => [Date.parse(row.usedAt), row.ticketId, row.version]);
      return { items: items.map(({ version: _, ...entry }) => entry), next };
    });
  }
}

/** A unit's account sees its own entries, whatever it asks for. */
function unitOf(caller: Principal, { unit }: { readonly unit?: string }): string | null {
  return (isUnitBound(caller) ? caller.unit : unit) ?? null;
}

/** From the beginning of the first day to the end of the last one, in Asia/Shanghai. */
function periodOf({ from, to }: RegisterQuery): [string, string] {
  const start = from === undefined ? '-infinity' : isoOf(startOfShanghaiDay(dayOf(from)));
  return [start, to === undefined ? 'infinity' : isoOf(startOfShanghaiDay(dayOf(to) + 1))];
}
