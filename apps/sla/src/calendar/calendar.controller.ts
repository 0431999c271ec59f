import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Roles } from '@hotline/auth';
import { decodeCursor, page, PageQuery, type Page } from '@hotline/http';
import { CalendarQuery, PreviewBody } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';
import type { PublicationRow } from './calendar-year.store.js';
import { PreviewService, type PreviewCounts, type PreviewedMove } from './preview.service.js';

/** The published years of the working calendar (reading §2.3–2.6). */
@ApiTags('calendars')
@Controller('v1/calendars')
export class CalendarController {
  constructor(
    private readonly calendars: CalendarService,
    private readonly previews: PreviewService,
  ) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Published calendar years with their notices, every version, in order of publication (reading §2.4)' })
  async list(@Query() query: CalendarQuery): Promise<Page<PublicationRow>> {
    const [after = 0] = decodeCursor(query.cursor, 'number') ?? [];
    const rows = await this.calendars.list(query, after, query.limit + 1);
    return page(rows, query.limit, (row) => [row.revision]);
  }

  @Post('preview')
  @HttpCode(200)
  @Roles('admin', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Running clocks that publishing a year would move: ticket, old due, new due (reading §2.6)' })
  async preview(@Body() body: PreviewBody, @Query() query: PageQuery): Promise<Page<PreviewedMove> & { counts: PreviewCounts | null }> {
    const { now, then } = await this.calendars.supposed(body.record);
    const [dueAt, id] = decodeCursor(query.cursor, 'number', 'uuid') ?? [];
    const after = dueAt === undefined || id === undefined ? undefined : { dueAt, id };
    const moves = await this.previews.moves(now, then, after, query.limit + 1);
    const { items, next } = page(moves, query.limit, ({ position }) => [position.dueAt, position.id]);
    const counts = after ? null : (await this.previews.summary(now, then)).counts;
    return { items: items.map(({ move }) => move), next, counts };
  }
}
