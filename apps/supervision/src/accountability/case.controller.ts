import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, page, type Page } from '@hotline/http';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { CaseBody, CaseQuery, ClosingBody, DecisionBody, StatementBody } from './accountability.dto.js';
import { CaseService } from './case.service.js';
import { caseView } from './case.view.js';

/** Cases of accountability (问责), Art. 23. */
@ApiTags('accountability')
@Controller('v1/accountability/cases')
export class CaseController {
  constructor(
    private readonly cases: CaseService,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get()
  @Roles('supervisor', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'Cases of accountability; a unit sees its own (Art. 23)' })
  async list(@Query() query: CaseQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'uuid') ?? [];
    const filter = isUnitBound(caller) ? { ...query, unit: caller.unit } : query;
    const { items, next } = page(await this.cases.list(filter, after, query.limit + 1), query.limit, ({ state }) => [state.caseId]);
    const numberOf = await this.numbers.of(items.flatMap(({ state }) => state.ticketIds));
    return { items: items.map((each) => ({ ...caseView(each), ticketNumbers: each.state.ticketIds.map(numberOf) })), next };
  }

  @Get(':caseId')
  @Roles('supervisor', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'One case of accountability (Art. 23)' })
  async one(@IdParam('caseId') caseId: string, @Caller() caller: Principal): Promise<object> {
    const { stored, baselessSince } = answer(await this.cases.one(caseId, isUnitBound(caller) ? (caller.unit ?? '') : undefined));
    return caseView(stored, baselessSince);
  }

  @Post()
  @Roles('supervisor')
  @ApiOperation({ summary: 'Open a case on any of the ten grounds (Art. 23)' })
  async open(@Body() body: CaseBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    const { unit, ground, account, ticketIds } = body;
    return caseView(answer(await this.cases.open(request, { unit, ground, account, ticketIds: [...new Set(ticketIds)] })));
  }

  @Post(':caseId/statement')
  @HttpCode(200)
  @Roles('unit', 'leader')
  @ApiOperation({ summary: 'The unit makes its statement (Art. 23)' })
  async state(@IdParam('caseId') caseId: string, @Body() body: StatementBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    const { subject, unit } = request.actor;
    return caseView(answer(await this.cases.command(request, caseId, { type: 'GiveStatement', unit: unit ?? '', text: body.text, by: subject, at: request.at })));
  }

  @Post(':caseId/decision')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Record what was decided, after the unit was heard or its time to speak is over (Art. 23)' })
  async decide(@IdParam('caseId') caseId: string, @Body() body: DecisionBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return caseView(answer(await this.cases.command(request, caseId, { type: 'DecideCase', ...body, by: request.actor.subject, at: request.at })));
  }

  @Post(':caseId/closing')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Record the talk or that the measure was carried out (Art. 23)' })
  async close(@IdParam('caseId') caseId: string, @Body() body: ClosingBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return caseView(answer(await this.cases.command(request, caseId, { type: 'CloseCase', record: body.record, by: request.actor.subject, at: request.at })));
  }
}
