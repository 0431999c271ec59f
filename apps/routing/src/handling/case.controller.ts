import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import { answer, etagOf, IdParam, type Page } from '@hotline/http';
import type { FastifyReply } from 'fastify';
import { CaseQuery, CountsQuery } from './case.dto.js';
import { CaseReader } from './case.reader.js';
import { CaseCountsView, CaseDetailView, CasePageView, CaseSummaryView } from './case.views.js';

@ApiTags('tickets')
@Controller('v1/tickets')
@Roles('operator', 'dispatcher', 'unit', 'leader', 'supervisor', 'analyst', 'auditor', 'prefecture')
export class CaseController {
  constructor(private readonly cases: CaseReader) {}

  @Get()
  @ApiOperation({ summary: 'List the tickets in handling, newest acceptance first; a unit sees its own (Art. 14)' })
  @ApiOkResponse({ type: CasePageView })
  list(@Query() query: CaseQuery, @Caller() caller: Principal): Promise<Page<CaseSummaryView>> {
    return this.cases.list(caller, query);
  }

  @Get('counts')
  @ApiOperation({ summary: 'Count what waits for somebody, task by task; a unit counts its own (Art. 14-18)' })
  @ApiOkResponse({ type: CaseCountsView })
  counts(@Query() query: CountsQuery, @Caller() caller: Principal): Promise<CaseCountsView> {
    return this.cases.counts(caller, query);
  }

  @Get(':id')
  @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: 'Show the handling of a ticket with every step (Art. 14-18)' })
  @ApiOkResponse({ type: CaseDetailView })
  async find(@IdParam('id') id: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<CaseDetailView> {
    const view = answer(await this.cases.find(caller, id));
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}
