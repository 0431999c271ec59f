import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, IfMatch, page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { boundUnit } from '../clock/clock.controller.js';
import { RevokeStatutoryLimitBody, SetStatutoryLimitBody, StatutoryLimitPageView, StatutoryLimitQuery, StatutoryLimitView } from './statutory-limit.dto.js';
import { numbersOf } from '../ticket/ticket-number.store.js';
import { StatutoryLimitService } from './statutory-limit.service.js';
import { readLimits } from './statutory-limit.store.js';
import { statutoryLimitView } from './statutory-limit.view.js';

/** Limits of law for complaints and reports (Art. 17(3)). A unit sees those of its own dispatches. */
@ApiTags('statutory limits')
@Controller('v1')
export class StatutoryLimitController {
  constructor(
    private readonly limits: StatutoryLimitService,
    private readonly uow: UnitOfWork,
  ) {}

  @Post('tickets/:ticketId/statutory-limits')
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Apply a limit of law in place of base and cap, with legal basis and approver (Art. 17(3))' })
  async set(@IdParam('ticketId') ticketId: string, @Body() body: SetStatutoryLimitBody, @CommandRequestOf() request: CommandRequest): Promise<StatutoryLimitView> {
    return statutoryLimitView(answer(await this.limits.set(request, ticketId, body)));
  }

  @Post('statutory-limits/:limitId/revocation')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'Take a limit of law back, until the answer is given (Art. 17(3))' })
  async revoke(
    @IdParam('limitId') id: string,
    @Body() body: RevokeStatutoryLimitBody,
    @IfMatch() version: number | undefined,
    @CommandRequestOf() request: CommandRequest,
  ): Promise<StatutoryLimitView> {
    return statutoryLimitView(answer(await this.limits.revoke(request, id, body.reason, version)));
  }

  @Get('statutory-limits')
  @AnyRole()
  @ApiOperation({ summary: 'Limits of law in the order in which they were set (Art. 17(3))' })
  @ApiOkResponse({ type: StatutoryLimitPageView })
  list(@Query() query: StatutoryLimitQuery, @Caller() caller: Principal): Promise<StatutoryLimitPageView> {
    const [setAt, id] = decodeCursor(query.cursor, 'number', 'uuid') ?? [];
    const after = setAt === undefined || id === undefined ? undefined : { setAt, id };
    return this.uow.read(async (tx) => {
      const found = await readLimits(tx, { ...query, seenBy: boundUnit(caller) }, after, query.limit + 1);
      const { items, next } = page(found, query.limit, (each) => [each.state.setAt, each.id]);
      const numberOf = await numbersOf(tx, items.map(({ ticketId }) => ticketId));
      return { items: items.map((each) => ({ ...statutoryLimitView(each), number: numberOf(each.ticketId) })), next };
    });
  }
}
