import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@hotline/auth';
import { handling } from '@hotline/domain';
import { answer, IdParam } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { knows, sightOf } from '../handling/case.sight.js';
import { CaseStore } from '../handling/case.store.js';
import { Step, type StepRequest, unitOf } from '../handling/step-request.js';
import { SupplementMarkView } from './supplement.view.js';
import { markSeen } from './supplement.store.js';

@ApiTags('unit steps')
@Controller('v1/tickets/:id/supplements')
export class SupplementController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseStore,
  ) {}

  @Post('acknowledgement')
  @HttpCode(200)
  @Roles('unit', 'leader')
  @ApiOperation({ summary: 'Say that the unit has read what the petitioner added, which clears supplementedAt for it (Art. 2)' })
  @ApiOkResponse({ type: SupplementMarkView })
  async acknowledge(@IdParam('id') ticketId: string, @Step() { request, caller, ...step }: StepRequest): Promise<SupplementMarkView> {
    const unit = unitOf({ request, caller, ...step });
    return answer(
      await this.uow.command<SupplementMarkView>(request, async (tx) => {
        const { state } = await this.cases.find(tx, ticketId);
        if (state.status === 'none' || !knows(state, sightOf(caller))) return { ok: false, refusal: { slug: 'no-such-case' } };
        if (!state.dispatch || !handling.partOf(state.dispatch, unit)) return { ok: false, refusal: { slug: 'not-this-units-ticket' } };
        await markSeen(tx, ticketId, unit);
        tx.audit(request, 'AcknowledgeSupplements', ticketId);
        return { ok: true, value: { ticketId, supplementedAt: null } };
      }),
    );
  }
}
