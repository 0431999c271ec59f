import { ticket } from '@hotline/domain';

/** What is known of who the petitioner is. Lives in the vault only; leaves it masked, or whole for a recorded purpose (Art. 10). */
export interface PetitionerIdentity {
  readonly name: string | null;
  readonly contact: string | null;
  readonly idNumber: string | null;
  /** Numbers, addresses and accounts from which the matter came; absent when the channel brought none. */
  readonly particulars?: Readonly<Partial<Record<ticket.IdentityParticular, string>>>;
}

/** What the vault seals: who the petitioner is, and as whom they were taken down before that was put right. */
export interface KeptIdentity extends PetitionerIdentity {
  readonly earlier?: readonly PetitionerIdentity[];
}

/** True when there is nothing to keep. */
export function isAnonymous({ name, contact, idNumber, particulars = {} }: PetitionerIdentity): boolean {
  return name === null && contact === null && idNumber === null && Object.keys(particulars).length === 0;
}

/** True when there is a number, address or account by which a unit or the county may get in touch (Art. 17); a device is none. */
export function canBeContacted(identity: PetitionerIdentity | null): boolean {
  if (identity === null) return false;
  const { deviceId: _device, ...ways } = identity.particulars ?? {};
  return identity.contact !== null || Object.keys(ways).length > 0;
}

/** The form in which everybody sees a petitioner by default: `张**`, `138****0000` (Art. 10). */
export function masked({ name, contact, idNumber, particulars }: PetitionerIdentity): PetitionerIdentity {
  return {
    name: name === null ? null : `${firstOf(name)}**`,
    contact: contact === null ? null : maskedContact(contact),
    idNumber: idNumber === null ? null : `****${tailOf(idNumber)}`,
    ...(particulars && { particulars: Object.fromEntries(Object.entries(particulars).map(([which, value]) => [which, maskedContact(value)])) }),
  };
}

function maskedContact(contact: string): string {
  if (/^\+?\d{11,14}$/.test(contact)) return `${contact.slice(0, 3)}****${contact.slice(-4)}`;
  const domain = /^[^@\s]+@([^@\s]+)$/.exec(contact)?.[1];
  return domain === undefined ? `****${tailOf(contact)}` : `${firstOf(contact)}***@${domain}`;
}

/** The last characters, but never more than a quarter of the whole. */
function tailOf(text: string): string {
  const shown = Math.min(4, Math.floor(text.length / 4));
  return shown === 0 ? '' : text.slice(-shown);
}

/** The first character as people count. */
function firstOf(text: string): string {
  return [...text][0] ?? '';
}
