import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@hotline/auth';
import { isoOf, type CommandRequest, type Outcome, type Refusal } from '@hotline/domain/shared';
import { decodeCursor, page, type PageQuery } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { INTAKE_SETTINGS, type IntakeConfig } from '../intake.config.js';
import { sightOf } from '../ticket/ticket-sight.js';
import { AttachmentIntake, type IncomingFile, type StoredObject } from './attachment-intake.js';
import type { AttachmentList, StoredAttachment } from './attachment.dto.js';
import { countAttachments, findSameFile, insertAttachment, readAttachment, readAttachments, ticketRefusal, type KeptAttachment } from './attachment.store.js';
import { keepObject } from './object-removal.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';

/** A file to be sent, and what to say of it. */
export interface OpenedAttachment {
  readonly about: KeptAttachment;
  readonly content: Readable;
}

/** Files that belong to a ticket; they and their names are the petitioner's words (Art. 2, 10). */
@Injectable()
export class AttachmentService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(AttachmentIntake) private readonly intake: AttachmentIntake,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(INTAKE_SETTINGS) private readonly config: Pick<IntakeConfig, 'attachmentsPerTicket'>,
  ) {}

  /** `next` gives the files of the request one by one; there must be exactly one. A file that the ticket has already, whatever its name, is answered with the attachment that it is. */
  async add(caller: Principal, request: CommandRequest, ticketId: string, next: () => Promise<IncomingFile | undefined>): Promise<Outcome<StoredAttachment>> {
    const early = await this.uow.read(async (tx) => (await ticketRefusal(tx, ticketId, sightOf(caller))) ?? this.#tooMany(tx, ticketId));
    if (early) return { ok: false, refusal: early };
    const file = await next();
    if (!file) return { ok: false, refusal: { slug: 'attachment-missing', field: 'file' } };
    const stored = await this.intake.take(file);
    if ('slug' in stored) return { ok: false, refusal: stored };
    let mayBeKept = false;
    try {
      if (await next()) return { ok: false, refusal: { slug: 'attachment-one-at-a-time', field: 'file' } };
      mayBeKept = true; // an error leaves open whether the row was committed: if it was not, the object goes when its hour is over
      const outcome = await this.#commit(caller, request, ticketId, stored);
      mayBeKept = outcome.ok && outcome.value.id === idOf(stored);
      return outcome;
    } finally {
      if (!mayBeKept) await this.intake.discard(stored.objectKey);
    }
  }

  list(caller: Principal, ticketId: string, { limit, cursor }: PageQuery): Promise<Outcome<AttachmentList>> {
    const after = decodeCursor(cursor, 'uuid')?.[0];
    const sight = sightOf(caller);
    return this.uow.read(async (tx) => {
      const refusal = await ticketRefusal(tx, ticketId, sight);
      if (refusal) return { ok: false, refusal };
      const { items, next } = page(await readAttachments(tx, ticketId, after, limit), limit, ({ id }) => [id]);
      return { ok: true, value: { items: sight.words ? items : items.map((each) => ({ ...each, name: null })), next } };
    });
  }

  /** Each download is on record, as each look at an identity is: a picture may show who it is. */
  async open(caller: Principal, request: CommandRequest, ticketId: string, id: string): Promise<Outcome<OpenedAttachment>> {
    const found = await this.uow.run(async (tx): Promise<Outcome<KeptAttachment>> => {
      const sight = sightOf(caller);
      const refusal = await ticketRefusal(tx, ticketId, sight);
      if (refusal) return { ok: false, refusal };
      const about = sight.words ? await readAttachment(tx, ticketId, id) : undefined;
      if (!about) return { ok: false, refusal: { slug: 'no-such-attachment' } };
      tx.audit(request, 'DownloadAttachment', ticketId, { attachmentId: id });
      return { ok: true, value: about };
    });
    return found.ok ? { ok: true, value: { about: found.value, content: await this.store.get(found.value.objectKey) } } : found;
  }

  /** The key of a repeated command must name the same file: its hash and name are part of what makes the command. */
  #commit(caller: Principal, request: CommandRequest, ticketId: string, stored: StoredObject): Promise<Outcome<StoredAttachment>> {
    const fingerprint = hash('sha256', JSON.stringify([request.fingerprint, stored.sha256, stored.name]), 'hex');
    const { objectKey, mediaType, size, sha256 } = stored;
    return this.uow.command({ ...request, fingerprint }, async (tx) => {
      const refusal = await ticketRefusal(tx, ticketId, sightOf(caller), true);
      if (refusal) return { ok: false, refusal };
      const same = await findSameFile(tx, ticketId, sha256);
      if (same) return { ok: true, value: same };
      const full = await this.#tooMany(tx, ticketId);
      if (full) return { ok: false, refusal: full };
      if (!(await keepObject(tx, objectKey))) throw new Error('the object was removed before its row was committed');
      const id = idOf(stored);
      await insertAttachment(tx, { ...stored, id, ticketId, addedBy: request.actor.subject, at: request.at });
      tx.audit(request, 'AddAttachment', ticketId, { attachmentId: id, mediaType, size });
      return { ok: true, value: { id, mediaType, size, sha256, addedAt: isoOf(request.at) } };
    });
  }

  async #tooMany(tx: Transaction, ticketId: string): Promise<Refusal | undefined> {
    const max = this.config.attachmentsPerTicket;
    return (await countAttachments(tx, ticketId)) >= max ? { slug: 'attachments-too-many', values: { max } } : undefined;
  }
}

/** The id of an attachment is the key of its object: whoever sees the one needs the other to be found. */
function idOf({ objectKey }: StoredObject): string {
  return objectKey;
}
