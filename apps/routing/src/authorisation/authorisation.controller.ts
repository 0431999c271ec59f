import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, fieldProblem, IdParam, type Page } from '@hotline/http';
import { AuthorisationPageView, AuthorisationQuery, AuthorisationView, GrantAuthorisationBody, RevokeAuthorisationBody } from './authorisation.dto.js';
import { AuthorisationService } from './authorisation.service.js';

@ApiTags('authorisations')
@Controller('v1/authorisations')
export class AuthorisationController {
  constructor(private readonly authorisations: AuthorisationService) {}

  @Post()
  @Roles('leader')
  @ApiOperation({ summary: 'Put on record, as principal leader, that a deputy may approve for a time (Art. 18)' })
  @ApiCreatedResponse({ type: AuthorisationView })
  async grant(@Body() body: GrantAuthorisationBody, @CommandRequestOf() request: CommandRequest, @Caller() caller: Principal): Promise<AuthorisationView> {
    if (caller.unit === undefined) throw fieldProblem('unit', 'unit-missing', '访问令牌中没有单位代码');
    return answer(await this.authorisations.grant(request, caller.unit, body));
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Roles('leader', 'admin')
  @ApiOperation({ summary: 'Take an authorisation back from now on (Art. 18)' })
  @ApiOkResponse({ type: AuthorisationView })
  async revoke(@IdParam('id') id: string, @Body() body: RevokeAuthorisationBody, @CommandRequestOf() request: CommandRequest, @Caller() caller: Principal): Promise<AuthorisationView> {
    return answer(await this.authorisations.revoke(request, caller, id, body.appointed ?? false));
  }

  @Get()
  @Roles('leader', 'unit', 'dispatcher', 'supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'List authorisations of deputies, newest first; a unit sees its own (Art. 18)' })
  @ApiOkResponse({ type: AuthorisationPageView })
  list(@Query() query: AuthorisationQuery, @Caller() caller: Principal): Promise<Page<AuthorisationView>> {
    return this.authorisations.list(caller, query);
  }
}
