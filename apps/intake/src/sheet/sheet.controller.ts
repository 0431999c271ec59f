import { Controller, Get, Header, Inject, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal, Roles } from '@hotline/auth';
import { AnswersFile, paperFile, PaperQuery } from '@hotline/documents';
import { policy } from '@hotline/domain';
import { instantOf, localDateOf } from '@hotline/domain/shared';
import { IdParam, loadPolicyBook } from '@hotline/http';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';
import { TicketReading } from '../ticket/ticket.reading.js';
import { sheetPaper } from './sheet.paper.js';

@ApiTags('tickets')
@Controller('v1/tickets')
export class SheetController {
  readonly #policies: policy.PolicyBook;

  constructor(
    @Inject(TicketReading) private readonly reading: TicketReading,
    @Inject(INTAKE_SETTINGS) config: Pick<IntakeConfig, 'policyPath' | 'county'>,
  ) {
    this.#policies = loadPolicyBook(config.policyPath, config.county);
  }

  @Get(':id/sheet')
  @Header('cache-control', 'no-store')
  @Roles('operator', 'dispatcher', 'unit', 'leader', 'supervisor', 'auditor', 'admin', 'prefecture')
  @AnswersFile()
  @ApiOperation({ summary: "The ticket's words on paper, without identity, for those who may read them (Art. 10)" })
  async sheet(@IdParam('id') id: string, @Query() { format = 'pdf' }: PaperQuery, @Caller() caller: Principal): Promise<StreamableFile> {
    const { petitioner: _, ...ticket } = await this.reading.detail(caller, id);
    const issuer = policy.issuerOf(this.#policies.policyAt(localDateOf(instantOf(ticket.receivedAt))));
    return paperFile(sheetPaper(ticket, issuer), format, `诉求内容附页-${ticket.number}`);
  }
}
