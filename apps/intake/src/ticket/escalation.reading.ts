import { Inject, Injectable } from '@nestjs/common';
import type { policy, ticket } from '@hotline/domain';
import { isoOf, localDateOf } from '@hotline/domain/shared';
import { CLOCK, decodeCursor, page, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { POLICY_BOOK } from '../policy/policy-in-force.js';
import type { EscalationList, EscalationQuery } from './escalation.dto.js';

interface WaitingRow extends Pick<ticket.Escalation, 'escalationId' | 'kind' | 'recipients'> {
  readonly ticketId: string;
  readonly number: string;
  readonly at: number;
}

const MINUTE_MS = 60_000;

/** Tells the desk which reports of emergencies still wait for an answer. */
@Injectable()
export class EscalationReading {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(POLICY_BOOK) private readonly policies: policy.PolicyBook,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Oldest first; late once the policy's minutes for the acknowledgement are over. */
  async waiting({ limit, cursor }: EscalationQuery): Promise<EscalationList> {
    const after = decodeCursor(cursor, 'number', 'uuid');
    const now = this.time.now();
    const { emergencyReportMinutes } = this.policies.policyAt(localDateOf(now)).limits;
    const rows = await this.uow.read((tx) =>
      tx.sql<WaitingRow>(
        `select * from (
           select ticket.id as "ticketId", ticket.number, one->>'escalationId' as "escalationId", one->>'kind' as kind, one->'recipients' as recipients, (one->>'at')::float8 as at
           from ticket cross join lateral jsonb_array_elements(ticket.lifecycle->'escalations') as one
           where jsonb_path_exists(ticket.lifecycle, '$.escalations[*] ? (@.acknowledgedAt == null)') and one->>'acknowledgedAt' is null and ticket.disposed_at is null
         ) as waiting
         where $1::float8 is null or (at, "escalationId") > ($1, $2) order by at, "escalationId" limit $3`,
        [after?.[0] ?? null, after?.[1] ?? '', limit + 1],
      ),
    );
    const shown = page(rows, limit, (row) => [row.at, row.escalationId]);
    return { ...shown, items: shown.items.map((row) => ({ ...row, at: isoOf(row.at), ...ageOf(now - row.at, emergencyReportMinutes) })) };
  }
}

function ageOf(ageMs: number, limitMinutes: number): { readonly ageMinutes: number; readonly late: boolean } {
  return { ageMinutes: Math.max(0, Math.floor(ageMs / MINUTE_MS)), late: ageMs >= limitMinutes * MINUTE_MS };
}
