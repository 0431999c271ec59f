import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, page, type Page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { TicketNumbers } from '../ticket/ticket-numbers.js';
import { ArchiveFileDetailView, ArchiveFileQuery, HoldView, ListedFileView, ListedMaterialView, MaterialBody, MaterialQuery, MaterialView, ReasonBody } from './archive.dto.js';
import { ArchiveService } from './archive.service.js';
import { readFiles, readMaterials } from './archive.store.js';

const flag = (word: 'true' | 'false' | undefined): boolean | undefined => (word === undefined ? undefined : word === 'true');

/** What is kept, until when, and who holds it (归档), Art. 20. */
@ApiTags('archive')
@Controller('v1/archive')
export class ArchiveController {
  constructor(
    private readonly archive: ArchiveService,
    private readonly uow: UnitOfWork,
    private readonly numbers: TicketNumbers,
  ) {}

  @Get('files')
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Files by the end of their retention (Art. 20)' })
  async files(@Query() query: ArchiveFileQuery): Promise<Page<ListedFileView>> {
    const filter = { ticketId: query.ticketId, expiredBefore: query.expiredBefore, held: flag(query.held), disposed: flag(query.disposed) };
    const found = await this.uow.read((tx) => readFiles(tx, filter, decodeCursor(query.cursor, 'text', 'uuid'), query.limit));
    const numberOf = await this.numbers.of(found.map(({ ticketId }) => ticketId));
    return page(found.map((file) => ({ ...file, number: numberOf(file.ticketId) })), query.limit, (file) => [file.retainUntil ?? '9999-12-31', file.ticketId]);
  }

  @Get('files/:ticketId')
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'The file of a ticket with its holds and material (Art. 20)' })
  @ApiOkResponse({ type: ArchiveFileDetailView })
  async file(@IdParam('ticketId') ticketId: string): Promise<ArchiveFileDetailView> {
    return answer(await this.archive.detail(ticketId));
  }

  @Post('files/:ticketId/holds')
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Hold a file: it is not disposed of, whatever its age (Art. 20)' })
  @ApiCreatedResponse({ type: HoldView })
  async hold(@IdParam('ticketId') ticketId: string, @Body() { reason }: ReasonBody, @CommandRequestOf() request: CommandRequest): Promise<HoldView> {
    return answer(await this.archive.hold(request, ticketId, reason));
  }

  @Post('holds/:holdId/lifting')
  @HttpCode(200)
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Lift a hold (Art. 20)' })
  @ApiOkResponse({ type: HoldView })
  async lift(@IdParam('holdId') holdId: string, @Body() { reason }: ReasonBody, @CommandRequestOf() request: CommandRequest): Promise<HoldView> {
    return answer(await this.archive.lift(request, holdId, reason));
  }

  @Get('materials')
  @Roles('supervisor', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'Registered material, newest entry first; a unit sees its own (Art. 20)' })
  async materials(@Query() query: MaterialQuery, @Caller() caller: Principal): Promise<Page<ListedMaterialView>> {
    const filter = { ticketId: query.ticketId, kind: query.kind, keptBy: isUnitBound(caller) ? caller.unit : query.keptBy };
    const found = await this.uow.read((tx) => readMaterials(tx, filter, decodeCursor(query.cursor, 'text', 'uuid'), query.limit));
    const numberOf = await this.numbers.of(found.map(({ ticketId }) => ticketId));
    return page(found.map((material) => ({ ...material, number: numberOf(material.ticketId) })), query.limit, (material) => [material.recordedAt, material.id]);
  }

  @Post('materials')
  @Roles('supervisor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: "Enter material that is kept: the county's, or the caller's unit's about its own tickets (Art. 20)" })
  @ApiCreatedResponse({ type: MaterialView })
  async enter(@Body() body: MaterialBody, @CommandRequestOf() request: CommandRequest, @Caller() caller: Principal): Promise<MaterialView> {
    return answer(await this.archive.enter(request, isUnitBound(caller) ? (caller.unit ?? '') : null, body));
  }
}
