import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { IdentityViewedV1, UnitLiaisonChangedV1 } from '@hotline/contracts';
import type { accountability } from '@hotline/domain';
import { instantOf } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { CandidateService } from './candidate.service.js';
import { rememberViews } from './candidate.store.js';

/** What is told of looks at identities and of changes of liaison is weighed as evidence (Art. 23(5), (6)). */
@Controller()
export class WeighEvidence {
  constructor(
    private readonly candidates: CandidateService,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @EventPattern<string>('identity.viewed.v1')
  viewed(@Payload() { viewId, ticketId, unit, viewer, viewedAt }: IdentityViewedV1, @Ctx() context: EventContext): void {
    context.defer(this.#weighViews, { viewId, ticketId, unit, viewer, viewedAt: instantOf(viewedAt) });
  }

  @EventPattern<string>('unit.liaison-changed.v1')
  liaisonChanged(@Payload() event: UnitLiaisonChangedV1, @Ctx() context: EventContext): void {
    context.defer(this.#weighChanges, event);
  }

  readonly #weighViews = async (tx: Transaction, views: readonly accountability.IdentityViewFact[]): Promise<void> => {
    await rememberViews(tx, views);
    await this.candidates.weighTickets(tx, views.map(({ ticketId }) => ticketId), this.time.now());
  };

  readonly #weighChanges = (tx: Transaction, changes: readonly UnitLiaisonChangedV1[]): Promise<void> => this.candidates.weighLiaisonChanges(tx, changes, this.time.now());
}
