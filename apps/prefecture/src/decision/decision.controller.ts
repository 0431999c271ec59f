import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@hotline/auth';
import { answer, KEEPS_RAW_BODY } from '@hotline/http';
import { SignatureGuard } from '../signature/signature.guard.js';
import { DecisionBody, DecisionReceipt } from './decision.dto.js';
import { DecisionService } from './decision.service.js';

/** What the prefecture decides on returns, extensions and blocks. */
@ApiTags('decisions')
@Controller('v1')
export class DecisionController {
  constructor(private readonly decisions: DecisionService) {}

  @Post('inbound/decisions')
  @HttpCode(200)
  @Public()
  @UseGuards(SignatureGuard)
  @RouteConfig(KEEPS_RAW_BODY)
  @ApiOperation({ summary: 'The prefecture platform pushes a decision, signed; the first one stands (Art. 17(1), 17(return), 24)' })
  @ApiOkResponse({ type: DecisionReceipt })
  async receive(@Body() body: DecisionBody): Promise<DecisionReceipt> {
    return answer(await this.decisions.receive(body));
  }
}
