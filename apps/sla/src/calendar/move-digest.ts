import { createHash } from 'node:crypto';
import type { PreviewedMove } from './preview.service.js';

const MODULUS = 1n << 256n;

/** A digest of moves, clock by clock: the same for the same moves in any order, since a publication that is being applied changes the order of deadlines. */
export class MoveDigest {
  #sum = 0n;

  add({ ticketId, clockId, oldDueAt, newDueAt, provisional }: Pick<PreviewedMove, 'ticketId' | 'clockId' | 'oldDueAt' | 'newDueAt' | 'provisional'>): void {
    const line = JSON.stringify([ticketId, clockId, oldDueAt, newDueAt, provisional]);
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % MODULUS;
  }

  get hex(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}
