import { Injectable } from '@nestjs/common';
import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Principal } from '@hotline/auth';
import { unitRecordedV1 } from '@hotline/contracts';
import { isoOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { type Page, page, requireVersion } from '@hotline/http';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import type { RecordUnitBody, UnitDetailView, UnitQuery, UnitView } from './unit.dto.js';
import { UnitRecordRow, UnitRow } from './unit.row.js';
import { UnitStore } from './unit.store.js';
import { unitRecordView, unitView } from './unit.view.js';

type Fields = Omit<UnitRow, 'code' | 'version' | 'recordedAt'>;

/** The directory of handling units with the four people of each (Art. 3). */
@Injectable()
export class UnitService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitStore,
  ) {}

  /** Records a unit as a whole, new or changed; the same content again changes nothing. Somebody else's change in between is a 409. */
  record(request: CommandRequest, caller: Principal, code: string, body: RecordUnitBody, expected: number | undefined): Promise<Outcome<UnitView>> {
    return this.uow.command(request, async (tx) => {
      const known = await this.units.find(tx, code);
      requireVersion(expected, known?.version ?? 0);
      const fields = fieldsOf(body);
      if (known && unchanged(known, fields)) return { ok: true, value: unitView(known, caller) };
      const row = await this.#write(tx, known ?? tx.em.create(UnitRow, { code, ...fields, recordedAt: new Date(request.at) }), fields, request);
      tx.emit(unitRecordedV1, { subject: code, version: row.version, at: request.at }, { code, name: row.name, kind: row.kind, active: row.active, recordedAt: isoOf(request.at) });
      tx.audit(request, 'RecordUnit', code, { version: row.version, active: row.active });
      return { ok: true, value: unitView(row, caller) };
    });
  }

  list(caller: Principal, query: UnitQuery): Promise<Page<UnitView>> {
    return this.uow.read(async (tx) => {
      const rows = await this.units.list(tx, query);
      return page(
        rows.map((row) => unitView(row, caller)),
        query.limit,
        (unit) => [unit.code],
      );
    });
  }

  find(caller: Principal, code: string): Promise<Outcome<UnitDetailView>> {
    return this.uow.read(async (tx) => {
      const row = await this.units.find(tx, code);
      if (!row) return { ok: false, refusal: { slug: 'no-such-unit' } };
      const history = await this.units.history(tx, code);
      return { ok: true, value: { ...unitView(row, caller), history: history.map((record) => unitRecordView(record, caller)) } };
    });
  }

  async #write(tx: Transaction, row: UnitRow, fields: Fields, request: CommandRequest): Promise<UnitRow> {
    Object.assign(row, fields, { recordedAt: new Date(request.at) });
    try {
      await tx.em.persist(row).flush();
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw new OptimisticLockError('another request recorded this unit first', row);
      throw error;
    }
    tx.em.persist(tx.em.create(UnitRecordRow, { ...fields, code: row.code, version: row.version, recordedAt: row.recordedAt, recordedBy: request.actor.subject }));
    return row;
  }
}

function fieldsOf({ name, kind, active, leaderInCharge, office, liaison, principalLeader }: RecordUnitBody): Fields {
  return { name, kind, active, leaderInCharge, office, liaisonName: liaison?.name ?? null, liaisonPhone: liaison?.phone ?? null, principalLeader };
}

function unchanged(row: UnitRow, fields: Fields): boolean {
  return (Object.keys(fields) as (keyof Fields)[]).every((field) => row[field] === fields[field]);
}
