import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { ArchiveDisposedV1 } from '@hotline/contracts';
import { CLOCK, type Clock } from '@hotline/http';
import { EventContext } from '@hotline/messaging';
import type { Transaction } from '@hotline/persistence';
import { eraseDisposed, type Disposal } from './erasure.js';

/** Destroys identity, words and files of a ticket once its file was disposed of; told twice or late, it ends the same. */
@Controller()
export class EraseOnArchiveDisposed {
  readonly #erase = (tx: Transaction, disposals: readonly Disposal[]): Promise<void> => eraseDisposed(tx, disposals, this.time.now());

  constructor(@Inject(CLOCK) private readonly time: Clock) {}

  @EventPattern<string>('archive.disposed.v1')
  disposed(@Payload() { ticketId, certificateNo }: ArchiveDisposedV1, @Ctx() context: EventContext): void {
    context.defer(this.#erase, { ticketId, certificateNo });
  }
}
