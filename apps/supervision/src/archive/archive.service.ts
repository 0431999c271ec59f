import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { archive, type policy } from '@hotline/domain';
import { dayOf, isoOf, localDateOf, startOfShanghaiDay, type CommandRequest, type Outcome, type Refusal } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { POLICIES } from '../policies.js';
import type { ArchiveFileDetailView, HoldView, MaterialBody, MaterialView } from './archive.dto.js';
import { addMaterial, isKnownTo, keepUntil, liftHold, lockFiles, placeHold, readFiles, readHolds, readMaterials, rememberEndings, type HeardEnding } from './archive.store.js';

const MOST_MATERIALS = 200;
/** Who keeps what no unit does. */
const COUNTY = 'county';

/** What is kept of ended matters, until when, and what nobody may dispose of (Art. 20). */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Work to be deferred to the end of a batch: ends and dispatches as they are told, in any order and any number of times. */
  readonly hear = async (tx: Transaction, heard: readonly HeardEnding[]): Promise<void> => {
    const byTicket = new Map<string, archive.EndingsKnown>();
    for (const { ticketId, known } of heard) byTicket.set(ticketId, archive.bothKnown(byTicket.get(ticketId) ?? archive.NOTHING_ENDED, known));
    const ended = await rememberEndings(tx, [...byTicket].map(([ticketId, known]) => ({ ticketId, known })));
    await keepUntil(tx, ended.map(({ ticketId, endedAt }) => ({ ticketId, until: archive.retainUntil(endedAt, this.#yearsAt(endedAt)) })));
  };

  detail(ticketId: string): Promise<Outcome<ArchiveFileDetailView>> {
    return this.uow.read(async (tx) => {
      const [file] = await readFiles(tx, { ticketId }, undefined, 1);
      if (!file) return { ok: false, refusal: { slug: 'no-such-file' } };
      return { ok: true, value: { ...file, holds: await readHolds(tx, { ticketId }), materials: await readMaterials(tx, { ticketId }, undefined, MOST_MATERIALS) } };
    });
  }

  /** From now on nothing disposes of the file, whatever its age; several may hold one file, and each is lifted for itself. */
  hold(request: CommandRequest, ticketId: string, reason: string): Promise<Outcome<HoldView>> {
    return this.uow.command(request, async (tx) => {
      await lockFiles(tx, { ticketIds: [ticketId] });
      const [file] = await readFiles(tx, { ticketId }, undefined, 1);
      if (!file) return { ok: false, refusal: { slug: 'no-such-file' } };
      if (file.disposedAt !== null) return { ok: false, refusal: { slug: 'file-disposed', values: { certificateNo: file.certificateNo ?? '' } } };
      const hold = { id: newId(), ticketId, reason, placedBy: request.actor.subject, placedAt: isoOf(request.at), liftReason: null, liftedBy: null, liftedAt: null };
      await placeHold(tx, hold);
      tx.audit(request, 'PlaceHold', ticketId, { holdId: hold.id });
      return { ok: true, value: hold };
    });
  }

  lift(request: CommandRequest, holdId: string, reason: string): Promise<Outcome<HoldView>> {
    return this.uow.command(request, async (tx) => {
      const [known] = await readHolds(tx, { id: holdId });
      if (!known) return { ok: false, refusal: { slug: 'no-such-hold' } };
      await lockFiles(tx, { ticketIds: [known.ticketId] });
      const [hold] = await readHolds(tx, { id: holdId });
      if (!hold || hold.liftedAt !== null) return { ok: false, refusal: { slug: 'hold-already-lifted' } };
      await liftHold(tx, holdId, { reason, subject: request.actor.subject, at: request.at });
      tx.audit(request, 'LiftHold', hold.ticketId, { holdId });
      return { ok: true, value: { ...hold, liftReason: reason, liftedBy: request.actor.subject, liftedAt: isoOf(request.at) } };
    });
  }

  /**
   * Enters paper or other material into the register of the county agency (null) or of a unit; it is kept as long as the files of tickets.
   * About a ticket, as long as its file is there: the county for any that is known, a unit for those that it has or had.
   */
  enter(request: CommandRequest, unit: string | null, body: MaterialBody): Promise<Outcome<MaterialView>> {
    return this.uow.command(request, async (tx) => {
      const refusal = body.ticketId === undefined ? undefined : await noMaterialAbout(tx, body.ticketId, unit);
      if (refusal) return { ok: false, refusal };
      const keptBy = unit ?? COUNTY;
      const from = startOfShanghaiDay(dayOf(body.keptFrom));
      const material: MaterialView = {
        ...{ id: newId(), kind: body.kind, ticketId: body.ticketId ?? null, keptBy, documentNo: body.documentNo, location: body.location, keptFrom: body.keptFrom },
        ...{ retainUntil: archive.retainUntil(from, this.#yearsAt(from)), recordedBy: request.actor.subject, recordedAt: isoOf(request.at), certificateNo: null },
      };
      await addMaterial(tx, material);
      tx.audit(request, 'EnterMaterial', material.id, { kind: body.kind, keptBy });
      return { ok: true, value: material };
    });
  }

  #yearsAt(at: number): number {
    return this.policies.policyAt(localDateOf(at)).archive.retentionYears;
  }
}

/** Why nothing is entered about a ticket; alone with its file, so that no disposal comes in between. */
async function noMaterialAbout(tx: Transaction, ticketId: string, unit: string | null): Promise<Refusal | undefined> {
  await lockFiles(tx, { ticketIds: [ticketId] });
  if (!(await isKnownTo(tx, ticketId, unit))) return { slug: 'no-such-file' };
  const [file] = await readFiles(tx, { ticketId }, undefined, 1);
  return file && file.disposedAt !== null ? { slug: 'file-disposed', values: { certificateNo: file.certificateNo ?? '' } } : undefined;
}
