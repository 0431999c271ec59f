import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { AnswersFile, paperFile, PaperQuery } from '@hotline/documents';
import type { policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest } from '@hotline/domain/shared';
import { answer, CommandRequestOf, decodeCursor, IdParam, page, ProblemException, type Page } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { ticketNumbersOf } from '../notice/notice-names.store.js';
import { POLICIES } from '../policies.js';
import { DisposalQuery, ReasonBody } from './archive.dto.js';
import { materialsOf } from './archive.store.js';
import { certificatePaper } from './certificate.paper.js';
import { DisposalService, type StoredDisposal } from './disposal.service.js';

/** Disposal after the retention, by two persons, with a certificate (Art. 20). */
@ApiTags('archive')
@Controller('v1/archive/disposals')
export class DisposalController {
  constructor(
    private readonly disposals: DisposalService,
    private readonly uow: UnitOfWork,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  @Get()
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'Lists for disposal, newest first (Art. 20)' })
  async list(@Query() query: DisposalQuery): Promise<Page<object>> {
    const [before] = decodeCursor(query.cursor, 'uuid') ?? [];
    const { items, next } = page(await this.disposals.list(query.status, before, query.limit), query.limit, ({ state }) => [state.disposalId]);
    return { items: items.map(viewOf), next };
  }

  @Get(':id')
  @Roles('supervisor', 'auditor', 'admin')
  @ApiOperation({ summary: 'One list with what came of it (Art. 20)' })
  async one(@IdParam('id') id: string): Promise<object> {
    return viewOf(await this.#known(id));
  }

  @Get(':id/certificate')
  @Header('cache-control', 'no-store')
  @Roles('supervisor', 'auditor', 'admin')
  @AnswersFile()
  @ApiOperation({ summary: 'The certificate of an approved disposal (销毁证明) on paper; none when everything was spared (Art. 20)' })
  async certificate(@IdParam('id') id: string, @Query() { format = 'pdf' }: PaperQuery): Promise<StreamableFile> {
    const { state } = await this.#known(id);
    const { decision } = state;
    if (!decision || decision.certificateNo === null) throw ProblemException.of('not-found');
    const ids = [...decision.disposed, ...decision.spared.map(({ ticketId }) => ticketId)];
    const [numbers, materials] = await this.uow.read(async (tx) => [await ticketNumbersOf(tx, ids), await materialsOf(tx, decision.materials ?? [])] as const);
    const paper = certificatePaper(state, decision, { numberOf: numbers, materials }, this.policies.policyAt(localDateOf(decision.at)));
    return paperFile(paper, format, `销毁证明-${paper.reference}`);
  }

  @Post()
  @Roles('supervisor', 'admin')
  @ApiOperation({ summary: 'Propose the files whose retention is over, the oldest 500, and registered material that has no file to go with (Art. 20)' })
  async propose(@CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.disposals.propose(request)));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @ApiOperation({ summary: 'Approve a list as a second person: its files are destroyed for ever (Art. 20)' })
  async approve(@IdParam('id') id: string, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.disposals.approve(request, id)));
  }

  @Post(':id/rejection')
  @HttpCode(200)
  @Roles('supervisor', 'admin')
  @ApiOperation({ summary: 'Reject a list with a reason; nothing is destroyed (Art. 20)' })
  async reject(@IdParam('id') id: string, @Body() { reason }: ReasonBody, @CommandRequestOf() request: CommandRequest): Promise<object> {
    return viewOf(answer(await this.disposals.reject(request, id, reason)));
  }

  async #known(id: string): Promise<StoredDisposal> {
    const found = await this.disposals.find(id);
    if (!found) throw ProblemException.of('not-found');
    return found;
  }
}

function viewOf({ state, version }: StoredDisposal): object {
  const { decision } = state;
  return { ...state, version, proposedAt: isoOf(state.proposedAt), decision: decision && { ...decision, at: isoOf(decision.at) } };
}
