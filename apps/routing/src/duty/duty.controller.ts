import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, isUnitBound, mayActFor, type Principal, Roles } from '@hotline/auth';
import { policy } from '@hotline/domain';
import { dateOf, dayOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, fieldProblem, page, ProblemException, UnitCodeParam } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { POLICIES } from '../handling/case.rules.js';
import { UnitStore } from '../unit/unit.store.js';
import { DutyGapPageView, DutyGapQuery, DutyQuery, DutyRosterBody, DutyRosterView } from './duty.dto.js';
import { readDuty, readGaps, saveDuty, type DutyDay } from './duty.store.js';

/** Roster of the county agency itself (Art. 16), beside those of the units (Art. 17). */
const COUNTY = 'county';
const LONGEST_RANGE = 92;

/** Who is on duty on which day, and where nobody is (Art. 3, 16, 17). */
@ApiTags('units')
@Controller('v1/duty-rosters')
export class DutyController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitStore,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  @Get('gaps')
  @Roles('unit', 'leader', 'operator', 'dispatcher', 'supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Days without a duty officer, of every unit in service and the county or of those that keep a roster, as the policy says; a unit sees its own (Art. 3, 16, 17)' })
  @ApiOkResponse({ type: DutyGapPageView })
  async gaps(@Query() query: DutyGapQuery, @Caller() caller: Principal): Promise<DutyGapPageView> {
    refuseLongRange(query);
    const unit = isUnitBound(caller) ? caller.unit : query.unit;
    const after = decodeCursor(query.cursor, 'text', 'text');
    const found = await this.uow.read((tx) => readGaps(tx, this.#daysOf(query), unit, after, query.limit));
    return page(found, query.limit, (gap) => [gap.date, gap.unit]);
  }

  @Get(':unit')
  @AnyRole()
  @ApiOperation({ summary: 'The roster of a unit, or of `county`, with its gaps (Art. 16, 17)' })
  @ApiOkResponse({ type: DutyRosterView })
  async roster(@UnitCodeParam('unit') unit: string, @Query() query: DutyQuery, @Caller() caller: Principal): Promise<DutyRosterView> {
    refuseLongRange(query);
    return this.uow.read(async (tx) => {
      if (unit !== COUNTY && !(await this.units.find(tx, unit))) throw ProblemException.of('not-found');
      const days = await readDuty(tx, unit, query.from, query.to);
      const withPhone = !isUnitBound(caller) || caller.unit === unit;
      return { unit, days: days.map((day) => ({ ...day, phone: withPhone ? day.phone : null })), gaps: days.filter(({ officer }) => officer === null).length };
    });
  }

  @Put(':unit')
  @Roles('unit', 'leader', 'dispatcher', 'admin')
  @ApiOperation({ summary: 'Enter days of a roster; days that are there are replaced (Art. 16, 17)' })
  @ApiOkResponse({ type: DutyRosterView })
  async enter(@UnitCodeParam('unit') unit: string, @Body() { days }: DutyRosterBody, @CommandRequestOf() request: CommandRequest, @Caller() caller: Principal): Promise<DutyRosterView> {
    if (!mayEnter(caller, unit)) throw ProblemException.of('other-unit');
    const twice = days.find(({ date }, index) => days.findIndex((other) => other.date === date) !== index);
    if (twice) throw fieldProblem('days', 'date-twice', `同一天只能有一名值班人员，重复的日期：${twice.date}`);
    return answer(
      await this.uow.command(request, async (tx) => {
        if (unit !== COUNTY && !(await this.units.find(tx, unit))) return { ok: false, refusal: { slug: 'no-such-unit' } };
        await saveDuty(tx, unit, days, { subject: request.actor.subject, at: request.at });
        tx.audit(request, 'EnterDutyRoster', unit, { days: days.length });
        return { ok: true, value: { unit, days: days.toSorted((a, b) => a.date.localeCompare(b.date)), gaps: 0 } };
      }),
    );
  }

  #daysOf({ from, to }: DutyGapQuery): DutyDay[] {
    return Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, at) => {
      const date = dateOf(dayOf(from) + at);
      return { date, everyUnit: policy.everyUnitKeepsDuty(this.policies.policyAt(date)) };
    });
  }
}

function mayEnter(caller: Principal, unit: string): boolean {
  if (caller.roles.includes('admin')) return true;
  return unit === COUNTY ? caller.roles.includes('dispatcher') : mayActFor(caller, unit);
}

function refuseLongRange({ from, to }: { readonly from: string; readonly to: string }): void {
  const days = dayOf(to) - dayOf(from);
  if (days < 0) throw fieldProblem('to', 'before-from', '截止日期不得早于起始日期');
  if (days >= LONGEST_RANGE) throw fieldProblem('to', 'range-too-long', `一次至多查询 ${LONGEST_RANGE} 天`);
}
