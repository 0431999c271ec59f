import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, mayActFor, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, page, ProblemException, UnitCodeParam } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { LiaisonChangeBody, LiaisonChangePageView, LiaisonChangeQuery, LiaisonChangeView } from './liaison.dto.js';
import { LiaisonService } from './liaison.service.js';
import { readLiaisonChanges } from './liaison.store.js';

/** Changes of liaison (联络员变动报备), Art. 3, 23(5). */
@ApiTags('units')
@Controller('v1')
export class LiaisonController {
  constructor(
    private readonly liaisons: LiaisonService,
    private readonly uow: UnitOfWork,
  ) {}

  @Post('units/:code/liaison-changes')
  @Roles('unit', 'leader', 'admin')
  @ApiOperation({ summary: 'Report that a unit has another liaison since a day; late reports are told (Art. 3, 23(5))' })
  @ApiCreatedResponse({ type: LiaisonChangeView })
  async report(
    @UnitCodeParam('code') code: string,
    @Body() body: LiaisonChangeBody,
    @CommandRequestOf() request: CommandRequest,
    @Caller() caller: Principal,
  ): Promise<LiaisonChangeView> {
    if (!caller.roles.includes('admin') && !mayActFor(caller, code)) throw ProblemException.of('other-unit');
    return answer(await this.liaisons.report(request, code, body));
  }

  @Get('liaison-changes')
  @Roles('unit', 'leader', 'dispatcher', 'supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Reported changes of liaison, newest first; a unit sees its own (Art. 23(5))' })
  @ApiOkResponse({ type: LiaisonChangePageView })
  async list(@Query() query: LiaisonChangeQuery, @Caller() caller: Principal): Promise<LiaisonChangePageView> {
    const after = decodeCursor(query.cursor, 'text', 'uuid');
    const filter = { unit: isUnitBound(caller) ? caller.unit : query.unit, late: query.late && query.late === 'true' };
    const found = await this.uow.read((tx) => readLiaisonChanges(tx, filter, after, query.limit));
    return page(found, query.limit, (change) => [change.recordedAt, change.id]);
  }
}
