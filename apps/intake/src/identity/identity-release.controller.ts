import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam } from '@hotline/http';
import { ApprovalBody, ConsentBody, GivenRelease, IdentityReleaseList, IdentityReleaseQuery } from './identity-release.dto.js';
import { IdentityReleaseService } from './identity-release.service.js';

@ApiTags('identity')
@Controller('v1/tickets/:id')
export class IdentityReleaseController {
  constructor(@Inject(IdentityReleaseService) private readonly releases: IdentityReleaseService) {}

  @Post('identity-consents')
  @Roles('operator')
  @ApiOperation({ summary: 'Record that the petitioner of a report, or one who asked not to be named, consents that the handling unit learns who they are (Art. 10)' })
  @ApiCreatedResponse({ type: GivenRelease })
  async consent(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() { reason }: ConsentBody): Promise<GivenRelease> {
    return answer(await this.releases.give(request, id, { kind: 'consent', unit: null, reason }));
  }

  @Post('identity-approvals')
  @Roles('supervisor')
  @ApiOperation({ summary: 'Approve in writing, for the county, that one handling unit learns who the petitioner is (Art. 10)' })
  @ApiCreatedResponse({ type: GivenRelease })
  async approve(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @Body() { unit, reason }: ApprovalBody): Promise<GivenRelease> {
    return answer(await this.releases.give(request, id, { kind: 'approval', unit, reason }));
  }

  @Get('identity-releases')
  @Roles('operator', 'supervisor', 'auditor')
  @ApiOperation({ summary: 'List consents and approvals of a ticket, those taken back included (Art. 10, 23(6))' })
  @ApiOkResponse({ type: IdentityReleaseList })
  list(@IdParam('id') id: string, @Query() query: IdentityReleaseQuery): Promise<IdentityReleaseList> {
    return this.releases.list(id, query);
  }

  @Post('identity-releases/:releaseId/withdrawal')
  @HttpCode(200)
  @Roles('operator', 'supervisor')
  @ApiOperation({ summary: 'Take a consent or an approval back (Art. 10)' })
  @ApiOkResponse({ type: GivenRelease })
  async withdraw(@CommandRequestOf() request: CommandRequest, @IdParam('id') id: string, @IdParam('releaseId') releaseId: string): Promise<GivenRelease> {
    return answer(await this.releases.withdraw(request, id, releaseId));
  }
}
