import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam, IfMatch } from '@hotline/http';
import { SupplementedTicket, TicketSummary } from '../ticket/ticket.view.js';
import { CorrectTicketBody, PetitionerCorrectionBody, SupplementTicketBody } from './amendment.dto.js';
import { AmendmentService } from './amendment.service.js';

@ApiTags('amendments')
@Controller('v1/tickets/:id')
export class AmendmentController {
  constructor(@Inject(AmendmentService) private readonly amendments: AmendmentService) {}

  @Post('corrections')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor')
  @ApiOperation({ summary: 'Put right subject, township, place or title, with a reason; what it was stays on record (Art. 13)' })
  @ApiOkResponse({ type: TicketSummary })
  async correct(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() body: CorrectTicketBody): Promise<TicketSummary> {
    return answer(await this.amendments.correct(request, id, version, body));
  }

  @Post('supplements')
  @HttpCode(200)
  @Roles('operator', 'dispatcher')
  @ApiOperation({ summary: 'Add what the petitioner said later of the same matter (Art. 2)' })
  @ApiOkResponse({ type: SupplementedTicket })
  async supplement(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() body: SupplementTicketBody): Promise<SupplementedTicket> {
    return answer(await this.amendments.supplement(request, id, version, body));
  }

  @Post('petitioner')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Put right name, contact or id number of the petitioner; they go sealed into the vault, and no answer shows them (Art. 10)' })
  @ApiOkResponse({ type: TicketSummary })
  async correctPetitioner(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() body: PetitionerCorrectionBody): Promise<TicketSummary> {
    return answer(await this.amendments.correctPetitioner(request, id, version, body));
  }
}
