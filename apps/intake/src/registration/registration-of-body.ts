import { randomUUIDv7 as newId } from 'node:crypto';
import { ticket } from '@hotline/domain';
import { codesOf, instantOf, type CommandRequest } from '@hotline/domain/shared';
import { originId } from './origin-id.js';
import { isAnonymous, type PetitionerIdentity } from '../identity/petitioner-identity.js';
import type { PetitionerBody, RegisterTicketBody } from './registration.dto.js';

/** What the body asks for; the number is given last. */
export function commandOf(request: CommandRequest, body: RegisterTicketBody): ticket.RegisterTicket {
  const receivedAt = body.receivedAt === undefined ? request.at : instantOf(body.receivedAt);
  return {
    type: 'RegisterTicket',
    ticketId: body.source && body.externalId ? originId(body.source, body.externalId, receivedAt) : newId(),
    number: '',
    channel: body.channel,
    petitionerKind: body.petitionerKind,
    category: body.category,
    subject: body.subject ?? null,
    townCode: body.townCode ?? null,
    place: body.place ?? null,
    title: body.title,
    text: body.text,
    receivedAt,
    source: body.source ?? null,
    externalId: body.externalId ?? null,
    prefectureNumber: body.prefectureNumber ?? null,
    particulars: codesOf(ticket.CHANNEL_PARTICULARS).filter((name) => body.particulars?.[name] !== undefined),
    prefectureDueOn: body.prefectureDueOn ?? null,
    emergency: body.emergency || body.emergencyKind ? { escalationId: newId(), kind: body.emergencyKind ?? null } : null,
    at: request.at,
  };
}

const NOBODY: PetitionerBody = {};

/** Null for a petitioner who said nothing and whose channel tells nothing. */
export function identityOf({ petitioner, particulars }: RegisterTicketBody): PetitionerIdentity | null {
  const { name = null, contact = null, idNumber = null } = petitioner ?? NOBODY;
  const told = picked(ticket.IDENTITY_PARTICULARS, particulars);
  const identity = { name, contact, idNumber, ...(Object.keys(told).length > 0 && { particulars: told }) };
  return isAnonymous(identity) ? null : identity;
}

/** Ids of calls, messages and forms: what is left when everything that tells who it is went into the vault. */
export function recordsOf({ particulars }: RegisterTicketBody): Readonly<Record<string, string>> {
  return picked(ticket.RECORD_PARTICULARS, particulars);
}

function picked(names: readonly ticket.ChannelParticular[], particulars: RegisterTicketBody['particulars']): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (particulars?.[name] === undefined ? [] : [[name, particulars[name]]])));
}
