import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, page, ProblemException } from '@hotline/http';
import { ClosingBody, MessagePageView, MessageQuery, MessageView } from './outbound.dto.js';
import { OutboundService } from './outbound.service.js';

/** A number out of the path; what is none does not exist. */
const MessageId = (): ParameterDecorator => Param('id', new ParseIntPipe({ exceptionFactory: () => ProblemException.of('not-found') }));

/** What the county tells the prefecture, and how far it has come. */
@ApiTags('messages')
@Controller('v1/messages')
export class OutboundController {
  constructor(private readonly outbound: OutboundService) {}

  @Get()
  @Roles('dispatcher', 'supervisor', 'auditor', 'admin', 'prefecture')
  @ApiOperation({ summary: 'The ledger of messages to the prefecture, oldest first; status=refused and given-up wait for a person (Art. 14, 16–18, 24)' })
  @ApiOkResponse({ type: MessagePageView })
  async list(@Query() query: MessageQuery): Promise<MessagePageView> {
    const [after] = decodeCursor(query.cursor, 'number') ?? [];
    return page(await this.outbound.list(query, after, query.limit + 1), query.limit, ({ id }) => [id]);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Roles('dispatcher', 'admin')
  @ApiOperation({ summary: 'Send a refused or given-up message again, under the same key' })
  @ApiOkResponse({ type: MessageView })
  async resend(@MessageId() id: number, @CommandRequestOf() request: CommandRequest): Promise<MessageView> {
    return answer(await this.outbound.resend(request, id));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Roles('dispatcher', 'admin')
  @ApiOperation({ summary: 'Settle a message by hand, with the reason' })
  @ApiOkResponse({ type: MessageView })
  async close(@MessageId() id: number, @Body() body: ClosingBody, @CommandRequestOf() request: CommandRequest): Promise<MessageView> {
    return answer(await this.outbound.close(request, id, body.reason));
  }
}
