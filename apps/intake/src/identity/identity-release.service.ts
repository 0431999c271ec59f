import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { instantOf, isoOf, type CommandRequest, type Outcome, type Refusal } from '@hotline/domain/shared';
import { decodeCursor, page } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import type { GivenRelease, IdentityRelease, IdentityReleaseList, IdentityReleaseQuery, ReleaseKind } from './identity-release.dto.js';

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const GIVEN = `id, kind, unit, given_by as "givenBy", ${moment('given_at')} as "givenAt", withdrawn_by as "withdrawnBy", ${moment('withdrawn_at')} as "withdrawnAt"`;

interface Given {
  readonly kind: ReleaseKind;
  readonly unit: string | null;
  readonly reason: string;
}

/** Records that a petitioner consented, or that the county approved in writing, and takes either back (Art. 10, 23(6)). */
@Injectable()
export class IdentityReleaseService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  give(request: CommandRequest, ticketId: string, { kind, unit, reason }: Given): Promise<Outcome<GivenRelease>> {
    return this.uow.command(request, async (tx) => {
      const refusal = await refusalOf(tx, ticketId);
      if (refusal) return { ok: false, refusal };
      const [release] = await tx.sql<GivenRelease>(
        `insert into identity_release (id, ticket_id, kind, unit, reason, given_by, given_at) values ($1, $2, $3, $4, $5, $6, $7) returning ${GIVEN}`,
        [newId(), ticketId, kind, unit, reason, request.actor.subject, isoOf(request.at)],
      );
      if (!release) throw new Error('a release that was just written is not there');
      tx.audit(request, kind === 'consent' ? 'RecordIdentityConsent' : 'ApproveIdentityView', ticketId, { releaseId: release.id, ...(unit !== null && { unit }) });
      return { ok: true, value: release };
    });
  }

  withdraw(request: CommandRequest, ticketId: string, releaseId: string): Promise<Outcome<GivenRelease>> {
    return this.uow.command(request, async (tx) => {
      const [release] = await tx.sql<GivenRelease>(
        `update identity_release set withdrawn_by = $3, withdrawn_at = $4 where id = $1 and ticket_id = $2 and withdrawn_at is null returning ${GIVEN}`,
        [releaseId, ticketId, request.actor.subject, isoOf(request.at)],
      );
      if (!release) return { ok: false, refusal: { slug: 'no-such-release' } };
      tx.audit(request, 'WithdrawIdentityRelease', ticketId, { releaseId });
      return { ok: true, value: release };
    });
  }

  /** Those of a ticket, oldest first. */
  list(ticketId: string, { limit, cursor }: IdentityReleaseQuery): Promise<IdentityReleaseList> {
    const [givenAt, id] = decodeCursor(cursor, 'number', 'uuid') ?? [];
    return this.uow.read(async (tx) => {
      const releases = await tx.sql<IdentityRelease>(
        `select ${GIVEN}, reason from identity_release
         where ticket_id = $1 and ($2::timestamptz is null or (given_at, id) > ($2::timestamptz, $3::uuid)) order by given_at, id limit $4`,
        [ticketId, givenAt === undefined ? null : isoOf(givenAt), id ?? null, limit + 1],
      );
      return page(releases, limit, (release) => [instantOf(release.givenAt), release.id]);
    });
  }
}

async function refusalOf(tx: Transaction, ticketId: string): Promise<Refusal | undefined> {
  const [known] = await tx.sql<{ number: string; disposed: boolean }>(`select number, disposed_at is not null as disposed from ticket where id = $1 for share`, [ticketId]);
  if (!known) return { slug: 'no-such-ticket' };
  return known.disposed ? { slug: 'ticket-disposed', values: { number: known.number } } : undefined;
}
