import type { Principal, Role } from '@hotline/auth';
import type { LiaisonView, UnitRecordView, UnitView } from './unit.dto.js';
import type { UnitRecordRow, UnitRow } from './unit.row.js';

/** Roles that are none of the county agency's. */
const OUTSIDE: readonly Role[] = ['unit', 'leader', 'prefecture'];

/** County roles see every phone, a unit only its own. */
export function unitView(row: UnitRow | UnitRecordRow, caller: Principal): UnitView {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    active: row.active,
    leaderInCharge: row.leaderInCharge,
    office: row.office,
    liaison: liaisonView(row, caller.unit === row.code || caller.roles.some((role) => !OUTSIDE.includes(role))),
    principalLeader: row.principalLeader,
    responsibilities: row.responsibilities,
    mergedInto: row.mergedInto,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  };
}

export function unitRecordView(row: UnitRecordRow, caller: Principal): UnitRecordView {
  return { ...unitView(row, caller), recordedBy: row.recordedBy };
}

function liaisonView({ liaisonName, liaisonPhone }: UnitRow | UnitRecordRow, withPhone: boolean): LiaisonView | null {
  return liaisonName === null ? null : { name: liaisonName, phone: withPhone ? liaisonPhone : null };
}
