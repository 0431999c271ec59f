import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { answer, IdParam } from '@hotline/http';
import { AssistingBody, DispatchBody, MarksBody, PaperBody, ReasonBody, ReturnDecisionBody, ReviewBody, UpstreamDecisionBody } from './case.dto.js';
import { CaseService } from './case.service.js';
import { CaseView } from './case.views.js';
import { unnumbered } from './paper-numbers.js';
import { IF_MATCH, Step, type StepRequest } from './step-request.js';

/** Steps of the county agency, and the prefecture's one. */
@ApiTags('county steps')
@Controller('v1/tickets/:id')
@ApiHeader(IF_MATCH)
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

  @Post('recall')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Take a running dispatch back for a reason, to send the ticket elsewhere; possible while no result is entered, no unit is blamed and it is no return (Art. 14-16)' })
  async recall(@IdParam('id') id: string, @Body() body: ReasonBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'RecallDispatch', reason: body.reason, at: step.request.at }));
  }

  @Post('assisting')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Bring a further assisting unit into the running dispatch, which is joint from then on (Art. 15(2))' })
  async addAssisting(@IdParam('id') id: string, @Body() body: AssistingBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'AddAssisting', unit: body.unit, at: step.request.at }));
  }

  @Post('marks')
  @HttpCode(200)
  @Roles('dispatcher', 'supervisor')
  @ApiOperation({ summary: "Mark a ticket as key, difficult or hot, or take marks away; while marked, feedback needs the principal leader's written instruction (Art. 6)" })
  async mark(@IdParam('id') id: string, @Body() body: MarksBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'MarkCase', marks: body.marks ?? [], reason: body.reason ?? null, at: step.request.at }));
  }

  @Post('review')
  @HttpCode(200)
  @Roles('dispatcher', 'unit')
  @ApiOperation({ summary: 'Record what became of conditions that were not ready, as lead unit or as county (Art. 9)' })
  async review(@IdParam('id') id: string, @Body() body: ReviewBody, @Step() step: StepRequest): Promise<CaseView> {
    const unit = step.caller.roles.includes('dispatcher') ? null : (step.caller.unit ?? null);
    return answer(await this.cases.take(step, id, { type: 'ReviewConditions', unit, ...body, at: step.request.at }));
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
  @ApiOperation({ summary: "Register the paper file under the next number of the county's register, which closes the round (Art. 18)" })
  @ApiBody({ type: PaperBody, required: false })
  async registerPaper(@IdParam('id') id: string, @Body() body: PaperBody, @Step() step: StepRequest): Promise<CaseView> {
    const paper = unnumbered(body.pages ?? null, body.remark ?? null);
    return answer(await this.cases.take(step, id, { type: 'RegisterPaper', paper, at: step.request.at }));
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
