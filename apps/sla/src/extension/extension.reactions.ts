import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { PrefectureExtensionDecidedV1 } from '@hotline/contracts';
import { instantOf } from '@hotline/domain/shared';
import { EventContext } from '@hotline/messaging';
import { ExtensionService } from './extension.service.js';

/** What the level above decides on a forwarded extension reaches it like a decision at the desk (Art. 17(1)). */
@Controller()
export class DecideExtensionOnPrefectureDecision {
  constructor(private readonly extensions: ExtensionService) {}

  @EventPattern<string>('prefecture.extension-decided.v1')
  decided(@Payload() event: PrefectureExtensionDecidedV1, @Ctx() context: EventContext): void {
    const { extensionId, granted, receipt } = event;
    context.defer(this.extensions.decideForPrefecture, { ticketId: event.ticketId.toLowerCase(), extensionId: extensionId.toLowerCase(), granted, receipt, at: instantOf(event.decidedAt) });
  }
}
