import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnyRole, Caller, Roles, type Principal } from '@hotline/auth';
import type { knowledge } from '@hotline/domain';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { answer, CommandRequestOf, etagOf, IdParam, IfMatch } from '@hotline/http';
import { DraftEntryBody, EntryContentBody, EntryQuery, EntryReasonBody, SearchQuery, StaleQuery } from './knowledge.dto.js';
import { draftSightOf, KnowledgeReading } from './knowledge.reading.js';
import { KnowledgeService, type EntryStep } from './knowledge.service.js';
import { EntryDetail, EntryList, EntrySummary, FoundEntries } from './knowledge.view.js';

interface Reply {
  header(name: string, value: string): unknown;
}

const UNIT_MISSING: Outcome<never> = { ok: false, refusal: { slug: 'unit-missing', field: 'unit' } };
const FOREIGN: Outcome<never> = { ok: false, refusal: { slug: 'unit-unknown', field: 'unit' } };

@ApiTags('knowledge')
@Controller('v1/knowledge')
export class KnowledgeController {
  constructor(
    @Inject(KnowledgeService) private readonly entries: KnowledgeService,
    @Inject(KnowledgeReading) private readonly reading: KnowledgeReading,
  ) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'List knowledge entries: published ones for everybody, drafts for their unit and the county (Art. 5)' })
  @ApiOkResponse({ type: EntryList })
  list(@Caller() caller: Principal, @Query() query: EntryQuery): Promise<EntryList> {
    return this.reading.list(caller, query);
  }

  @Get('search')
  @AnyRole()
  @ApiOperation({ summary: 'Find published entries by Chinese words, best first (Art. 5)' })
  @ApiOkResponse({ type: FoundEntries })
  search(@Query() query: SearchQuery): Promise<FoundEntries> {
    return this.reading.search(query);
  }

  @Get('stale')
  @Roles('unit', 'leader', 'dispatcher', 'supervisor', 'admin', 'analyst', 'auditor')
  @ApiOperation({ summary: 'List the entries past their review date, of one unit or all (Art. 5)' })
  @ApiOkResponse({ type: EntryList })
  stale(@Caller() caller: Principal, @Query() query: StaleQuery): Promise<EntryList> {
    return this.reading.stale(caller, query);
  }

  @Get(':id')
  @AnyRole()
  @ApiOperation({ summary: 'Show an entry with the versions in the caller\'s sight, those that are over too (Art. 5)' })
  @ApiOkResponse({ type: EntryDetail })
  async show(@Caller() caller: Principal, @IdParam('id') id: string, @Res({ passthrough: true }) reply: Reply): Promise<EntryDetail> {
    const detail = await this.reading.detail(caller, id);
    reply.header('etag', etagOf(detail.version));
    return detail;
  }

  @Post()
  @Roles('unit', 'leader', 'dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Draft an entry; a unit only for itself (Art. 5)' })
  @ApiCreatedResponse({ type: EntrySummary })
  async draft(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @Body() body: DraftEntryBody, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    const sight = draftSightOf(caller);
    const unit = typeof sight === 'object' ? sight.unit : body.unit;
    if (unit === undefined) return answer(UNIT_MISSING);
    if (body.unit !== undefined && body.unit !== unit) return answer(FOREIGN);
    const drafted = answer(await this.entries.draft(request, unit, contentOf(body)));
    reply.header('location', `/intake/v1/knowledge/${drafted.id}`);
    reply.header('etag', etagOf(drafted.version));
    return drafted;
  }

  @Post(':id/draft')
  @HttpCode(200)
  @Roles('unit', 'leader', 'dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Write on the draft, or begin the next version (Art. 5)' })
  @ApiOkResponse({ type: EntrySummary })
  revise(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() body: EntryContentBody, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    return this.#step(request, caller, id, version, { type: 'ReviseEntry', content: contentOf(body), at: request.at }, reply);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Roles('unit', 'leader', 'dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Submit the draft to the county (Art. 5)' })
  @ApiOkResponse({ type: EntrySummary })
  submit(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    return this.#step(request, caller, id, version, { type: 'SubmitEntry', at: request.at }, reply);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Roles('dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Publish what was submitted; it supersedes the version in force (Art. 5)' })
  @ApiOkResponse({ type: EntrySummary })
  publish(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    return this.#step(request, caller, id, version, { type: 'PublishEntry', at: request.at }, reply);
  }

  @Post(':id/sending-back')
  @HttpCode(200)
  @Roles('dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Send what was submitted back with a reason (Art. 5)' })
  @ApiOkResponse({ type: EntrySummary })
  sendBack(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() { reason }: EntryReasonBody, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    return this.#step(request, caller, id, version, { type: 'SendEntryBack', reason, at: request.at }, reply);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Roles('dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Withdraw the version in force with a reason; it stays readable (Art. 5)' })
  @ApiOkResponse({ type: EntrySummary })
  withdraw(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Body() { reason }: EntryReasonBody, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    return this.#step(request, caller, id, version, { type: 'WithdrawEntry', reason, at: request.at }, reply);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Roles('unit', 'leader', 'dispatcher', 'supervisor', 'admin')
  @ApiOperation({ summary: 'Confirm that the version in force was looked at and is still right (Art. 5)' })
  @ApiOkResponse({ type: EntrySummary })
  confirm(@CommandRequestOf() request: CommandRequest, @Caller() caller: Principal, @IdParam('id') id: string, @IfMatch() version: number | undefined, @Res({ passthrough: true }) reply: Reply): Promise<EntrySummary> {
    return this.#step(request, caller, id, version, { type: 'ConfirmReviewed', at: request.at }, reply);
  }

  async #step(request: CommandRequest, caller: Principal, id: string, version: number | undefined, command: EntryStep, reply: Reply): Promise<EntrySummary> {
    const summary = answer(await this.entries.step(request, id, draftSightOf(caller), version, command));
    reply.header('etag', etagOf(summary.version));
    return summary;
  }
}

function contentOf({ title, text, keywords = [], subject, source }: EntryContentBody): knowledge.EntryContent {
  return { title, text, keywords, subject: subject ?? null, source };
}
