import { randomUUIDv7 as newId } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, type Principal, Roles } from '@hotline/auth';
import type { ticket } from '@hotline/domain';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, etagOf, IdParam, IfMatch } from '@hotline/http';
import { AcceptTicketBody, AcknowledgeBody, AnswerDirectlyBody, ChangeCategoryBody, DeclineTicketBody, EscalateTicketBody, TicketQuery } from './ticket.dto.js';
import { TicketReading } from './ticket.reading.js';
import { TicketService, type StepCommand } from './ticket.service.js';
import { DeclinedTicket, EscalatedTicket, TicketDetail, TicketList, TicketSummary } from './ticket.view.js';

interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('tickets')
@Controller('v1/tickets')
export class TicketController {
  constructor(
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(TicketReading) private readonly reading: TicketReading,
  ) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'List the tickets in the caller\'s sight, latest receipt first (Art. 10)' })
  @ApiOkResponse({ type: TicketList })
  list(@Caller() caller: Principal, @Query() query: TicketQuery): Promise<TicketList> {
    return this.reading.list(caller, query);
  }

  @Get(':id')
  @AnyRole()
  @ApiOperation({ summary: 'Show one ticket, the petitioner masked (Art. 10)' })
  @ApiOkResponse({ type: TicketDetail })
  async show(@Caller() caller: Principal, @IdParam('id') id: string, @Res({ passthrough: true }) reply: Reply): Promise<TicketDetail> {
    const detail = await this.reading.detail(caller, id);
    reply.header('etag', etagOf(detail.version));
    return detail;
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Roles('operator', 'dispatcher')
  @ApiOperation({ summary: 'Accept a ticket under a scope code (Art. 11)' })
  @ApiOkResponse({ type: TicketSummary })
  accept(
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: AcceptTicketBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TicketSummary> {
    return this.#take(request, id, version, { type: 'AcceptTicket', ...body, at: request.at }, reply);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Roles('operator', 'dispatcher')
  @ApiOperation({ summary: 'Decline a ticket, also an accepted one while no unit has it, and say where to turn instead; never a prefecture transfer (Art. 12)' })
  @ApiOkResponse({ type: DeclinedTicket })
  decline(
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: DeclineTicketBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeclinedTicket> {
    return this.#take(request, id, version, { type: 'DeclineTicket', ...body, at: request.at }, reply, ({ decline }) => ({ turnTo: decline?.turnTo ?? '' }));
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Roles('operator', 'dispatcher')
  @ApiOperation({ summary: 'Answer a ticket directly while no unit has it, which closes it; one not yet accepted is accepted with it (Art. 11, 18)' })
  @ApiOkResponse({ type: TicketSummary })
  answerDirectly(
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: AnswerDirectlyBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TicketSummary> {
    return this.#take(request, id, version, { type: 'AnswerDirectly', ...body, at: request.at }, reply);
  }

  @Post(':id/escalations')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Report a sudden, urgent or sensitive matter to the emergency office (Art. 4)' })
  @ApiOkResponse({ type: EscalatedTicket })
  escalate(
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: EscalateTicketBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<EscalatedTicket> {
    const escalationId = newId();
    return this.#take(request, id, version, { type: 'EscalateTicket', escalationId, ...body, at: request.at }, reply, () => ({ escalationId }));
  }

  @Post(':id/escalations/:escalationId/acknowledgement')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Record that the emergency office acknowledged an escalation (Art. 4)' })
  @ApiOkResponse({ type: TicketSummary })
  acknowledge(
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IdParam('escalationId') escalationId: string,
    @IfMatch() version: number | undefined,
    @Body() body: AcknowledgeBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TicketSummary> {
    return this.#take(request, id, version, { type: 'AcknowledgeEscalation', escalationId, by: body.by, at: request.at }, reply);
  }

  @Post(':id/category')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Put a ticket into another category for a reason, before or after dispatch; limits count anew from the original start (Art. 13)' })
  @ApiOkResponse({ type: TicketSummary })
  changeCategory(
    @CommandRequestOf() request: CommandRequest,
    @IdParam('id') id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeCategoryBody,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TicketSummary> {
    return this.#take(request, id, version, { type: 'ChangeCategory', ...body, at: request.at }, reply);
  }

  async #take<Shown extends object>(request: CommandRequest, id: string, expected: number | undefined, command: StepCommand, reply: Reply, shown: (after: ticket.Ticket) => Shown = () => ({}) as Shown) {
    const summary = answer(await this.tickets.take(request, id, expected, command, shown));
    reply.header('etag', etagOf(summary.version));
    return summary;
  }
}
