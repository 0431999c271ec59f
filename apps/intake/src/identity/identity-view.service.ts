import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isUnitBound, type Principal } from '@hotline/auth';
import { identityViewedV1 } from '@hotline/contracts';
import { isoOf, type CommandRequest, type Outcome, type Refusal } from '@hotline/domain/shared';
import { decodeCursor, page } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { HOLDS, PROTECTED, releasedTo } from '../ticket/ticket-sight.js';
import type { IdentityViewBody, IdentityViewList, IdentityViewQuery, IdentityViewRecord, PetitionerView } from './identity-view.dto.js';
import { IdentityStore } from './identity.store.js';

const VIEWED = 'ViewIdentity';
const REFUSED = 'IdentityViewRefused';

/** Opens an identity for a purpose, to those who have a right to it, and records every look and every refused one (Art. 10, 23(6)). */
@Injectable()
export class IdentityViewService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(IdentityStore) private readonly identities: IdentityStore,
  ) {}

  /** Repeating it is another look: an Idempotency-Key would have to keep the identity in clear, so none is honoured. */
  view(caller: Principal, request: CommandRequest, ticketId: string, { purpose, purposeCode = 'contact' }: IdentityViewBody): Promise<Outcome<PetitionerView>> {
    return this.uow.run(async (tx) => {
      const refusal = await refusalOf(tx, caller, ticketId);
      const identity = refusal ? undefined : await this.identities.find(tx, ticketId);
      if (refusal?.slug === 'no-such-ticket') return { ok: false, refusal };
      tx.audit(request, refusal ? REFUSED : VIEWED, ticketId, { purpose });
      if (refusal) return { ok: false, refusal };
      if (!identity) return { ok: false, refusal: { slug: 'identity-not-recorded' } };
      const [viewId, unit] = [newId(), isUnitBound(caller) ? (caller.unit ?? '') : 'county'];
      tx.emit(identityViewedV1, { subject: viewId, version: 1, at: request.at }, { viewId, ticketId, viewer: caller.subject, unit, purpose: purposeCode, viewedAt: isoOf(request.at) });
      return { ok: true, value: { ticketId, ...identity } };
    });
  }

  /** Who looked at the identity of a ticket's petitioner, latest first. */
  list(ticketId: string, { limit, cursor }: IdentityViewQuery): Promise<IdentityViewList> {
    const before = decodeCursor(cursor, 'number')?.[0] ?? Number.MAX_SAFE_INTEGER;
    return this.uow.read(async (tx) => {
      const records = await tx.sql<IdentityViewRecord>(
        `select id::float8 as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor as subject, roles, unit,
           details->>'purpose' as purpose, action = $3 as allowed
         from audit_entry where target = $1 and id < $2 and action in ($3, $4) order by id desc limit $5`,
        [ticketId, before, VIEWED, REFUSED, limit + 1],
      );
      return page(records, limit, (record) => [record.id]);
    });
  }
}

interface KnownTicket {
  readonly number: string;
  readonly disposed: boolean;
  readonly protected: boolean;
  readonly released: boolean;
  readonly open: boolean;
  readonly role: 'lead' | 'assisting' | null;
}

/**
 * Why a caller may not see who the petitioner is; undefined when nothing stands against it. A unit needs the identity to
 * contact the petitioner, which is for the lead while the dispatch is open (Art. 10, 17).
 */
async function refusalOf(tx: Transaction, caller: Principal, ticketId: string): Promise<Refusal | undefined> {
  const [known] = await tx.sql<KnownTicket>(
    `select number, disposed_at is not null as disposed, ${PROTECTED} as protected, status = 'dispatched' as open, ${releasedTo('$2')} as released, (
       select held.role from ticket_unit held where held.ticket_id = ticket.id and held.unit = $2 and held.dispatch_no = ticket.dispatch_no and ${HOLDS}) as role
     from ticket where id = $1`,
    [ticketId, caller.unit ?? null],
  );
  if (!known) return { slug: 'no-such-ticket' };
  if (isUnitBound(caller) && known.role === null) return { slug: 'no-such-ticket' };
  if (known.disposed) return { slug: 'ticket-disposed', values: { number: known.number } };
  if (!isUnitBound(caller)) return undefined;
  if (known.protected && !known.released) return { slug: 'identity-protected' };
  return known.role === 'lead' && known.open ? undefined : { slug: 'identity-for-the-handling-unit' };
}
