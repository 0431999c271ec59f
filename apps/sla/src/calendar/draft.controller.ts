import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import type { CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, IfMatch, page, PageQuery, ProblemException, type Page } from '@hotline/http';
import type { Published } from './calendar.service.js';
import { ClosureBody, DraftBody, type DraftPreviewPage, DraftQuery, DraftView, draftView, PublishDraftBody } from './draft.dto.js';
import { DraftService } from './draft.service.js';
import type { DraftTerms, StoredDraft } from './draft.store.js';

/** Preparing a calendar year: draft, preview of every clock that would move, publication by a named person (reading §2.4, §2.6). */
@ApiTags('calendar drafts')
@Controller('v1/calendar-drafts')
@Roles('admin')
export class DraftController {
  constructor(private readonly drafts: DraftService) {}

  @Post()
  @ApiOperation({ summary: 'Prepare a calendar year (reading §2.4)' })
  @ApiOkResponse({ type: DraftView })
  async create(@Body() body: DraftBody, @CommandRequestOf() request: CommandRequest): Promise<DraftView> {
    return this.#view(answer(await this.drafts.create(request, termsOf(body))));
  }

  @Post('closures')
  @ApiOperation({ summary: 'Prepare days on which the offices of the county are closed by a document, as the next record of the county layer (reading §2.3)' })
  @ApiOkResponse({ type: DraftView })
  async close(@Body() body: ClosureBody, @CommandRequestOf() request: CommandRequest): Promise<DraftView> {
    return this.#view(answer(await this.drafts.close(request, body)));
  }

  @Put(':draftId')
  @ApiOperation({ summary: 'Change a draft; its preview is void (reading §2.6)' })
  @ApiOkResponse({ type: DraftView })
  async change(@IdParam('draftId') id: string, @Body() body: DraftBody, @IfMatch() version: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<DraftView> {
    return this.#view(answer(await this.drafts.change(request, id, termsOf(body), version)));
  }

  @Post(':draftId/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Every running clock that the draft would move: ticket, old due, new due, direction; needed before it is published (reading §2.6)' })
  async preview(@IdParam('draftId') id: string, @Query() query: PageQuery, @CommandRequestOf() request: CommandRequest): Promise<DraftPreviewPage> {
    const [dueAt, clockId] = decodeCursor(query.cursor, 'number', 'uuid') ?? [];
    const after = dueAt === undefined || clockId === undefined ? undefined : { dueAt, id: clockId };
    const preview = await this.drafts.preview({ subject: request.actor.subject, at: request.at }, id, after, query.limit + 1);
    if (!preview) throw ProblemException.of('not-found');
    const { allowEarlier } = preview.draft.terms;
    const { items, next } = page(preview.moves, query.limit, ({ position }) => [position.dueAt, position.id]);
    return { items: items.map(({ move }) => ({ ...move, applies: move.direction !== 'earlier' || allowEarlier })), next, counts: preview.counts };
  }

  @Post(':draftId/publication')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft as it was previewed, in the name of a person, and reschedule the running clocks (reading §2.6)' })
  async publish(@IdParam('draftId') id: string, @Body() body: PublishDraftBody, @IfMatch() version: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<Published> {
    return answer(await this.drafts.publish(request, id, body.publisher, version));
  }

  @Post(':draftId/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a draft up' })
  @ApiOkResponse({ type: DraftView })
  async discard(@IdParam('draftId') id: string, @IfMatch() version: number | undefined, @CommandRequestOf() request: CommandRequest): Promise<DraftView> {
    return this.#view(answer(await this.drafts.discard(request, id, version)));
  }

  @Get()
  @ApiOperation({ summary: 'Drafts in the order of their last change' })
  async list(@Query() query: DraftQuery): Promise<Page<DraftView>> {
    const [changedAt, id] = decodeCursor(query.cursor, 'number', 'uuid') ?? [];
    const after = changedAt === undefined || id === undefined ? undefined : { changedAt, id };
    const found = await this.drafts.list(query.status, after, query.limit + 1);
    const revision = await this.drafts.revision();
    const { items, next } = page(found, query.limit, (each) => [each.changedAt, each.id]);
    return { items: items.map((draft) => draftView(draft, revision)), next };
  }

  @Get(':draftId')
  @ApiOperation({ summary: 'One draft with its last preview' })
  @ApiOkResponse({ type: DraftView })
  async one(@IdParam('draftId') id: string): Promise<DraftView> {
    const draft = await this.drafts.find(id);
    if (!draft) throw ProblemException.of('not-found');
    return this.#view(draft);
  }

  async #view(draft: StoredDraft): Promise<DraftView> {
    return draftView(draft, await this.drafts.revision());
  }
}

function termsOf({ record, allowEarlier = false, reason }: DraftBody): DraftTerms {
  return { record, allowEarlier, reason: reason ?? null };
}
