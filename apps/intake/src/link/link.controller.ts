import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam, IfMatch } from '@hotline/http';
import { LinkTicketBody, PetitionerToldBody, UnifiedAnswerBody, UnlinkTicketBody } from './link.dto.js';
import { LinkService } from './link.service.js';
import { LinkOutcome, UnifiedAnswerOutcome } from './link.view.js';
import { UnifiedAnswerService } from './unified-answer.service.js';

@ApiTags('links')
@Controller('v1/tickets/:id')
export class LinkController {
  constructor(
    @Inject(LinkService) private readonly links: LinkService,
    @Inject(UnifiedAnswerService) private readonly answers: UnifiedAnswerService,
  ) {}

  @Post('link')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Tie a ticket to its primary one as duplicate, repeat or part of it (Art. 17(2))' })
  @ApiOkResponse({ type: LinkOutcome })
  async link(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() body: LinkTicketBody): Promise<LinkOutcome> {
    return answer(await this.links.link(request, id, version, body.primaryTicketId.toLowerCase(), body.link));
  }

  @Post('unlink')
  @HttpCode(200)
  @Roles('dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Undo a tie with a reason (Art. 17(2))' })
  @ApiOkResponse({ type: LinkOutcome })
  async unlink(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() { reason }: UnlinkTicketBody): Promise<LinkOutcome> {
    return answer(await this.links.unlink(request, id, version, reason));
  }

  @Post('unified-answer')
  @HttpCode(200)
  @Roles('dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Give one answer to all linked suggestions and help requests that no unit has (Art. 17(2))' })
  @ApiOkResponse({ type: UnifiedAnswerOutcome })
  async answerAll(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() body: UnifiedAnswerBody): Promise<UnifiedAnswerOutcome> {
    return answer(await this.answers.give(request, id, body));
  }

  @Post('petitioner-told')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Record that the petitioner of a linked ticket was told how the matter ended (Art. 17(2))' })
  @ApiOkResponse({ type: LinkOutcome })
  async told(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() { way }: PetitionerToldBody): Promise<LinkOutcome> {
    return answer(await this.links.told(request, id, way));
  }
}
