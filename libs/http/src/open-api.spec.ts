import { Body, Controller, Get, Inject, Module, Post, Query } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ApiProperty } from '@nestjs/swagger';
import { AnyRole, AuthModule, Roles } from '@hotline/auth';
import { HealthModule } from '@hotline/observability';
import { CLOCK, type Clock, createOpenApi, IdParam, IsCodeOf, IsInstant, PageQuery, Text } from './index.js';

class RegisterTicket {
  @Text(4_000, { description: '诉求内容' })
  text!: string;

  @IsCodeOf({ help: '求助', report: '举报' })
  category!: string;

  @IsInstant({ optional: true })
  receivedAt?: string;
}

@Controller('v1/tickets')
class TicketController {
  constructor(
    @Inject('DATABASE') readonly database: object,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  @Post()
  @Roles('operator', 'prefecture')
  register(@Body() body: RegisterTicket) {
    return body;
  }

  @Get()
  @AnyRole()
  list(@Query() query: PageQuery) {
    return query;
  }

  @Get(':id')
  @AnyRole()
  read(@IdParam('id') id: string) {
    return id;
  }
}

class TicketClosed {
  @ApiProperty()
  id!: string;
}

@Controller()
class Reactions {
  @EventPattern('ticket.closed.v1')
  on(@Payload() event: TicketClosed) {
    return event;
  }
}

@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  read() {
    return 'never';
  }
}

const unreachable = { provide: 'DATABASE', useFactory: () => Promise.reject(new Error('there is no database here')) };

@Module({ imports: [AuthModule.forRoot({ issuer: 'http://localhost:1', audience: 'hotline' }), HealthModule.forRoot({ checks: [] })], controllers: [TicketController, Reactions], providers: [unreachable] })
class IntakeModule {}

it('describes a service without running it', async () => {
  const document = await createOpenApi('intake', IntakeModule);
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(['/intake/health/live', '/intake/health/ready', '/intake/health/startup', '/intake/metrics', '/intake/v1/tickets', '/intake/v1/tickets/{id}']);
  const { post, get } = document.paths['/intake/v1/tickets'] ?? {};
  expect(post).toMatchObject({ operationId: 'Ticket_register', 'x-roles': ['operator', 'prefecture'], security: [{ bearer: [] }] });
  expect(post?.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
  expect(post?.responses['422']).toEqual({ $ref: '#/components/responses/Problem' });
  expect(get).toMatchObject({ 'x-roles': ['any'], parameters: [{ name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 200 } }, { name: 'cursor', in: 'query', required: false }] });
  expect(document.paths['/intake/v1/tickets/{id}']?.get?.parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]);
  expect(document.paths['/intake/health/live']?.get).toMatchObject({ 'x-roles': ['public'] });
  expect(document.components?.schemas?.['RegisterTicket']).toEqual({
    type: 'object',
    properties: {
      text: { type: 'string', minLength: 1, maxLength: 4_000, description: '诉求内容' },
      category: { type: 'string', enum: ['help', 'report'] },
      receivedAt: { type: 'string', format: 'date-time' },
    },
    required: ['text', 'category'],
  });
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(['FieldProblem', 'Problem', 'RegisterTicket']);
});

it('is the same text every time', async () => {
  const [first, second] = [await createOpenApi('intake', IntakeModule), await createOpenApi('intake', IntakeModule)];
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

it('refuses a service with a route that does not say who may call it', async () => {
  @Module({ controllers: [ForgottenController] })
  class Forgetful {}
  await expect(createOpenApi('intake', Forgetful)).rejects.toThrow('GET /v1/forgotten');
});
