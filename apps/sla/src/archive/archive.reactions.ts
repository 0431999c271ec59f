import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ArchiveDisposedV1 } from '@hotline/contracts';
import { EventContext } from '@hotline/messaging';
import { eraseWords } from './erase-words.js';

/** The words of a file that was disposed of go from here too (Art. 20). */
@Controller()
export class EraseWordsOnArchiveDisposed {
  @EventPattern<string>('archive.disposed.v1')
  disposed(@Payload() { ticketId }: ArchiveDisposedV1, @Ctx() context: EventContext): void {
    context.defer(eraseWords, ticketId);
  }
}
