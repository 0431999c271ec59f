import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { StatusService } from './status.service.js';
import { StatusView } from './status.view.js';

@ApiTags('status')
@Controller('v1/status')
export class StatusController {
  constructor(private readonly statuses: StatusService) {}

  @Get()
  @Roles('operator', 'dispatcher', 'supervisor', 'auditor', 'admin', 'prefecture')
  @ApiOperation({ summary: 'Whether the prefecture can be reached, and how much waits for it' })
  @ApiOkResponse({ type: StatusView })
  status(): Promise<StatusView> {
    return this.statuses.status();
  }
}
