import { Controller, Get, HttpCode, Param, Post, type PipeTransform } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { visit } from '@hotline/domain';
import { isoOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, fieldProblem } from '@hotline/http';
import { SampleService, type Sample } from './sample.service.js';

/** A month out of the path; anything else is a 400. */
const asPeriod: PipeTransform<string, string> = {
  transform: (text) => {
    if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) throw fieldProblem('period', 'not-a-month', '应为月份，格式为 YYYY-MM，例如 2018-09');
    return text;
  },
};
const PERIOD = { name: 'period', schema: { type: 'string' as const, pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' }, example: '2018-09' };

/** The monthly sample of return visits (回访抽样), Art. 19. */
@ApiTags('samples')
@Controller('v1/samples')
export class SampleController {
  constructor(private readonly samples: SampleService) {}

  @Post(':period')
  @HttpCode(200)
  @Roles('supervisor')
  @ApiParam(PERIOD)
  @ApiOperation({ summary: 'Draw the return visits of a month that is over; again, it changes nothing but supplements late closings (Art. 19)' })
  async draw(@Param('period', asPeriod) period: string, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.samples.draw(request, period)));
  }

  @Get(':period')
  @Roles('supervisor', 'analyst', 'auditor', 'admin')
  @ApiParam(PERIOD)
  @ApiOperation({ summary: 'The sample of a month: population, seed, what was drawn, and whether drawing anew gives the same (Art. 19)' })
  async one(@Param('period', asPeriod) period: string): Promise<object> {
    return viewOf(await this.samples.one(period));
  }
}

function viewOf({ period, draws, undrawn, repeatable }: Sample): object {
  return {
    period,
    /** True when drawing anew from the recorded population gives the recorded sample. */
    repeatable,
    undrawn: undrawn.length,
    draws: draws.map(({ drawNo, seed, rate, way, drawnAt, drawnBy, members }) => ({
      ...{ drawNo, supplement: drawNo > 1, seed, rate, way, drawnAt: isoOf(drawnAt), drawnBy },
      population: members.length,
      units: unitsOf(members),
      drawn: members.filter((member) => member.drawn).map(({ ticketId, dispatchNo, unit }) => ({ ticketId, dispatchNo, unit })),
    })),
  };
}

/** Both terms of each unit's share. */
function unitsOf(members: readonly visit.DrawnClosing[]): object[] {
  return [...new Set(members.map(({ unit }) => unit))].toSorted().map((unit) => {
    const own = members.filter((member) => member.unit === unit);
    return { unit, closed: own.length, alwaysVisited: own.filter(({ alwaysVisited }) => alwaysVisited).length, drawn: own.filter(({ drawn }) => drawn).length };
  });
}
