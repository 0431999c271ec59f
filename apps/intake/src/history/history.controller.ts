import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf } from '@hotline/http';
import { HistoryBody, HistoryOutcome, HistoryStatus, HistoryStatusQuery } from './history.dto.js';
import { HistoryService } from './history.service.js';

@ApiTags('history')
@Controller('v1/history')
export class HistoryController {
  constructor(@Inject(HistoryService) private readonly past: HistoryService) {}

  @Post()
  @HttpCode(200)
  @Roles('admin')
  @ApiOperation({ summary: 'Bring past tickets in with their original times; a row whose origin is known changes nothing, and is refused if its content differs' })
  @ApiOkResponse({ type: HistoryOutcome })
  async import(@CommandRequestOf() request: CommandRequest, @Body() body: HistoryBody): Promise<HistoryOutcome> {
    return answer(await this.past.import(request, body.rows));
  }

  @Get('status')
  @Roles('admin')
  @ApiOperation({ summary: 'Count the tickets of a source, and how many of them were dispatched and closed so far' })
  @ApiOkResponse({ type: HistoryStatus })
  status(@Query() query: HistoryStatusQuery): Promise<HistoryStatus> {
    return this.past.status(query.source);
  }
}
