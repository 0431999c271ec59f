import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import { answer, decodeCursor, page, PageQuery, type Page, ProblemException, problemOf, UnitCodeParam } from '@hotline/http';
import { ExportQuery, OneUnitQuery, PeriodQuery, UnitFilterQuery } from './period.dto.js';
import { exportOf } from './period-export.js';
import type { PeriodRow } from './period.row.js';
import { appealView, headOf, periodView, rankingView, scoreView } from './period.view.js';
import type { UnitEvidence } from './evidence.store.js';
import { ScoreService, type Comparison, type ScoredPeriod } from './score.service.js';

const COUNTY_ROLES = ['supervisor', 'inspector', 'analyst', 'dispatcher', 'auditor', 'admin', 'prefecture'] as const;

/** Scores of units with everything behind them (Art. 22). A unit sees its own scores, and the ranking once it is shown. */
@ApiTags('scores')
@Controller('v1/periods')
export class ScoreController {
  constructor(private readonly scores: ScoreService) {}

  @Get()
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Appraised periods, the newest first; units see those that are shown or frozen (Art. 22)' })
  async list(@Query() query: PeriodQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const [after] = decodeCursor(query.cursor, 'text') ?? [];
    const { items, next } = page(await this.scores.list({ ...query, shown: isUnitBound(caller) }, after, query.limit + 1), query.limit, (row) => [row.periodId]);
    return { items: items.map(headOf), next };
  }

  @Get(':periodId')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'A period with its manual scores, exclusions, appeals and signatures; a unit sees what concerns it (Art. 22)' })
  async one(@Param('periodId') periodId: string, @Caller() caller: Principal): Promise<object> {
    return periodView(seen(await this.scores.find(periodId), caller), boundUnit(caller));
  }

  @Get(':periodId/scores')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Scores by unit with each item: weight, both terms, raw rate, points (Art. 22)' })
  async byUnit(@Param('periodId') periodId: string, @Query() query: UnitFilterQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const { scores } = await this.#scored(periodId, caller);
    const [after = ''] = decodeCursor(query.cursor, 'text') ?? [];
    const unit = boundUnit(caller) ?? query.unit;
    const { items, next } = page(scores.filter((score) => score.unit > after && (unit === undefined || score.unit === unit)), query.limit, (score) => [score.unit]);
    return { items: items.map(scoreView), next };
  }

  @Get(':periodId/ranking')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Ranking of townships and of departments, ties as ties, small samples apart (Art. 22)' })
  async ranking(@Param('periodId') periodId: string, @Caller() caller: Principal): Promise<object> {
    const { row, scores } = await this.#scored(periodId, caller);
    return { ...headOf(row), ranking: rankingView(scores) };
  }

  @Get(':periodId/scores/:unit/items/:item/tickets')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'The tickets behind a computed item of a unit, excluded ones marked (Art. 22, reading §5)' })
  async behind(@Param('periodId') periodId: string, @UnitCodeParam('unit') unit: string, @Param('item') item: string, @Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const bound = boundUnit(caller);
    const row = seen(await this.scores.find(periodId), caller);
    if (bound !== undefined && bound !== unit) throw noSuchPeriod();
    const [ticketId, dispatchNo] = decodeCursor(query.cursor, 'uuid', 'number') ?? [];
    const after = ticketId !== undefined && dispatchNo !== undefined ? { ticketId, dispatchNo } : undefined;
    const found = await this.scores.behind(row, unit, item, after, query.limit + 1);
    return page(found ?? answer<never>({ ok: false, refusal: { slug: 'unknown-item', values: { item: item.slice(0, 64) } } }), query.limit, (each) => [each.ticketId, each.dispatchNo]);
  }

  @Get(':periodId/appeals')
  @Roles(...COUNTY_ROLES, 'unit', 'leader')
  @ApiOperation({ summary: 'Appeals with their decisions, the oldest first; a unit sees its own (Art. 22)' })
  async appeals(@Param('periodId') periodId: string, @Query() query: UnitFilterQuery, @Caller() caller: Principal): Promise<Page<object>> {
    const { state } = seen(await this.scores.find(periodId), caller);
    const [after = 0] = decodeCursor(query.cursor, 'number') ?? [];
    const unit = boundUnit(caller) ?? query.unit;
    const own = state.appeals.filter((appeal) => unit === undefined || appeal.unit === unit).map((appeal, index) => ({ appeal, place: index + 1 }));
    const { items, next } = page(own.filter(({ place }) => place > after), query.limit, ({ place }) => [place]);
    return { items: items.map(({ appeal }) => appealView(appeal)), next };
  }

  @Get(':periodId/evidence')
  @Roles('supervisor', 'inspector', 'analyst', 'auditor', 'unit', 'leader')
  @ApiOperation({ summary: 'What the record says on the manual items: duty gaps, liaison changes, knowledge entries, silent assisting, follow-ups, accountability' })
  async evidence(@Param('periodId') periodId: string, @Query() query: OneUnitQuery, @Caller() caller: Principal): Promise<Page<UnitEvidence>> {
    return { items: await this.scores.evidence(seen(await this.scores.find(periodId), caller), boundUnit(caller) ?? query.unit), next: null };
  }

  @Get(':periodId/comparison')
  @Roles('supervisor', 'inspector', 'analyst', 'auditor')
  @ApiOperation({ summary: 'Recompute a frozen period from what was counted and compare; list what events since then would count otherwise (Art. 22)' })
  async compare(@Param('periodId') periodId: string, @Caller() caller: Principal): Promise<Comparison> {
    const row = seen(await this.scores.find(periodId), caller);
    return row.frozen ? this.scores.compare(row) : answer<never>({ ok: false, refusal: { slug: 'period-not-frozen' } });
  }

  @Get(':periodId/export')
  @Roles(...COUNTY_ROLES)
  @ApiOperation({ summary: 'The scores of a period as CSV or xlsx: places, points, both terms; no ticket and nobody’s identity (Art. 10, 22)' })
  async export(@Param('periodId') periodId: string, @Query() { format }: ExportQuery, @Caller() caller: Principal): Promise<StreamableFile> {
    const { bytes, type, name } = await exportOf(await this.#scored(periodId, caller), format);
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
  }

  async #scored(periodId: string, caller: Principal): Promise<ScoredPeriod> {
    const scored = await this.scores.scored(periodId);
    if (!scored) throw noSuchPeriod();
    seen(scored.row, caller);
    return scored;
  }
}

function boundUnit(caller: Principal): string | undefined {
  return isUnitBound(caller) ? (caller.unit ?? '') : undefined;
}

/** What a unit may not see yet does not exist for it. */
function seen(row: PeriodRow | null, caller: Principal): PeriodRow {
  if (!row || (isUnitBound(caller) && row.status === 'open')) throw noSuchPeriod();
  return row;
}

function noSuchPeriod(): ProblemException {
  return new ProblemException(problemOf({ slug: 'no-such-period' }));
}
