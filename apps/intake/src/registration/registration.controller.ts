import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, etagOf } from '@hotline/http';
import { RegisteredTicket } from '../ticket/ticket.view.js';
import { RegisterTicketBody } from './registration.dto.js';
import { RegistrationService } from './registration.service.js';

interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('registration')
@Controller('v1/tickets')
export class RegistrationController {
  constructor(@Inject(RegistrationService) private readonly registrations: RegistrationService) {}

  @Post()
  @Roles('operator', 'prefecture')
  @ApiOperation({ summary: 'Register a ticket; the prefecture may only send its own transfers down (Art. 2, 13)' })
  @ApiCreatedResponse({ type: RegisteredTicket })
  async register(@CommandRequestOf() request: CommandRequest, @Body() body: RegisterTicketBody, @Res({ passthrough: true }) reply: Reply): Promise<RegisteredTicket> {
    const registered = answer(await this.registrations.register(request, body));
    reply.header('location', `/intake/v1/tickets/${registered.id}`);
    reply.header('etag', etagOf(registered.version));
    return registered;
  }
}
