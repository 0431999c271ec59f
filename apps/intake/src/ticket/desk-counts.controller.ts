import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { DeskCountsReading } from './desk-counts.reading.js';
import { DeskCounts } from './desk-counts.view.js';

@ApiTags('tickets')
@Controller('v1/tickets/counts')
export class DeskCountsController {
  constructor(@Inject(DeskCountsReading) private readonly reading: DeskCountsReading) {}

  @Get()
  @Roles('operator', 'dispatcher', 'supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Count what waits at the desk, with the oldest of each (Art. 2, 4, 14, 17(2))' })
  @ApiOkResponse({ type: DeskCounts })
  counts(): Promise<DeskCounts> {
    return this.reading.counts();
  }
}
