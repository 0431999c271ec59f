import type { Principal, Role } from '@hotline/auth';
import type { HoldEnd } from '@hotline/domain/shared';

/** Which tickets a caller sees at all. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'unit'; readonly unit: string } | { readonly kind: 'prefecture' };

/** Stands for every unit of a dispatch that was void from the start; whoever they were, it may be told before they are. */
export const EVERY_UNIT = '*';

/** What a caller sees of tickets. */
export interface Sight {
  readonly scope: Scope;
  /** Title, text, place, answers and the masked petitioner; those who only count see none of them. */
  readonly words: boolean;
}

const READERS: readonly Role[] = ['operator', 'dispatcher', 'supervisor', 'auditor', 'admin'];

/** The county sees every ticket, a unit those that it holds (what it did itself before is on record in routing), the prefecture those it sent down; the analyst sees no petitioner's words. */
export function sightOf(caller: Principal): Sight {
  if (caller.roles.some((role) => READERS.includes(role))) return { scope: { kind: 'all' }, words: true };
  if (caller.roles.includes('analyst')) return { scope: { kind: 'all' }, words: false };
  if (caller.roles.includes('prefecture')) return { scope: { kind: 'prefecture' }, words: true };
  return { scope: { kind: 'unit', unit: caller.unit ?? '' }, words: true };
}

/** SQL condition on `ticket` for a scope; `bind` adds a parameter and answers its placeholder. */
export function withinScope(scope: Scope, bind: (value: unknown) => string): string {
  switch (scope.kind) {
    case 'all':
      return 'true';
    case 'prefecture':
      return `ticket.channel = 'prefecture'`;
    case 'unit':
      return `exists (select 1 from ticket_unit held where held.ticket_id = ticket.id and held.unit = ${bind(scope.unit)} and ${HOLDS})`;
  }
}

/**
 * The petitioner of a report, and whoever asked for it, is hidden from the handling unit (Art. 10). What was once a report stays so, or a
 * change of the category would tell.
 */
export const PROTECTED = `(ticket.category = 'report' or ticket.confidential or coalesce(ticket.lifecycle->'categoryChanges' @> '[{"previous":"report"}]', false))`;

const another = (which: string): string => `exists (select 1 from ticket_unit other where other.ticket_id = held.ticket_id and other.dispatch_no = held.dispatch_no and other.returned and ${which})`;

/** How intake finds in `ticket_unit` what ends a unit's hold; an ending that the rule learns of does not compile until it is here. */
const ENDED: Readonly<Record<HoldEnd, string>> = {
  'own-return': 'held.returned',
  'lead-return': another(`other.role = 'lead'`),
  'taken-back': another(`other.unit = '${EVERY_UNIT}'`),
};

/** `held` is a dispatch that its unit still holds, or held until its file was closed: the rule of `unitSight` on rows. */
export const HOLDS = `held.role is not null and not (${Object.values(ENDED).join(' or ')})`;

/** The petitioner's consent is for whoever handles the matter, the county's approval for the unit it names. SQL condition on `ticket`. */
export const releasedTo = (unit: string): string => releaseOf('true', unit);

/**
 * SQL condition on `ticket`: who the petitioner is, and whatever may tell it, is hidden from this scope (Art. 10). A consent opens it to the lead of
 * the newest dispatch, an approval to the unit it names.
 */
export function hiddenFrom(scope: Scope, bind: (value: unknown) => string): string {
  if (scope.kind !== 'unit') return 'false';
  const unit = bind(scope.unit);
  const leads = `exists (select 1 from ticket_unit held where held.ticket_id = ticket.id and held.unit = ${unit} and held.dispatch_no = ticket.dispatch_no and held.role = 'lead' and ${HOLDS})`;
  return `(${PROTECTED} and not ${releaseOf(leads, unit)})`;
}

function releaseOf(consented: string, unit: string): string {
  return `exists (select 1 from identity_release given where given.ticket_id = ticket.id and given.withdrawn_at is null and (given.kind = 'consent' and ${consented} or given.unit = ${unit}))`;
}
