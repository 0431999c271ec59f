import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { EscalationList, EscalationQuery } from './escalation.dto.js';
import { EscalationReading } from './escalation.reading.js';

@ApiTags('escalations')
@Controller('v1/escalations')
export class EscalationController {
  constructor(@Inject(EscalationReading) private readonly reading: EscalationReading) {}

  @Get()
  @Roles('operator', 'dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'List the reports that nobody has acknowledged yet, oldest first, with their age by the wall clock (Art. 4)' })
  @ApiOkResponse({ type: EscalationList })
  list(@Query() query: EscalationQuery): Promise<EscalationList> {
    return this.reading.waiting(query);
  }
}
