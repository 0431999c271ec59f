import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { answer, IdParam } from '@hotline/http';
import { DispatchBody, ReasonBody, ReturnDecisionBody, UpstreamDecisionBody } from './case.dto.js';
import { CaseService } from './case.service.js';
import { CaseView } from './case.views.js';
import { Step, type StepRequest } from './step-request.js';

/** Steps of the county agency, and the prefecture's one. */
@ApiTags('county steps')
@Controller('v1/tickets/:id')
@ApiOkResponse({ type: CaseView })
export class CountyStepsController {
  constructor(private readonly cases: CaseService) {}

  @Post('dispatch')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Dispatch a ticket to a unit, or to a lead and assisting units (Art. 15)' })
  async dispatch(@IdParam('id') id: string, @Body() body: DispatchBody, @Step() step: StepRequest): Promise<CaseView> {
    const { at } = step.request;
    return answer(await this.cases.take(step, id, { type: 'Dispatch', ...body, assisting: body.assisting ?? [], at }));
  }

  @Post('return/decision')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: "Decide on a unit's return (Art. 17(return))" })
  async decideReturn(@IdParam('id') id: string, @Body() body: ReturnDecisionBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'DecideReturn', ...body, at: step.request.at }));
  }

  @Post('paper')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Register the paper file, which closes the round (Art. 18)' })
  async registerPaper(@IdParam('id') id: string, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'RegisterPaper', at: step.request.at }));
  }

  @Post('upstream-return')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Ask the prefecture to take a transferred ticket back (Art. 17(return))' })
  async applyUpstream(@IdParam('id') id: string, @Body() body: ReasonBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'ApplyUpstreamReturn', reason: body.reason, at: step.request.at }));
  }

  @Post('upstream-return/decision')
  @HttpCode(200)
  @Roles('prefecture')
  @ApiOperation({ summary: 'Decide, as the prefecture, whether to take a ticket back (Art. 17(return))' })
  async decideUpstream(@IdParam('id') id: string, @Body() body: UpstreamDecisionBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'DecideUpstreamReturn', accepted: body.accepted, at: step.request.at }));
  }
}
