import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { secondDissatisfaction } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IsCodeOf, IsId, IsUnitCode, page, PageQuery, Text, type Page } from '@hotline/http';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { SecondDissatisfactionService } from './second-dissatisfaction.service.js';

export class SecondDissatisfactionQuery extends PageQuery {
  @IsCodeOf({ proposed: '待认定', found: '已认定办理不力', dismissed: '不认定' }, { optional: true }) status?: string;
  @IsUnitCode({ optional: true, description: '主办单位编码' }) unit?: string;
  @IsId({ optional: true }) ticketId?: string;
}

export class PoorHandlingBody {
  @Text(1_000, { description: '办理不力的认定情况', example: '两轮办理均未到现场核实，未向群众说明。' }) text!: string;
}

export class NoPoorHandlingBody {
  @Text(1_000, { description: '不认定的理由', example: '诉求超出现行政策，单位已两次当面解释。' }) reason!: string;
}

/** Second dissatisfaction (二次不满意): candidates for a supervision order, Art. 15(3). */
@ApiTags('second-dissatisfactions')
@Controller('v1/second-dissatisfactions')
export class SecondDissatisfactionController {
  constructor(
    private readonly candidates: SecondDissatisfactionService,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get()
  @Roles('supervisor', 'dispatcher', 'auditor', 'admin')
  @ApiOperation({ summary: 'Tickets whose petitioner was dissatisfied again after a second round (Art. 15(3))' })
  async list(@Query() query: SecondDissatisfactionQuery): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'text') ?? [];
    const { items, next } = page(await this.candidates.list(query, after, query.limit + 1), query.limit, ({ visitId }) => [visitId]);
    const numberOf = await this.numbers.of(items.map(({ ticketId }) => ticketId));
    return { items: items.map((each) => ({ ...viewOf(each), number: numberOf(each.ticketId) })), next };
  }

  @Post(':visitId/finding')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Record that the unit handled it poorly; only then may the order rest on it (Art. 15(3))' })
  async find(@Param('visitId') visitId: string, @Body() body: PoorHandlingBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.candidates.judge(request, visitId, 'RecordFinding', body.text)));
  }

  @Post(':visitId/dismissal')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Dismiss the candidate: the unit did not handle it poorly (Art. 15(3))' })
  async dismiss(@Param('visitId') visitId: string, @Body() body: NoPoorHandlingBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.candidates.judge(request, visitId, 'Dismiss', body.reason)));
  }
}

function viewOf({ proposedAt, judged, ...rest }: secondDissatisfaction.Candidate): object {
  return { ...rest, proposedAt: isoOf(proposedAt), judged: judged && { ...judged, at: isoOf(judged.at) } };
}
