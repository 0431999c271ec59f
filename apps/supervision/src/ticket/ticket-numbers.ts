import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hotline/persistence';
import { ticketNumbersOf } from '../notice/notice-names.store.js';

/** The numbers by which people know tickets, for lists. */
@Injectable()
export class TicketNumbers {
  constructor(private readonly uow: UnitOfWork) {}

  /** The number of each of these tickets; null for one whose registration is not known, and for none. */
  async of(ticketIds: readonly (string | null)[]): Promise<(ticketId: string | null) => string | null> {
    const ids = [...new Set(ticketIds.filter((id) => id !== null))];
    const numbers = ids.length === 0 ? new Map<string, string>() : await this.uow.read((tx) => ticketNumbersOf(tx, ids));
    return (ticketId) => (ticketId === null ? null : (numbers.get(ticketId) ?? null));
  }
}
