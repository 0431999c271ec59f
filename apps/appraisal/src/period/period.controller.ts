import { randomUUIDv7 as newId } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam, IfMatch } from '@hotline/http';
import { AppealBody, AppealDecisionBody, ExclusionBody, ManualScoresBody, OpenPeriodBody, SendBackBody } from './period.dto.js';
import { PeriodService } from './period.service.js';
import { appealView, periodView } from './period.view.js';

/** What people do to the appraisal of a period (Art. 22). The county agency acts as `supervisor`, the supervision office as `inspector`. */
@ApiTags('periods')
@Controller('v1/periods')
export class PeriodController {
  constructor(private readonly periods: PeriodService) {}

  @Post()
  @Roles('supervisor')
  @ApiOperation({ summary: 'Open the appraisal of a month, quarter or year, or with a reason a correction of a frozen one (Art. 22)' })
  async open(@Body() body: OpenPeriodBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.open(request, body.period, body.correction ?? null)));
  }

  @Post(':periodId/preview')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Count from the facts and show the figures to the units; may be repeated until the first signature (Art. 22)' })
  async preview(@Param('periodId') periodId: string, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.preview(request, periodId)));
  }

  @Post(':periodId/manual-scores')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Score manual items with evidence, all or none of the list; the newest score of an item counts (Art. 22)' })
  async score(@Param('periodId') periodId: string, @Body() { items }: ManualScoresBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    const commands = items.map(({ unit, item, points, evidence, refs }) => ({ type: 'ScoreManually' as const, unit, item, points: hundredthsOf(points), evidence, refs: refs ?? [] }));
    return periodView(answer(await this.periods.command(request, periodId, commands)));
  }

  @Post(':periodId/exclusions')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Decide with a reason that a ticket does not count for a unit (Art. 22)' })
  async exclude(@Param('periodId') periodId: string, @Body() body: ExclusionBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.command(request, periodId, [{ type: 'ExcludeTicket', ...body, rate: body.rate ?? null }])));
  }

  @Post(':periodId/readmissions')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Take an exclusion back, with a reason (Art. 22)' })
  async readmit(@Param('periodId') periodId: string, @Body() body: ExclusionBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.command(request, periodId, [{ type: 'ReadmitTicket', ...body, rate: body.rate ?? null }])));
  }

  @Post(':periodId/appeals')
  @Roles('unit', 'leader')
  @ApiOperation({ summary: 'A unit objects to an item or a counted ticket of its own while the figures are shown (Art. 22)' })
  async appeal(@Param('periodId') periodId: string, @Body() { item, ticketId, reason }: AppealBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    const command = { type: 'LodgeAppeal' as const, appealId: newId(), unit: request.actor.unit ?? '', item: item ?? null, ticketId: ticketId ?? null, reason };
    const { state } = answer(await this.periods.command(request, periodId, [command]));
    const lodged = state.appeals.at(-1); // not by its id: a repeated request is answered with the state that the first one led to
    if (!lodged) throw new Error('an accepted appeal is not in its period');
    return appealView(lodged);
  }

  @Post(':periodId/appeals/:appealId/decision')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'Uphold an appeal, by exclusion or a new manual score, or reject it; always with a reason (Art. 22)' })
  async decide(@Param('periodId') periodId: string, @IdParam('appealId') appealId: string, @Body() { upheld, reason, points, ticketIds }: AppealDecisionBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    const command = { type: 'DecideAppeal' as const, appealId, upheld, reason, points: points === undefined ? null : hundredthsOf(points), ticketIds: ticketIds ?? [] };
    return periodView(answer(await this.periods.command(request, periodId, [command])));
  }

  @Post(':periodId/signatures/county')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiOperation({ summary: 'The county agency signs; with If-Match, only the revision it has seen (Art. 22)' })
  async signForCounty(@Param('periodId') periodId: string, @IfMatch() expected: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.sign(request, periodId, 'county', expected)));
  }

  @Post(':periodId/signatures/office')
  @HttpCode(200)
  @Roles('inspector')
  @ApiOperation({ summary: 'The supervision office signs, which freezes the period under a hash (Art. 22)' })
  async signForOffice(@Param('periodId') periodId: string, @IfMatch() expected: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.sign(request, periodId, 'office', expected)));
  }

  @Post(':periodId/sending-back')
  @HttpCode(200)
  @Roles('inspector', 'supervisor')
  @ApiOperation({ summary: 'Send a signed period back into preview with a reason: the office to the county, or the county taking its signature back (Art. 22)' })
  async sendBack(@Param('periodId') periodId: string, @Body() { reason }: SendBackBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return periodView(answer(await this.periods.command(request, periodId, [{ type: 'SendBack', reason }])));
  }
}

/** At most two decimals were let in, so this is exact. */
function hundredthsOf(points: number): number {
  return Math.round(points * 100);
}
