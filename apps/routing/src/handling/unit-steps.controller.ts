import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { answer, IdParam } from '@hotline/http';
import { ApprovalBody, ContactBody, InstructionBody, OpinionBody, ReasonBody, ResultBody, ReturnBody } from './case.dto.js';
import { CaseService } from './case.service.js';
import { CaseView } from './case.views.js';
import { IF_MATCH, Step, type StepRequest, unitOf } from './step-request.js';

/** Steps of a handling unit; the unit is the one that the caller's token names. */
@ApiTags('unit steps')
@Controller('v1/tickets/:id')
@ApiHeader(IF_MATCH)
@ApiOkResponse({ type: CaseView })
export class UnitStepsController {
  constructor(private readonly cases: CaseService) {}

  @Post('sign')
  @HttpCode(200)
  @Roles('unit')
  @ApiOperation({ summary: 'Take receipt of a dispatched ticket (Art. 14, 17)' })
  async sign(@IdParam('id') id: string, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'Sign', unit: unitOf(step), at: step.request.at }));
  }

  @Post('contacts')
  @HttpCode(200)
  @Roles('unit')
  @ApiOperation({ summary: 'Record a try to speak to the petitioner (Art. 17)' })
  async contact(@IdParam('id') id: string, @Body() body: ContactBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'RecordContact', unit: unitOf(step), ...body, at: step.request.at }));
  }

  @Post('on-site-check')
  @HttpCode(200)
  @Roles('unit')
  @ApiOperation({ summary: 'Declare an on-site check, which lengthens the return window (Art. 17(return))' })
  async declareOnSiteCheck(@IdParam('id') id: string, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'DeclareOnSiteCheck', unit: unitOf(step), at: step.request.at }));
  }

  @Post('opinion')
  @HttpCode(200)
  @Roles('unit')
  @ApiOperation({ summary: 'Give the opinion of an assisting unit (Art. 15(2))' })
  async giveOpinion(@IdParam('id') id: string, @Body() body: OpinionBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'GiveOpinion', unit: unitOf(step), text: body.text, at: step.request.at }));
  }

  @Post('return')
  @HttpCode(200)
  @Roles('unit')
  @ApiOperation({ summary: "Ask to return a ticket that is not the unit's (Art. 17(return))" })
  async askReturn(@IdParam('id') id: string, @Body() body: ReturnBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'AskReturn', unit: unitOf(step), ...body, at: step.request.at }));
  }

  @Post('result')
  @HttpCode(200)
  @Roles('unit')
  @ApiOperation({ summary: 'Enter the result of the lead unit (Art. 9, 15(2))' })
  async enterResult(@IdParam('id') id: string, @Body() body: ResultBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'EnterResult', unit: unitOf(step), ...body, at: step.request.at }));
  }

  @Post('instruction')
  @HttpCode(200)
  @Roles('leader')
  @ApiOperation({ summary: "Give the principal leader's written instruction on how the matter is to be handled (Art. 6)" })
  async instruct(@IdParam('id') id: string, @Body() body: InstructionBody, @Step() step: StepRequest): Promise<CaseView> {
    const { actor, at } = step.request;
    return answer(await this.cases.take(step, id, { type: 'GiveInstruction', unit: unitOf(step), leader: actor.subject, text: body.text, at }));
  }

  @Post('approval')
  @HttpCode(200)
  @Roles('leader')
  @ApiOperation({ summary: 'Approve and seal the result, in person or as authorised deputy; that is the feedback (Art. 18)' })
  async approve(@IdParam('id') id: string, @Body() body: ApprovalBody, @Step() step: StepRequest): Promise<CaseView> {
    const { actor, at } = step.request;
    return answer(await this.cases.take(step, id, { type: 'Approve', unit: unitOf(step), approver: actor.subject, deputy: body.deputy ?? null, sealNumber: body.sealNumber, at }));
  }

  @Post('send-back')
  @HttpCode(200)
  @Roles('leader')
  @ApiOperation({ summary: 'Send the result back to be handled further (Art. 18)' })
  async sendBack(@IdParam('id') id: string, @Body() body: ReasonBody, @Step() step: StepRequest): Promise<CaseView> {
    return answer(await this.cases.take(step, id, { type: 'SendBack', unit: unitOf(step), reason: body.reason, at: step.request.at }));
  }
}
