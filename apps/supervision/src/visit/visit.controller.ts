import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import type { visit } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, page, type Page } from '@hotline/http';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { AssignmentBody, ReworkBody, VisitCorrectionBody, VisitOutcomeBody, VisitQuery } from './visit.dto.js';
import { VisitService } from './visit.service.js';
import type { StoredVisit } from './visit.store.js';

/** Return visits (回访), Art. 19. */
@ApiTags('visits')
@Controller('v1')
export class VisitController {
  constructor(
    private readonly visits: VisitService,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get('visits')
  @Roles('supervisor', 'dispatcher', 'auditor', 'admin', 'operator')
  @ApiOperation({ summary: 'Return visits, in the order of their id; an operator sees those given to them and those to call that nobody has (Art. 19)' })
  async list(@Query() query: VisitQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'text') ?? [];
    const own = onlyOf(caller);
    const found = await this.visits.list({ ...query, ...(own !== undefined && { caller: own, orFree: true }) }, after, query.limit + 1);
    const { items, next } = page(found, query.limit, (visit) => [visit.state.visitId]);
    const numberOf = await this.numbers.of(items.map(({ state }) => state.ticketId));
    return { items: items.map((each) => ({ ...viewOf(each), number: numberOf(each.state.ticketId) })), next };
  }

  @Post('tickets/:ticketId/visits')
  @Roles('supervisor')
  @ApiOperation({ summary: 'Plan a return visit of a closed ticket beside the sample, of one that the county answered itself too (Art. 18, 19)' })
  async request(@IdParam('ticketId') ticketId: string, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.visits.request(request, ticketId)));
  }

  @Post('visits/:visitId/outcome')
  @HttpCode(200)
  @Roles('supervisor', 'operator')
  @ApiOperation({ summary: 'Record what the petitioner said, or that nobody answered (Art. 19)' })
  async record(@Param('visitId') visitId: string, @Body() body: VisitOutcomeBody, @CommandRequestOf() request: CommandRequest, @Caller() caller: Principal): Promise<object> {
    return viewOf(answer(await this.visits.command(request, visitId, { type: 'RecordVisit', ...body, at: request.at }, onlyOf(caller))));
  }

  @Post('visits/:visitId/correction')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Put right an outcome that was entered wrongly, before anything rests on it; what stood before stays on record (Art. 19, 22)' })
  async correct(@Param('visitId') visitId: string, @Body() body: VisitCorrectionBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.visits.command(request, visitId, { type: 'CorrectVisit', ...body, by: request.actor.subject, at: request.at })));
  }

  @Post('visits/:visitId/assignment')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Name who is to call (Art. 19)' })
  async assign(@Param('visitId') visitId: string, @Body() body: AssignmentBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.visits.command(request, visitId, { type: 'AssignVisit', caller: body.caller, at: request.at })));
  }

  @Post('visits/:visitId/rework')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Order a further round after dissatisfaction, or on the finding of a follow-up that the matter is not as reported (Art. 19, reading §3)' })
  async rework(@Param('visitId') visitId: string, @Body() body: ReworkBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.visits.command(request, visitId, { type: 'OrderRework', reason: body.reason, at: request.at })));
  }
}

/** An operator without a further role calls those given to them or to nobody, and sees no others. */
function onlyOf({ subject, roles }: Principal): string | undefined {
  return roles.every((role) => role === 'operator' || role === 'unit' || role === 'leader') ? subject : undefined;
}

function viewOf({ state, version }: StoredVisit): object {
  const { plannedAt, lastAttemptAt, outcome, corrections = [], rework, ...rest } = state;
  return {
    ...rest,
    version,
    plannedAt: isoOf(plannedAt),
    lastAttemptAt: lastAttemptAt === null ? null : isoOf(lastAttemptAt),
    outcome: outcome && outcomeView(outcome),
    corrections: corrections.map((each) => ({ ...each, outcome: outcomeView(each.outcome), at: isoOf(each.at) })),
    rework: rework && { ...rework, at: isoOf(rework.at) },
  };
}

function outcomeView(outcome: visit.VisitOutcome): object {
  return { ...outcome, at: isoOf(outcome.at) };
}
