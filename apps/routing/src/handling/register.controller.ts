import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import type { Page } from '@hotline/http';
import {
  AwaitingPaperPageView,
  type AwaitingPaperView,
  AwaitingQuery,
  type PaperEntryView,
  PaperRegisterPageView,
  RegisterQuery,
  type SealEntryView,
  SealPageView,
} from './register.dto.js';
import { RegisterReader } from './register.reader.js';

/** The registers of paper files and of seals (Art. 18). */
@ApiTags('registers')
@Controller('v1')
@Roles('dispatcher', 'unit', 'leader', 'supervisor', 'analyst', 'auditor')
export class RegisterController {
  constructor(private readonly registers: RegisterReader) {}

  @Get('paper-register')
  @ApiOperation({ summary: "List the county's register of paper files in the order of its numbers; a unit sees its own files (Art. 18)" })
  @ApiOkResponse({ type: PaperRegisterPageView })
  paper(@Query() query: RegisterQuery, @Caller() caller: Principal): Promise<Page<PaperEntryView>> {
    return this.registers.paper(caller, query);
  }

  @Get('paper-register/awaiting')
  @ApiOperation({ summary: 'List the files whose paper is still to come, the longest waiting first (Art. 18)' })
  @ApiOkResponse({ type: AwaitingPaperPageView })
  awaiting(@Query() query: AwaitingQuery, @Caller() caller: Principal): Promise<Page<AwaitingPaperView>> {
    return this.registers.awaiting(caller, query);
  }

  @Get('seals')
  @ApiOperation({ summary: 'List the seals that units used, newest first; a unit sees its own (Art. 18)' })
  @ApiOkResponse({ type: SealPageView })
  seals(@Query() query: RegisterQuery, @Caller() caller: Principal): Promise<Page<SealEntryView>> {
    return this.registers.seals(caller, query);
  }
}
