import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { AppraisalPeriodFrozenV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { rememberFrozen } from './frozen-period.store.js';

/** What petitioners said in a period whose scores are signed is not put right any more (Art. 22). */
@Controller()
export class KeepFrozenPeriods {
  @EventPattern<string>('appraisal.period-frozen.v1')
  frozen(@Payload() { from, to }: AppraisalPeriodFrozenV1, @Ctx() context: EventContext): void {
    context.defer(rememberFrozen, { from, to });
  }
}
