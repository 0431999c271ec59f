import { Body, Controller, Get, Header, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, etagOf, IfMatch, type Page, UnitCodeParam } from '@hotline/http';
import type { FastifyReply } from 'fastify';
import { RecordUnitBody, UnitDetailView, UnitPageView, UnitQuery, UnitView } from './unit.dto.js';
import { UnitService } from './unit.service.js';

@ApiTags('units')
@Controller('v1/units')
export class UnitController {
  constructor(private readonly units: UnitService) {}

  @Put(':code')
  @Roles('admin')
  @ApiOperation({ summary: 'Record a handling unit as a whole, new or changed (Art. 3)' })
  @ApiOkResponse({ type: UnitView })
  async record(
    @UnitCodeParam('code') code: string,
    @Body() body: RecordUnitBody,
    @CommandRequestOf() request: CommandRequest,
    @Caller() caller: Principal,
    @IfMatch() expected: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitView> {
    const view = answer(await this.units.record(request, caller, code, body, expected));
    void reply.header('etag', etagOf(view.version));
    return view;
  }

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'List the handling units in the order of their codes (Art. 3)' })
  @ApiOkResponse({ type: UnitPageView })
  list(@Query() query: UnitQuery, @Caller() caller: Principal): Promise<Page<UnitView>> {
    return this.units.list(caller, query);
  }

  @Get(':code')
  @AnyRole()
  @Header('cache-control', 'no-cache')
  @ApiOperation({ summary: 'Show a handling unit with every state it was recorded in (Art. 3)' })
  @ApiOkResponse({ type: UnitDetailView })
  async find(@UnitCodeParam('code') code: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<UnitDetailView> {
    const view = answer(await this.units.find(caller, code));
    void reply.header('etag', etagOf(view.version));
    return view;
  }
}
