import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Roles, type Principal } from '@hotline/auth';
import { IdParam } from '@hotline/http';
import { sightOf } from '../ticket/ticket-sight.js';
import { SuggestBody } from './suggestion.dto.js';
import { SuggestionService } from './suggestion.service.js';
import { Suggestions } from './suggestion.view.js';

@ApiTags('suggestions')
@Controller('v1')
export class SuggestionController {
  constructor(@Inject(SuggestionService) private readonly suggestions: SuggestionService) {}

  @Get('tickets/:id/suggestions')
  @Roles('operator', 'dispatcher', 'supervisor', 'admin', 'analyst')
  @ApiOperation({ summary: 'Suggest category, subject, unit and related tickets, each with its reason; a person decides (Art. 13, 15, 17)' })
  @ApiOkResponse({ type: Suggestions })
  ofTicket(@Caller() caller: Principal, @IdParam('id') id: string): Promise<Suggestions> {
    return this.suggestions.ofTicket(id, { mayQuote: sightOf(caller).words });
  }

  @Post('suggestions')
  @HttpCode(200)
  @Roles('operator', 'dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Suggest the same for a matter that is being taken down; nothing of it is kept' })
  @ApiOkResponse({ type: Suggestions })
  ofText(@Caller() caller: Principal, @Body() body: SuggestBody): Promise<Suggestions> {
    return this.suggestions.ofText(body, { mayQuote: sightOf(caller).words });
  }
}
