import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { followUp } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, page, type Page } from '@hotline/http';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { CancellationBody, FollowUpBody, FollowUpFindingBody, FollowUpQuery } from './follow-up.dto.js';
import { FollowUpService } from './follow-up.service.js';
import type { StoredFollowUp } from './follow-up.store.js';

/** Follow-ups on the spot (下访、实地督查、明察暗访), Art. 19; units do not see them, or nobody could come unannounced. */
@ApiTags('follow-ups')
@Controller('v1/follow-ups')
export class FollowUpController {
  constructor(
    private readonly followUps: FollowUpService,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get()
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Field visits, inspections and undercover visits with what they found (Art. 19)' })
  async list(@Query() query: FollowUpQuery): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'uuid') ?? [];
    const { items, next } = page(await this.followUps.list(query, after, query.limit + 1), query.limit, ({ state }) => [state.followUpId]);
    const numberOf = await this.numbers.of(items.flatMap(({ state }) => state.subjects.map(({ ticketId }) => ticketId)));
    return { items: items.map((each) => ({ ...viewOf(each), subjects: each.state.subjects.map((subject) => ({ ...subject, number: numberOf(subject.ticketId) })) })), next };
  }

  @Post()
  @Roles('supervisor')
  @ApiOperation({ summary: 'Plan a follow-up on the spot (Art. 19)' })
  async plan(@Body() body: FollowUpBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.followUps.plan(request, body)));
  }

  @Post(':followUpId/findings')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Record what was found about one of the tickets (Art. 19)' })
  async find(@IdParam('followUpId') followUpId: string, @Body() body: FollowUpFindingBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.followUps.find(request, followUpId, body)));
  }

  @Post(':followUpId/cancellation')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Cancel a follow-up that found nothing yet' })
  async cancel(@IdParam('followUpId') followUpId: string, @Body() body: CancellationBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.followUps.cancel(request, followUpId, body.reason)));
  }
}

function viewOf({ state, version }: StoredFollowUp): object {
  const { plannedAt, findings, cancelled, ...rest } = state;
  return {
    ...rest,
    version,
    plannedAt: isoOf(plannedAt),
    findings: findings.map((each) => ({ ...each, at: isoOf(each.at), consequences: followUp.consequencesOf(each.finding) })),
    cancelled: cancelled && { ...cancelled, at: isoOf(cancelled.at) },
  };
}
