import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { accountability } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, page, type Page } from '@hotline/http';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { CandidateQuery, DismissalBody, OpeningBody } from './accountability.dto.js';
import { CandidateService } from './candidate.service.js';
import { CaseService } from './case.service.js';
import { caseView } from './case.view.js';

/** What the record proposes for accountability (问责线索), Art. 23. */
@ApiTags('accountability')
@Controller('v1/accountability/candidates')
export class CandidateController {
  constructor(
    private readonly candidates: CandidateService,
    private readonly cases: CaseService,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get()
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'What the record shows, with its evidence; a candidate is no case (Art. 23)' })
  async list(@Query() query: CandidateQuery): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'text') ?? [];
    const { items, next } = page(await this.candidates.list(query, after, query.limit + 1), query.limit, ({ candidateId }) => [candidateId]);
    const numberOf = await this.numbers.of(items.flatMap(({ ticketIds }) => ticketIds));
    return { items: items.map((each) => ({ ...viewOf(each), ticketNumbers: each.ticketIds.map(numberOf) })), next };
  }

  @Post(':candidateId/case')
  @Roles('supervisor')
  @ApiOperation({ summary: 'Open a case out of a candidate (Art. 23)' })
  async open(@Param('candidateId') candidateId: string, @Body() body: OpeningBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return caseView(answer(await this.cases.openFrom(request, candidateId, body.account)));
  }

  @Post(':candidateId/dismissal')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Dismiss a candidate with a reason (Art. 23)' })
  async dismiss(@Param('candidateId') candidateId: string, @Body() body: DismissalBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.candidates.dismiss(request, candidateId, body.reason)));
  }
}

function viewOf({ proposedAt, baselessSince, judged, ...rest }: accountability.Candidate): object {
  return { ...rest, proposedAt: isoOf(proposedAt), baselessSince: baselessSince === null ? null : isoOf(baselessSince), judged: judged && { ...judged, at: isoOf(judged.at) } };
}
