import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import { decodeCursor, fieldProblem, page, type Page } from '@hotline/http';
import { BehindQuery, RateParam, RateQuery } from './rate.dto.js';
import { RateService, type UnitRates } from './rate.service.js';
import type { TicketBehind } from './rate.store.js';

const COUNTY_ROLES = ['analyst', 'supervisor', 'inspector', 'dispatcher', 'auditor', 'admin', 'prefecture'] as const;

/** Rates of appraisal (Art. 22, reading §5): always both terms, always the tickets behind them. */
@ApiTags('rates')
@Controller('v1')
export class RateController {
  constructor(private readonly rates: RateService) {}

  @Get('rates')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Rates of each unit in a period; a unit sees its own (Art. 22, reading §5)' })
  async byUnit(@Query() query: RateQuery, @Caller() caller: Principal): Promise<Page<UnitRates> & { from: string; to: string; groupBy: 'unit' }> {
    requirePeriod(query);
    const [after = ''] = decodeCursor(query.cursor, 'text') ?? [];
    const all = await this.rates.ratesByUnit(query, isUnitBound(caller) ? caller.unit : query.unit);
    const rest = all.filter((each) => each.unit > after).slice(0, query.limit + 1);
    return { from: query.from, to: query.to, groupBy: 'unit', ...page(rest, query.limit, (each) => [each.unit]) };
  }

  @Get('rates/definitions')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'What numerator and denominator of each rate count (reading §5)' })
  definitions(): Page<object> {
    return { items: this.rates.definitions(), next: null };
  }

  @Get('rates/:rate/tickets')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'The tickets behind a rate, in ticket order (reading §5)' })
  async behind(@Param() { rate }: RateParam, @Query() query: BehindQuery, @Caller() caller: Principal): Promise<Page<TicketBehind>> {
    requirePeriod(query);
    const [ticketId, unit] = decodeCursor(query.cursor, 'uuid', 'text') ?? [];
    const found = await this.rates.ticketsBehind(rate, query, {
      unit: isUnitBound(caller) ? caller.unit : query.unit,
      part: query.part ?? 'denominator',
      after: ticketId !== undefined && unit !== undefined ? { ticketId, unit } : undefined,
      limit: query.limit + 1,
    });
    return page(found, query.limit, (ticket) => [ticket.ticketId, ticket.unit]);
  }
}

function requirePeriod(query: { readonly from: string; readonly to: string }): void {
  if (query.from > query.to) throw fieldProblem('to', 'before-from', '期间末日不能早于首日，请更正 from 或 to');
}
