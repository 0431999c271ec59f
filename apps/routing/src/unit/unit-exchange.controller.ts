import { Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IsCodeOf, ProblemException, SHEET_TYPES, SheetBody, type Sheet, type SheetType, TakesSheet } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { readSheet, writeSheet } from './unit-sheet.js';
import { UnitService } from './unit.service.js';
import { UnitStore } from './unit.store.js';

const FORMATS = { csv: 'CSV（UTF-8）', xlsx: 'Excel 工作簿' } as const;
const FLAGS = { true: '是', false: '否' } as const;

export class ExportQuery {
  @IsCodeOf(FORMATS) format!: SheetType;
}

export class ImportQuery {
  @IsCodeOf(FLAGS, { optional: true, description: '只检查，不写入' }) dryRun?: keyof typeof FLAGS;
}

export class ImportedUnitsView {
  @ApiProperty({ type: Number, description: '新登记或有变化的单位数' }) recorded!: number;
  @ApiProperty({ type: Number }) unchanged!: number;
  @ApiProperty({ type: Boolean }) dryRun!: boolean;
}

/** The whole directory as a sheet, out and in again (Art. 3). */
@ApiTags('units')
@Controller('v1/unit-directory')
export class UnitExchangeController {
  constructor(
    private readonly units: UnitService,
    private readonly store: UnitStore,
    private readonly uow: UnitOfWork,
  ) {}

  @Get('sheet')
  @Roles('dispatcher', 'supervisor', 'auditor', 'admin')
  @Header('cache-control', 'no-store')
  @ApiProduces(...Object.values(SHEET_TYPES))
  @ApiOperation({ summary: 'The whole unit directory as CSV or xlsx, as the import takes it (Art. 3)' })
  async export(@Query() { format }: ExportQuery): Promise<StreamableFile> {
    const bytes = await writeSheet(await this.uow.read((tx) => this.store.all(tx)), format);
    return new StreamableFile(bytes, { type: SHEET_TYPES[format], disposition: `attachment; filename="units.${format}"`, length: bytes.length });
  }

  @Post('sheet')
  @HttpCode(200)
  @TakesSheet()
  @Roles('admin')
  @ApiConsumes(...Object.values(SHEET_TYPES))
  @ApiOperation({ summary: 'Record all units of a sheet, or none when a row is wrong; units that are not in it stay as they are (Art. 3)' })
  @ApiOkResponse({ type: ImportedUnitsView })
  async import(@SheetBody() sheet: Sheet, @Query() { dryRun }: ImportQuery, @CommandRequestOf() request: CommandRequest): Promise<ImportedUnitsView> {
    const { units, errors } = await readSheet(sheet);
    if (errors.length > 0) throw ProblemException.of('validation-failed', { detail: '表格中有行不符合要求，没有写入任何内容，详见 errors。', errors: errors.slice(0, MOST_ERRORS) });
    if (dryRun === 'true') return { recorded: 0, unchanged: 0, dryRun: true };
    return { ...answer(await this.units.recordAll(request, units)), dryRun: false };
  }
}

const MOST_ERRORS = 200;
