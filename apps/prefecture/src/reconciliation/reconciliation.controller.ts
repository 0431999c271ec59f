import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { dayOf } from '@hotline/domain/shared';
import { answer, decodeCursor, fieldProblem, page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { DifferencePageView, ReconcileBody, ReportPageView, ReportQuery, ReportView } from './reconciliation.dto.js';
import { ReconciliationService } from './reconciliation.service.js';
import { findReport, listDifferences, listReports } from './reconciliation.store.js';
import { reportWorkbook } from './report-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_ROWS = 100_000;

/** What county and prefecture disagree on, day by day. */
@ApiTags('reconciliation')
@Controller('v1/reconciliations')
@Roles('dispatcher', 'supervisor', 'auditor', 'admin')
export class ReconciliationController {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly uow: UnitOfWork,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The daily reports, newest first' })
  @ApiOkResponse({ type: ReportPageView })
  async list(@Query() query: ReportQuery): Promise<ReportPageView> {
    const [before] = decodeCursor(query.cursor, 'text') ?? [];
    const found = await this.uow.read((tx) => listReports(tx, before === undefined ? undefined : checkedDay(before), query.limit + 1));
    return page(found, query.limit, ({ day }) => [day]);
  }

  @Post()
  @HttpCode(200)
  @Roles('dispatcher', 'admin')
  @ApiOperation({ summary: 'Make the report of a day now, or again; the same however often it is asked for' })
  @ApiOkResponse({ type: ReportView })
  async order(@Body() { day }: ReconcileBody): Promise<ReportView> {
    return answer(await this.reconciliation.order(day));
  }

  @Get(':day')
  @ApiOperation({ summary: 'One report' })
  @ApiOkResponse({ type: ReportView })
  one(@Param('day') day: string): Promise<ReportView> {
    return this.#report(checkedDay(day));
  }

  @Get(':day/differences')
  @ApiOperation({ summary: 'What the two sides disagree on, by number' })
  @ApiOkResponse({ type: DifferencePageView })
  async differences(@Param('day') day: string, @Query() query: ReportQuery): Promise<DifferencePageView> {
    await this.#report(checkedDay(day));
    const [after = 0] = decodeCursor(query.cursor, 'number') ?? [];
    const { items, next } = page(await this.uow.read((tx) => listDifferences(tx, day, after, query.limit + 1)), query.limit, ({ position }) => [position]);
    return { items: items.map(({ position: _, ...shown }) => shown), next };
  }

  @Get(':day/file')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The report as an .xlsx file' })
  @ApiProduces(XLSX)
  async file(@Param('day') day: string): Promise<StreamableFile> {
    const report = await this.#report(checkedDay(day));
    const differences = await this.uow.read((tx) => listDifferences(tx, day, 0, MOST_ROWS));
    return new StreamableFile(await reportWorkbook(report, differences), { type: XLSX, disposition: `attachment; filename="reconciliation-${day}.xlsx"` });
  }

  async #report(day: string): Promise<ReportView> {
    const report = await this.uow.read((tx) => findReport(tx, day));
    return answer<ReportView>(report ? { ok: true, value: report } : { ok: false, refusal: { slug: 'no-such-report' } });
  }
}

function checkedDay(text: string): string {
  try {
    dayOf(text);
    return text;
  } catch {
    throw fieldProblem('day', 'is-local-date', '应为真实存在的日期，格式为 YYYY-MM-DD');
  }
}
