import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isUnitBound, type Principal } from '@hotline/auth';
import { handling } from '@hotline/domain';
import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { type Page, page } from '@hotline/http';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import type { AuthorisationQuery, AuthorisationView, GrantAuthorisationBody } from './authorisation.dto.js';
import type { AuthorisationRow } from './authorisation.row.js';
import { AuthorisationStore } from './authorisation.store.js';

/** The register of who may approve in a principal leader's place (Art. 18). */
@Injectable()
export class AuthorisationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly authorisations: AuthorisationStore,
  ) {}

  grant(request: CommandRequest, unit: string, body: GrantAuthorisationBody): Promise<Outcome<AuthorisationView>> {
    return this.uow.command(request, async (tx) => {
      const known = await this.authorisations.lockUnit(tx, unit);
      const command = { type: 'GrantAuthorisation', id: randomUUIDv7(), unit, ...body, by: request.actor.subject, at: request.at } as const;
      return this.#keep(tx, request, command.type, handling.grantAuthorisation(known, command));
    });
  }

  /** By the unit's principal leader, or the county's administrator; another unit's authorisation is not there. */
  revoke(request: CommandRequest, caller: Principal, id: string, appointed: boolean): Promise<Outcome<AuthorisationView>> {
    return this.uow.command(request, async (tx) => {
      const found = await this.authorisations.find(tx, id);
      if (!found || (isUnitBound(caller) && caller.unit !== found.unit)) return { ok: false, refusal: { slug: 'no-authorisation-on-record' } };
      const known = await this.authorisations.lockUnit(tx, found.unit);
      const decision = handling.revokeAuthorisation(known, id, { by: request.actor.subject, at: request.at, appointed });
      return this.#keep(tx, request, 'RevokeAuthorisation', decision);
    });
  }

  list(caller: Principal, query: AuthorisationQuery): Promise<Page<AuthorisationView>> {
    const unit = isUnitBound(caller) ? caller.unit : query.unit;
    return this.uow.read(async (tx) => {
      const rows = await this.authorisations.list(tx, unit, query.limit, query.cursor);
      return page(rows.map(authorisationView), query.limit, (item) => [Date.parse(item.grantedAt), item.id]);
    });
  }

  async #keep(tx: Transaction, request: CommandRequest, action: string, decision: handling.AuthorisationDecision): Promise<Outcome<AuthorisationView>> {
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const [authorisation] = decision.events;
    if (!authorisation) throw new Error(`${action} led to nothing`);
    const row = await this.authorisations.save(tx, authorisation);
    tx.audit(request, action, row.id, { unit: row.unit, from: row.validFrom, to: row.validTo });
    return { ok: true, value: authorisationView(row) };
  }
}

function authorisationView(row: AuthorisationRow): AuthorisationView {
  const { id, unit, deputy, documentNumber, validFrom, validTo, grantedBy, grantedAt, revokedBy, revokedAt, appointed } = row;
  const when = { grantedAt: grantedAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null };
  return { id, unit, deputy, documentNumber, from: validFrom, to: validTo, grantedBy, revokedBy, appointed, ...when };
}
