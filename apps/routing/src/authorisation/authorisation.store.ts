import { Injectable } from '@nestjs/common';
import type { FilterQuery } from '@mikro-orm/postgresql';
import type { handling } from '@hotline/domain';
import { decodeCursor } from '@hotline/http';
import type { Transaction } from '@hotline/persistence';
import { AuthorisationRow } from './authorisation.row.js';

/** Rows of the register of authorisations. */
@Injectable()
export class AuthorisationStore {
  /** All of a unit. Keeps others who would change them waiting until the transaction ends. */
  async lockUnit(tx: Transaction, unit: string): Promise<readonly handling.Authorisation[]> {
    await tx.sql(`select from unit where code = $1 for update`, [unit]);
    return this.#all(tx, { unit });
  }

  find(tx: Transaction, id: string): Promise<AuthorisationRow | null> {
    return tx.em.findOne(AuthorisationRow, { id });
  }

  /** Those that name one of these accounts as deputy, of whatever unit. */
  naming(tx: Transaction, accounts: readonly string[]): Promise<readonly handling.Authorisation[]> {
    return accounts.length === 0 ? Promise.resolve([]) : this.#all(tx, { deputy: { $in: [...new Set(accounts)] } });
  }

  /** Newest first; one row more than the page. */
  list(tx: Transaction, unit: string | undefined, limit: number, cursor: string | undefined): Promise<AuthorisationRow[]> {
    const after = decodeCursor(cursor, 'number', 'uuid');
    const where: FilterQuery<AuthorisationRow>[] = [];
    if (unit !== undefined) where.push({ unit });
    if (after) where.push({ $or: [{ grantedAt: { $lt: new Date(after[0]) } }, { grantedAt: new Date(after[0]), id: { $lt: after[1] } }] });
    return tx.em.find(AuthorisationRow, { $and: where }, { orderBy: { grantedAt: 'desc', id: 'desc' }, limit: limit + 1 });
  }

  async save(tx: Transaction, authorisation: handling.Authorisation): Promise<AuthorisationRow> {
    const fields = fieldsOf(authorisation);
    const known = await this.find(tx, authorisation.id);
    const row = known ?? tx.em.create(AuthorisationRow, fields);
    Object.assign(row, fields);
    await tx.em.persist(row).flush();
    return row;
  }

  async #all(tx: Transaction, where: FilterQuery<AuthorisationRow>): Promise<readonly handling.Authorisation[]> {
    const rows = await tx.em.find(AuthorisationRow, where, { orderBy: { grantedAt: 'asc', id: 'asc' } });
    return rows.map(authorisationOf);
  }
}

function authorisationOf(row: AuthorisationRow): handling.Authorisation {
  const { id, unit, deputy, documentNumber, grantedBy, revokedBy, revokedAt, appointed } = row;
  const revocation = revokedAt === null ? null : { by: revokedBy ?? '', at: revokedAt.getTime(), appointed };
  return { id, unit, deputy, documentNumber, from: row.validFrom, to: row.validTo, grantedBy, grantedAt: row.grantedAt.getTime(), revocation };
}

function fieldsOf({ from, to, grantedAt, revocation, ...same }: handling.Authorisation): AuthorisationRow {
  return {
    ...same,
    validFrom: from,
    validTo: to,
    grantedAt: new Date(grantedAt),
    revokedBy: revocation?.by ?? null,
    revokedAt: revocation && new Date(revocation.at),
    appointed: revocation?.appointed ?? false,
  };
}
