import { accept, type Decision, type Instant, isBlank, type LocalDate, localDateOf, refuse } from '../shared/index.js';

/** What a principal leader put on record: that a deputy may approve in the leader's place (Art. 18). */
export interface Authorisation {
  readonly id: string;
  readonly unit: string;
  /** Account of the deputy. */
  readonly deputy: string;
  readonly documentNumber: string;
  /** First and last day in Asia/Shanghai on which it holds. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Account of the principal leader. */
  readonly grantedBy: string;
  readonly grantedAt: Instant;
  readonly revocation: Revocation | null;
}

export interface Revocation {
  readonly by: string;
  readonly at: Instant;
  /** The deputy became principal leader: the account is a deputy's no longer. */
  readonly appointed: boolean;
}

export interface GrantAuthorisation {
  readonly type: 'GrantAuthorisation';
  readonly id: string;
  readonly unit: string;
  readonly deputy: string;
  readonly documentNumber: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: string;
  readonly at: Instant;
}

export const AUTHORISATION_REFUSALS = [
  'only-the-principal-leader',
  'deputy-is-the-leader',
  'document-number-missing',
  'authorisation-period-reversed',
  'authorisation-period-over',
  'already-authorised',
  'no-authorisation-on-record',
  'already-revoked',
] as const;
export type AuthorisationRefusal = (typeof AUTHORISATION_REFUSALS)[number];
export type AuthorisationDecision = Decision<Authorisation, AuthorisationRefusal>;

/** Decides whether an authorisation may be put on record; `known` are those of the unit. A deputy can authorise nobody, least of all itself. */
export function grantAuthorisation(known: readonly Authorisation[], command: GrantAuthorisation): AuthorisationDecision {
  const { id, unit, deputy, documentNumber, from, to, by, at } = command;
  if (isDeputyAccount(known, unit, by)) return refuse('only-the-principal-leader');
  if (deputy === by) return refuse('deputy-is-the-leader', { field: 'deputy' });
  if (isBlank(documentNumber)) return refuse('document-number-missing', { field: 'documentNumber' });
  if (to < from) return refuse('authorisation-period-reversed', { field: 'to' });
  if (to < localDateOf(at)) return refuse('authorisation-period-over', { field: 'to', values: { to } });
  const overlapping = known.find((each) => each.unit === unit && each.deputy === deputy && each.revocation === null && each.from <= to && from <= each.to);
  if (overlapping) return refuse('already-authorised', { field: 'deputy', values: { documentNumber: overlapping.documentNumber } });
  return accept({ id, unit, deputy, documentNumber, from, to, grantedBy: by, grantedAt: at, revocation: null });
}

/** Takes an authorisation back from now on; approvals that were given under it stand. */
export function revokeAuthorisation(known: readonly Authorisation[], id: string, revocation: Revocation): AuthorisationDecision {
  const found = known.find((each) => each.id === id);
  if (!found) return refuse('no-authorisation-on-record');
  if (isDeputyAccount(known, found.unit, revocation.by)) return refuse('only-the-principal-leader');
  if (found.revocation !== null) return refuse('already-revoked');
  return accept({ ...found, revocation });
}

/** True for an account that was ever authorised in the unit: without a valid authorisation it may not act in the leader's place, unless it was appointed leader since. */
export function isDeputyAccount(known: readonly Authorisation[], unit: string, account: string): boolean {
  const own = known.filter((each) => each.unit === unit && each.deputy === account);
  const newest = own.toSorted((a, b) => a.grantedAt - b.grantedAt).at(-1);
  return newest !== undefined && newest.revocation?.appointed !== true;
}

/** Whether the authorisation lets this account approve for this unit at this moment. */
export function authorises({ unit, deputy, from, to, revocation }: Authorisation, forUnit: string, account: string, at: Instant): boolean {
  const day = localDateOf(at);
  return unit === forUnit && deputy === account && from <= day && day <= to && (revocation === null || at < revocation.at);
}
