import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam } from '@hotline/http';
import { IdentityViewBody, IdentityViewList, IdentityViewQuery, PetitionerView } from './identity-view.dto.js';
import { IdentityViewService } from './identity-view.service.js';

@ApiTags('identity')
@Controller('v1/tickets/:id/identity-views')
export class IdentityViewController {
  constructor(@Inject(IdentityViewService) private readonly views: IdentityViewService) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Roles('operator', 'dispatcher', 'unit', 'leader')
  @ApiOperation({ summary: 'See who the petitioner is, for a purpose that is recorded; each call is a look of its own (Art. 10)' })
  @ApiOkResponse({ type: PetitionerView })
  async view(@Caller() caller: Principal, @CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() body: IdentityViewBody): Promise<PetitionerView> {
    return answer(await this.views.view(caller, request, id, body));
  }

  @Get()
  @Roles('auditor', 'supervisor')
  @ApiOperation({ summary: 'List who looked at the identity of a petitioner, when and why (Art. 10, 23(6))' })
  @ApiOkResponse({ type: IdentityViewList })
  list(@IdParam('id') id: string, @Query() query: IdentityViewQuery): Promise<IdentityViewList> {
    return this.views.list(id, query);
  }
}
