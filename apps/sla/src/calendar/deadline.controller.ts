import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '@hotline/auth';
import { explainSentence } from '@hotline/calendar';
import { instantOf, isoOf } from '@hotline/domain/shared';
import { CalendarBook } from './calendar-book.js';
import { DeadlineQuery, DeadlineView } from './deadline.dto.js';

/** Working days added to any moment, for whoever wants to check a deadline. */
@ApiTags('deadline')
@Controller('v1/deadline')
export class DeadlineController {
  constructor(private readonly calendars: CalendarBook) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Deadline of a number of working days after a moment, with every day explained (reading §2)' })
  @ApiOkResponse({ type: DeadlineView })
  async deadline(@Query() query: DeadlineQuery): Promise<DeadlineView> {
    const edition = await this.calendars.read();
    const calendar = query.layers ? edition.withLayers(query.layers) : edition.calendar;
    const start = instantOf(query.start);
    const deadline = calendar.deadline(start, query.workingDays);
    const days = calendar.explain(start, query.workingDays);
    return {
      dueOn: deadline.dueOn,
      dueAt: isoOf(deadline.dueAt),
      provisional: deadline.provisional,
      explanation: {
        sentence: explainSentence(days, deadline),
        counted: days.filter((day) => day.role === 'counted'),
        skipped: days.filter((day) => day.role === 'skipped'),
        calendar: calendar.version,
      },
    };
  }
}
