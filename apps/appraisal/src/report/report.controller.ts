import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import { report } from '@hotline/domain';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, IdParam, type Page } from '@hotline/http';
import { RaiseReportBody, ReportPageView, ReportQuery, ReportView, SendBackBody, SubmissionBody } from './report.dto.js';
import { ReportService } from './report.service.js';

/** Research reports of units and special reports of the county (调研报告、专题报告), Art. 21. */
@ApiTags('reports')
@Controller('v1/reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  @Roles('supervisor', 'analyst', 'dispatcher', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'Reports that are or were owed, newest duty first; a unit sees its own (Art. 21)' })
  @ApiOkResponse({ type: ReportPageView })
  list(@Query() query: ReportQuery, @Caller() caller: Principal): Promise<Page<ReportView>> {
    return this.reports.list(caller, query);
  }

  @Get(':id')
  @Roles('supervisor', 'analyst', 'dispatcher', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'One report with what was submitted and decided (Art. 21)' })
  @ApiOkResponse({ type: ReportView })
  async find(@IdParam('id') id: string, @Caller() caller: Principal): Promise<ReportView> {
    return answer(await this.reports.find(caller, id));
  }

  @Post()
  @Roles('supervisor')
  @ApiOperation({ summary: 'Oblige a unit to a research report on strong or sensitive matters (Art. 21)' })
  @ApiCreatedResponse({ type: ReportView })
  async raise(@Body() body: RaiseReportBody, @CommandRequestOf() request: CommandRequest): Promise<ReportView> {
    return answer(await this.reports.raise(request, body));
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Roles('unit', 'leader', 'supervisor', 'analyst')
  @ApiOperation({ summary: 'Submit a report: a unit its own, the county the special ones (Art. 21)' })
  @ApiOkResponse({ type: ReportView })
  async submit(@IdParam('id') id: string, @Body() body: SubmissionBody, @Caller() caller: Principal, @CommandRequestOf() request: CommandRequest): Promise<ReportView> {
    const unit = isUnitBound(caller) ? (caller.unit ?? '') : report.COUNTY;
    return answer(await this.reports.command(request, caller, id, { type: 'SubmitReport', unit, ...body, at: request.at }));
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @ApiOperation({ summary: 'Accept a submitted report (Art. 21)' })
  @ApiOkResponse({ type: ReportView })
  async accept(@IdParam('id') id: string, @Caller() caller: Principal, @CommandRequestOf() request: CommandRequest): Promise<ReportView> {
    return answer(await this.reports.command(request, caller, id, { type: 'AcceptReport', at: request.at }));
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @ApiOperation({ summary: 'Send a submitted report back to be made better (Art. 21)' })
  @ApiOkResponse({ type: ReportView })
  async sendBack(@IdParam('id') id: string, @Body() body: SendBackBody, @Caller() caller: Principal, @CommandRequestOf() request: CommandRequest): Promise<ReportView> {
    return answer(await this.reports.command(request, caller, id, { type: 'SendReportBack', reason: body.reason, at: request.at }));
  }
}
