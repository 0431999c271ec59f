import { Controller } from '@nestjs/common';
import { Ctx, EventPattern } from '@nestjs/microservices';
import { EventContext } from '@hotline/messaging';
import { recordFact } from './fact-recordings.js';

/** What units are and did, and what was decided about them, becomes facts in any order. */
@Controller()
export class RecordFactsOnUnitEvents {
  @EventPattern<string>('unit.recorded.v1')
  unitRecorded(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('unit.liaison-changed.v1')
  unitLiaisonChanged(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('unit.duty-gap-found.v1')
  unitDutyGapFound(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('extension.granted.v1')
  extensionGranted(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('knowledge.published.v1')
  knowledgePublished(@Ctx() context: EventContext): void {
    recordFact(context);
  }

  @EventPattern<string>('accountability.decided.v1')
  accountabilityDecided(@Ctx() context: EventContext): void {
    recordFact(context);
  }
}
