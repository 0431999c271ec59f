import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, isUnitBound, type Principal } from '@hotline/auth';
import { decodeCursor, etagOf, IdParam, page, ProblemException } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { FastifyReply } from 'fastify';
import { CalendarBook } from '../calendar/calendar-book.js';
import { numbersOf } from '../ticket/ticket-number.store.js';
import { readClock, readClocks, readClocksOfTicket } from './clock-query.store.js';
import { ClockQuery } from './clock.dto.js';
import { ClockPageView, clockView, ExplainedClockPageView, explainedClockView, ExplainedClockView } from './clock.view.js';

/** The clocks of reading §3. A unit sees those of its own dispatches; any other answers as if it did not exist. */
@ApiTags('clocks')
@Controller('v1')
@AnyRole()
export class ClockController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: CalendarBook,
  ) {}

  @Get('tickets/:ticketId/clocks')
  @ApiOperation({ summary: 'All clocks of a ticket in order of their start, each explained (reading §2.7, §3)' })
  @ApiOkResponse({ type: ExplainedClockPageView })
  ofTicket(@IdParam('ticketId') ticketId: string, @Caller() caller: Principal): Promise<ExplainedClockPageView> {
    return this.uow.read(async (tx) => {
      const clocks = await readClocksOfTicket(tx, ticketId, boundUnit(caller));
      if (clocks.length === 0 && isUnitBound(caller)) throw ProblemException.of('not-found');
      const edition = await this.calendars.newest(tx);
      const numberOf = await numbersOf(tx, [ticketId]);
      return { items: clocks.map((stored) => explainedClockView(stored, edition.at(stored.calendarRevision), numberOf(ticketId))), next: null };
    });
  }

  @Get('clocks')
  @ApiOperation({ summary: 'Clocks with one verdict, by default the running ones, in order of deadline (reading §3)' })
  @ApiOkResponse({ type: ClockPageView })
  list(@Query() query: ClockQuery, @Caller() caller: Principal): Promise<ClockPageView> {
    const [dueAt, id] = decodeCursor(query.cursor, 'number', 'uuid') ?? [];
    const after = dueAt === undefined || id === undefined ? undefined : { dueAt, id };
    return this.uow.read(async (tx) => {
      const clocks = await readClocks(tx, { ...query, seenBy: boundUnit(caller) }, after, query.limit + 1);
      const { items, next } = page(clocks, query.limit, (stored) => [stored.clock.dueAt, stored.id]);
      const numberOf = await numbersOf(tx, items.map(({ ticketId }) => ticketId));
      return { items: items.map((stored) => clockView(stored, numberOf(stored.ticketId))), next };
    });
  }

  @Get('clocks/:clockId')
  @ApiOperation({ summary: 'One clock with its deadline explained day by day (reading §2.7)' })
  @ApiOkResponse({ type: ExplainedClockView })
  one(@IdParam('clockId') clockId: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<ExplainedClockView> {
    return this.uow.read(async (tx) => {
      const stored = await readClock(tx, clockId, boundUnit(caller));
      if (!stored) throw ProblemException.of('not-found');
      const edition = await this.calendars.newest(tx);
      void reply.header('etag', etagOf(stored.clock.version));
      const numberOf = await numbersOf(tx, [stored.ticketId]);
      return explainedClockView(stored, edition.at(stored.calendarRevision), numberOf(stored.ticketId));
    });
  }
}

/** The unit to which a caller's view is narrowed; undefined for the county and above. */
export function boundUnit(caller: Principal): string | undefined {
  return isUnitBound(caller) ? caller.unit : undefined;
}
