import { randomUUIDv7 as newId } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { archiveDisposedV1 } from '@hotline/contracts';
import { archive } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { LockedTickets } from '../ticket/ticket.store.js';
import { lockFiles, lockMaterials, markDisposed, nextCertificateNo } from './archive.store.js';
import { eraseWords } from './erase-words.js';
import { DisposalRow } from './disposal.row.js';

/** Files a list, and material without one; the county's tickets of half a month. */
const LONGEST_LIST = 500;
const NOT_DRAWN = '';

export interface StoredDisposal {
  readonly state: archive.Disposal;
  readonly version: number;
}

/** Lists for disposal, their approval by a second person, and what follows from it (Art. 20). */
@Injectable()
export class DisposalService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Proposes the oldest files whose retention is over, at most 500, and as much material that has no file to go with. */
  propose(request: CommandRequest): Promise<Outcome<StoredDisposal>> {
    return this.uow.command(request, async (tx) => {
      const over = { disposableOn: localDateOf(request.at), limit: LONGEST_LIST };
      const [files, materials] = [await lockFiles(tx, over), await lockMaterials(tx, over)];
      return this.#decide(tx, request, null, { type: 'ProposeDisposal', disposalId: newId(), ...whoAsks(request), files, materials, at: request.at });
    });
  }

  /**
   * Approves a list: what may still be disposed of is, under a numbered certificate; the others are spared with the reason. The number
   * is drawn only for a certificate that will be issued.
   */
  approve(request: CommandRequest, disposalId: string): Promise<Outcome<StoredDisposal>> {
    return this.uow.command(request, async (tx) => {
      const row = await tx.em.findOne(DisposalRow, disposalId);
      if (!row) return { ok: false, refusal: { slug: 'no-such-disposal' } };
      await LockedTickets.of(tx, row.state.ticketIds);
      const files = await lockFiles(tx, { ticketIds: row.state.ticketIds });
      const materials = await lockMaterials(tx, { ids: row.state.materialIds ?? [] });
      const command = { type: 'ApproveDisposal', ...whoAsks(request), certificateNo: NOT_DRAWN, files, materials, at: request.at } as const;
      const first = archive.decide(row.state, command, { now: request.at });
      const issued = first.accepted && first.events.some((event) => event.type === 'DisposalApproved' && event.certificateNo !== null);
      return this.#decide(tx, request, row, issued ? { ...command, certificateNo: await nextCertificateNo(tx, request.at) } : command);
    });
  }

  reject(request: CommandRequest, disposalId: string, reason: string): Promise<Outcome<StoredDisposal>> {
    return this.uow.command(request, async (tx) => {
      const row = await tx.em.findOne(DisposalRow, disposalId);
      if (!row) return { ok: false, refusal: { slug: 'no-such-disposal' } };
      return this.#decide(tx, request, row, { type: 'RejectDisposal', ...whoAsks(request), reason, at: request.at });
    });
  }

  find(disposalId: string): Promise<StoredDisposal | null> {
    return this.uow.read((tx) => tx.em.findOne(DisposalRow, disposalId));
  }

  /** Newest proposal first; one more than `limit` if there are more. */
  list(status: string | undefined, before: string | undefined, limit: number): Promise<readonly StoredDisposal[]> {
    const where = { ...(status !== undefined && { status: status as archive.Disposal['status'] }), ...(before !== undefined && { id: { $lt: before } }) };
    return this.uow.read((tx) => tx.em.find(DisposalRow, where, { orderBy: { id: 'desc' }, limit: limit + 1 }));
  }

  async #decide(tx: Transaction, request: CommandRequest, row: DisposalRow | null, command: archive.DisposalCommand): Promise<Outcome<StoredDisposal>> {
    const before = row?.state ?? archive.initial;
    const decision = archive.decide(before, command, { now: request.at });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(archive.evolve, before);
    if (state.status === 'none') throw new Error(`${command.type} left no disposal`);
    if (row) tx.em.assign(row, { status: state.status, state });
    else tx.em.persist(tx.em.create(DisposalRow, { id: state.disposalId, status: state.status, proposedAt: new Date(state.proposedAt), state }));
    for (const event of decision.events) if (event.type === 'DisposalApproved') await this.#dispose(tx, event);
    tx.audit(request, command.type, state.disposalId, { files: state.ticketIds.length, materials: state.materialIds?.length ?? 0, ...(state.decision?.certificateNo && { certificateNo: state.decision.certificateNo, disposed: state.decision.disposed.length }) });
    return { ok: true, value: { state, version: (row?.version ?? 0) + 1 } };
  }

  async #dispose(tx: Transaction, approved: archive.DisposalApproved): Promise<void> {
    const { disposed, certificateNo, at } = approved;
    if (certificateNo === null) return;
    await markDisposed(tx, approved, certificateNo, at);
    if (disposed.length > 0) await eraseWords(tx, disposed);
    for (const ticketId of disposed) tx.emit(archiveDisposedV1, { subject: `archive:${ticketId}`, version: 1, at }, { ticketId, certificateNo, disposedAt: isoOf(at) });
  }
}

/** The account, by which two persons are told apart, and the name that the certificate prints. */
function whoAsks({ actor: { subject, name } }: CommandRequest): { readonly by: string; readonly byName?: string } {
  return { by: subject, ...(name !== undefined && { byName: name }) };
}
