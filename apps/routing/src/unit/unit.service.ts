import { Injectable } from '@nestjs/common';
import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Principal } from '@hotline/auth';
import { unitRecordedV1 } from '@hotline/contracts';
import { directory } from '@hotline/domain';
import { isoOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { type Page, page, requireVersion } from '@hotline/http';
import { type Transaction, UnitOfWork } from '@hotline/persistence';
import { LiaisonChanges } from '../liaison/liaison-changes.js';
import type { SheetUnit } from './unit-sheet.js';
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
    private readonly liaisons: LiaisonChanges,
  ) {}

  /** Records a unit as a whole, new or changed; the same content again changes nothing. Somebody else's change in between is a 409. */
  record(request: CommandRequest, caller: Principal, code: string, body: RecordUnitBody, expected: number | undefined): Promise<Outcome<UnitView>> {
    return this.uow.command(request, async (tx) => {
      const known = await this.units.find(tx, code);
      requireVersion(expected, known?.version ?? 0);
      const outcome = await this.#recordWithLiaison(tx, request, known, code, fieldsOf(body));
      return outcome.ok ? { ok: true, value: unitView(outcome.value, caller) } : outcome;
    });
  }

  /** Records several units, all or none; answers how many were new or changed. A refusal names the unit. */
  recordAll(request: CommandRequest, units: readonly SheetUnit[]): Promise<Outcome<{ readonly recorded: number; readonly unchanged: number }>> {
    return this.uow.command(request, async (tx) => {
      let recorded = 0;
      // who is merged comes after those into whom others are merged
      for (const { code, ...body } of units.toSorted((a, b) => Number(a.mergedInto !== undefined) - Number(b.mergedInto !== undefined))) {
        const known = await this.units.find(tx, code);
        const before = known?.version ?? 0;
        const outcome = await this.#recordWithLiaison(tx, request, known, code, fieldsOf(body));
        if (!outcome.ok) return { ok: false, refusal: { ...outcome.refusal, values: { ...outcome.refusal.values, code } } };
        if (outcome.value.version !== before) recorded++;
      }
      return { ok: true, value: { recorded, unchanged: units.length - recorded } };
    });
  }

  /** Gives a unit another liaison inside a transaction, whose change the caller records; undefined when there is no such unit. */
  async changeLiaison(tx: Transaction, request: CommandRequest, code: string, liaison: { readonly name: string; readonly phone: string }): Promise<UnitRow | undefined> {
    const row = await this.units.find(tx, code);
    if (!row) return undefined;
    const outcome = await this.#record(tx, request, row, code, { ...fieldsIn(row), liaisonName: liaison.name, liaisonPhone: liaison.phone });
    if (!outcome.ok) throw new Error(`the directory holds the unit ${code} in a standing that it refuses: ${outcome.refusal.slug}`);
    return outcome.value;
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

  /** Another liaison than the one on record is a change of today that is reported with the record (Art. 23(5)); the first record of a unit changes nobody. */
  async #recordWithLiaison(tx: Transaction, request: CommandRequest, known: UnitRow | null, code: string, fields: Fields): Promise<Outcome<UnitRow>> {
    const changed = known !== null && fields.liaisonName !== null && fields.liaisonName !== known.liaisonName;
    const outcome = await this.#record(tx, request, known, code, fields);
    if (!outcome.ok || !changed || fields.liaisonName === null) return outcome;
    const noted = await this.liaisons.noteToday(tx, request, code, fields.liaisonName);
    return noted.ok ? outcome : noted;
  }

  /** The same content again changes nothing and tells nothing. */
  async #record(tx: Transaction, request: CommandRequest, known: UnitRow | null, code: string, fields: Fields): Promise<Outcome<UnitRow>> {
    if (known && unchanged(known, fields)) return { ok: true, value: known };
    const standing = directory.decideStanding({ code, ...fields }, await this.units.successors(tx));
    if (!standing.accepted) return { ok: false, refusal: standing.refusal };
    const row = await this.#write(tx, known ?? tx.em.create(UnitRow, { code, ...fields, recordedAt: new Date(request.at) }), fields, request);
    const { name, kind, active, responsibilities, mergedInto } = row;
    tx.emit(unitRecordedV1, { subject: code, version: row.version, at: request.at }, { code, name, kind, active, responsibilities, mergedInto, recordedAt: isoOf(request.at) });
    tx.audit(request, 'RecordUnit', code, { version: row.version, active });
    return { ok: true, value: row };
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

function fieldsOf({ name, kind, active, leaderInCharge, office, liaison, principalLeader, responsibilities, mergedInto }: RecordUnitBody): Fields {
  const people = { leaderInCharge, office, liaisonName: liaison?.name ?? null, liaisonPhone: liaison?.phone ?? null, principalLeader };
  return { name, kind, active, ...people, responsibilities: [...new Set(responsibilities ?? [])], mergedInto: mergedInto ?? null };
}

function fieldsIn({ name, kind, active, leaderInCharge, office, liaisonName, liaisonPhone, principalLeader, responsibilities, mergedInto }: UnitRow): Fields {
  return { name, kind, active, leaderInCharge, office, liaisonName, liaisonPhone, principalLeader, responsibilities, mergedInto };
}

function unchanged(row: UnitRow, fields: Fields): boolean {
  return (Object.keys(fields) as (keyof Fields)[]).every((field) => JSON.stringify(row[field]) === JSON.stringify(fields[field]));
}
