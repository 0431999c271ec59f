import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, isUnitBound, type Principal, Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, etagOf, IdParam, IfMatch, page, ProblemException } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import type { FastifyReply } from 'fastify';
import { AskExtensionBody, ExtensionPageView, ExtensionQuery, ExtensionView, ListedExtensionView, RefuseExtensionBody } from './extension.dto.js';
import { numbersOf } from '../ticket/ticket-number.store.js';
import { ExtensionService } from './extension.service.js';
import { findExtension, readExtensions } from './extension.store.js';
import { extensionView } from './extension.view.js';

/** More time, asked for and decided (Art. 17). A unit sees its own requests; any other answers as if it did not exist. */
@ApiTags('extensions')
@Controller('v1')
export class ExtensionController {
  constructor(
    private readonly extensions: ExtensionService,
    private readonly uow: UnitOfWork,
  ) {}

  @Post('tickets/:ticketId/extensions')
  @Roles('unit', 'leader')
  @ApiOperation({ summary: 'The lead unit asks for more time before its deadline (Art. 17(1)–(3))' })
  async ask(@IdParam('ticketId') ticketId: string, @Body() body: AskExtensionBody, @CommandRequestOf() request: CommandRequest): Promise<ExtensionView> {
    return extensionView(answer(await this.extensions.ask(request, ticketId, body)));
  }

  @Post('extensions/:extensionId/forward')
  @HttpCode(200)
  @Roles('dispatcher')
  @ApiOperation({ summary: 'The county agrees and forwards the request to the prefecture (Art. 17(1))' })
  async forward(@IdParam('extensionId') id: string, @IfMatch() version: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<ExtensionView> {
    return extensionView(answer(await this.extensions.review(request, id, { type: 'ForwardExtension' }, version)));
  }

  @Post('extensions/:extensionId/grant')
  @HttpCode(200)
  @Roles('dispatcher', 'prefecture')
  @ApiOperation({ summary: 'Grant the days, which are added to the original due date (Art. 17)' })
  async grant(@IdParam('extensionId') id: string, @IfMatch() version: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<ExtensionView> {
    return extensionView(answer(await this.extensions.review(request, id, { type: 'GrantExtension' }, version)));
  }

  @Post('extensions/:extensionId/refuse')
  @HttpCode(200)
  @Roles('dispatcher', 'prefecture')
  @ApiOperation({ summary: 'Refuse; final for the round (Art. 17)' })
  async refuse(
    @IdParam('extensionId') id: string,
    @Body() body: RefuseExtensionBody,
    @IfMatch() version: number | undefined,
    @CommandRequestOf() request: CommandRequest,
  ): Promise<ExtensionView> {
    return extensionView(answer(await this.extensions.review(request, id, { type: 'RefuseExtension', reason: body.reason }, version)));
  }

  @Get('extensions')
  @Roles('dispatcher', 'prefecture', 'supervisor', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'Extensions in the order in which they were asked for (Art. 17)' })
  @ApiOkResponse({ type: ExtensionPageView })
  list(@Query() query: ExtensionQuery, @Caller() caller: Principal): Promise<ExtensionPageView> {
    const [askedAt, id] = decodeCursor(query.cursor, 'number', 'uuid') ?? [];
    const after = askedAt === undefined || id === undefined ? undefined : { askedAt, id };
    const filter = isUnitBound(caller) ? { ...query, unit: caller.unit } : query;
    return this.uow.read(async (tx) => {
      const { items, next } = page(await readExtensions(tx, filter, after, query.limit + 1), query.limit, (each) => [each.state.askedAt, each.id]);
      const numberOf = await numbersOf(tx, items.map(({ ticketId }) => ticketId));
      return { items: items.map((each) => ({ ...extensionView(each), number: numberOf(each.ticketId) })), next };
    });
  }

  @Get('extensions/:extensionId')
  @Roles('dispatcher', 'prefecture', 'supervisor', 'auditor', 'admin', 'unit', 'leader')
  @ApiOperation({ summary: 'One extension with its decision (Art. 17)' })
  @ApiOkResponse({ type: ListedExtensionView })
  one(@IdParam('extensionId') id: string, @Caller() caller: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<ListedExtensionView> {
    return this.uow.read(async (tx) => {
      const found = await findExtension(tx, id);
      if (!found || (isUnitBound(caller) && found.state.unit !== caller.unit)) throw ProblemException.of('not-found');
      void reply.header('etag', etagOf(found.version));
      return { ...extensionView(found), number: (await numbersOf(tx, [found.ticketId]))(found.ticketId) };
    });
  }
}
