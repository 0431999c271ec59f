import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@hotline/auth';
import { instantOf } from '@hotline/domain/shared';
import { decodeCursor, page, ProblemException } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { IdentityStore } from '../identity/identity.store.js';
import { masked } from '../identity/petitioner-identity.js';
import { correctionsOf, supplementsOf } from '../amendment/amendment.store.js';
import { linksOf } from '../link/link.store.js';
import type { TicketQuery } from './ticket.dto.js';
import { sightOf } from './ticket-sight.js';
import { readDetail, readLines } from './ticket.store.js';
import type { TicketDetail, TicketList } from './ticket.view.js';

/** What people see of tickets, each in their own sight. */
@Injectable()
export class TicketReading {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(IdentityStore) private readonly identities: IdentityStore,
  ) {}

  list(caller: Principal, { limit, cursor, ...filter }: TicketQuery): Promise<TicketList> {
    const after = decodeCursor(cursor, 'text', 'uuid');
    if (after && !isInstant(after[0])) throw ProblemException.of('cursor-malformed');
    return this.uow.read(async (tx) => {
      const lines = await readLines(tx, sightOf(caller), filter, { after, limit });
      return page(lines, limit, (line) => [line.receivedAt, line.id]);
    });
  }

  /** A unit learns nothing of who reported, or of who asked not to be named to it; even a surname and four digits may tell, and so may a tie to another ticket of the same petitioner, or words that were put right. Throws `not-found` for a ticket out of sight, so that nobody learns that it exists. */
  detail(caller: Principal, id: string): Promise<TicketDetail> {
    return this.uow.read(async (tx) => {
      const sight = sightOf(caller);
      const detail = await readDetail(tx, id, sight);
      if (!detail) throw ProblemException.of('not-found');
      const { hidden, ...shown } = detail;
      const words = sight.words && shown.disposed === null;
      const identity = sight.words && !hidden ? await this.identities.find(tx, id) : undefined;
      // What was said later is read like the matter itself; what was taken back, and why, is for nobody who must not know the petitioner.
      const amended = { corrections: await correctionsOf(tx, id, words && !hidden), supplements: words ? await supplementsOf(tx, id) : [] };
      const links = hidden ? { primary: null, linked: [] } : await linksOf(tx, id, sight.scope);
      return { ...shown, ...amended, links, petitioner: identity ? masked(identity) : null };
    });
  }
}

function isInstant(text: string): boolean {
  try {
    return Number.isFinite(instantOf(text));
  } catch {
    return false;
  }
}
