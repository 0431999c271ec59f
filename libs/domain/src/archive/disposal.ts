import { accept, isBlank, localDateOf, refuse, untimely, type Decision, type Instant, type LocalDate } from '../shared/index.js';

/** Why a proposed file is not disposed of after all. */
export const SPARED = { held: '已设置保留', 'case-open': '所涉问责尚未办结', running: '仍在办理或重办', 'not-expired': '保管期限未满', 'already-disposed': '已经销毁' } as const;
export type SparedFor = keyof typeof SPARED;

/** A file as a disposal looks at it. */
export interface DisposableFile {
  readonly ticketId: string;
  readonly ended: boolean;
  /** Last day of its retention; null while it has not ended. */
  readonly retainUntil: LocalDate | null;
  readonly held: boolean;
  /** A case of accountability that rests on it is not closed (Art. 23). */
  readonly caseOpen: boolean;
  readonly disposed: boolean;
}

/** Registered material as a disposal looks at it. */
export interface DisposableMaterial {
  readonly materialId: string;
  /** Last day of its own retention. */
  readonly retainUntil: LocalDate;
  /** The file that it belongs to is not disposed of yet: it goes with that one. */
  readonly withFile: boolean;
  readonly disposed: boolean;
}

export interface SparedFile {
  readonly ticketId: string;
  readonly why: SparedFor;
}

export interface NoDisposal {
  readonly status: 'none';
}

/** A list of files and of material without one whose retention is over, from the proposal to the certificate (Art. 20). */
export interface Disposal {
  readonly status: 'proposed' | 'approved' | 'rejected';
  readonly disposalId: string;
  readonly proposedBy: string;
  /** Display name at the time, for the certificate; missing where the account has none. */
  readonly proposedByName?: string;
  readonly proposedAt: Instant;
  readonly ticketIds: readonly string[];
  /** Material that belongs to no file, or to one that went before it; missing in lists of before there was any. */
  readonly materialIds?: readonly string[];
  readonly decision: DisposalDecision | null;
}

export interface DisposalDecision {
  readonly by: string;
  readonly byName?: string;
  readonly at: Instant;
  /** Of a rejection. */
  readonly reason: string | null;
  /** Of an approval by which anything was disposed of. */
  readonly certificateNo: string | null;
  readonly disposed: readonly string[];
  readonly spared: readonly SparedFile[];
  /** Listed material that was disposed of. */
  readonly materials?: readonly string[];
}

export type DisposalState = NoDisposal | Disposal;
export const initial: DisposalState = { status: 'none' };

/** Proposes all of `files` whose retention is over and that nobody holds, and all of `materials` that have no file and are over too. */
export interface ProposeDisposal {
  readonly type: 'ProposeDisposal';
  readonly disposalId: string;
  readonly by: string;
  readonly byName?: string;
  readonly files: readonly DisposableFile[];
  readonly materials: readonly DisposableMaterial[];
  readonly at: Instant;
}

/** Another person approves; each file is looked at once more as it stands now. */
export interface ApproveDisposal {
  readonly type: 'ApproveDisposal';
  readonly by: string;
  readonly byName?: string;
  readonly certificateNo: string;
  readonly files: readonly DisposableFile[];
  readonly materials: readonly DisposableMaterial[];
  readonly at: Instant;
}

export interface RejectDisposal {
  readonly type: 'RejectDisposal';
  readonly by: string;
  readonly byName?: string;
  readonly reason: string;
  readonly at: Instant;
}

export type DisposalCommand = ProposeDisposal | ApproveDisposal | RejectDisposal;

export interface DisposalProposed {
  readonly type: 'DisposalProposed';
  readonly disposalId: string;
  readonly by: string;
  readonly byName?: string;
  readonly ticketIds: readonly string[];
  readonly materialIds: readonly string[];
  readonly at: Instant;
}

export interface DisposalApproved {
  readonly type: 'DisposalApproved';
  readonly by: string;
  readonly byName?: string;
  /** Null when everything was spared: of nothing there is no certificate. */
  readonly certificateNo: string | null;
  readonly disposed: readonly string[];
  readonly spared: readonly SparedFile[];
  readonly materials: readonly string[];
  readonly at: Instant;
}

export interface DisposalRejected {
  readonly type: 'DisposalRejected';
  readonly by: string;
  readonly byName?: string;
  readonly reason: string;
  readonly at: Instant;
}

export type DisposalEvent = DisposalProposed | DisposalApproved | DisposalRejected;

export const DISPOSAL_REFUSALS = [
  'disposal-already-proposed',
  'nothing-to-dispose-of',
  'no-such-disposal',
  'disposal-already-decided',
  'proposer-cannot-approve',
  'reason-missing',
  'before-previous-step',
  'in-the-future',
] as const;
export type DisposalRefusal = (typeof DISPOSAL_REFUSALS)[number];

export interface DisposalRules {
  /** The moment of the decision. */
  readonly now: Instant;
}

/** Decides on a disposal: only after the retention, never what is held or running, and by two persons (Art. 20). */
export function decide(state: DisposalState, command: DisposalCommand, rules: DisposalRules): Decision<DisposalEvent, DisposalRefusal> {
  if (command.type === 'ProposeDisposal') return state.status === 'none' ? propose(command, rules) : refuse('disposal-already-proposed');
  if (state.status === 'none') return refuse('no-such-disposal');
  if (state.status !== 'proposed') return refuse('disposal-already-decided');
  const late = untimely(command.at, state.proposedAt, rules.now);
  if (late) return late;
  switch (command.type) {
    case 'ApproveDisposal':
      return approve(state, command);
    case 'RejectDisposal':
      return isBlank(command.reason) ? refuse('reason-missing', { field: 'reason' }) : accept({ type: 'DisposalRejected', ...whoIn(command), reason: command.reason, at: command.at });
  }
}

export function evolve(state: DisposalState, event: DisposalEvent): DisposalState {
  switch (event.type) {
    case 'DisposalProposed':
      return proposed(event);
    case 'DisposalApproved': {
      const { at, certificateNo, disposed, spared, materials } = event;
      return decided(state, 'approved', { ...whoIn(event), at, reason: null, certificateNo, disposed, spared, materials });
    }
    case 'DisposalRejected': {
      const { at, reason } = event;
      return decided(state, 'rejected', { ...whoIn(event), at, reason, certificateNo: null, disposed: [], spared: [], materials: [] });
    }
  }
}

/** Why a file is not to be disposed of on a day; undefined when it may. */
export function sparedFor({ ended, retainUntil, held, caseOpen, disposed }: DisposableFile, today: LocalDate): SparedFor | undefined {
  if (disposed) return 'already-disposed';
  if (held) return 'held';
  if (caseOpen) return 'case-open';
  if (!ended || retainUntil === null) return 'running';
  return retainUntil < today ? undefined : 'not-expired';
}

/** Material goes when its own retention is over, with its file or after it. */
export function mayGo({ retainUntil, withFile, disposed }: DisposableMaterial, today: LocalDate): boolean {
  return !disposed && !withFile && retainUntil < today;
}

function propose({ disposalId, files, materials, at, ...command }: ProposeDisposal, { now }: DisposalRules): Decision<DisposalEvent, DisposalRefusal> {
  const ticketIds = files.filter((file) => sparedFor(file, localDateOf(at)) === undefined).map(({ ticketId }) => ticketId);
  const materialIds = materials.filter((material) => mayGo(material, localDateOf(at))).map(({ materialId }) => materialId);
  if (ticketIds.length + materialIds.length === 0) return refuse('nothing-to-dispose-of');
  return untimely(at, at, now) ?? accept({ type: 'DisposalProposed', disposalId, ...whoIn(command), ticketIds, materialIds, at });
}

function approve(state: Disposal, { certificateNo, files, materials: looking, at, ...command }: ApproveDisposal): Decision<DisposalEvent, DisposalRefusal> {
  if (command.by === state.proposedBy) return refuse('proposer-cannot-approve');
  const today = localDateOf(at);
  const byId = new Map(files.map((file) => [file.ticketId, file]));
  const looked = state.ticketIds.map((ticketId) => {
    const file = byId.get(ticketId);
    return { ticketId, why: file ? sparedFor(file, today) : 'running' } as const;
  });
  const disposed = looked.filter(({ why }) => why === undefined).map(({ ticketId }) => ticketId);
  const spared = looked.flatMap(({ ticketId, why }) => (why === undefined ? [] : [{ ticketId, why }]));
  const listed = new Set(state.materialIds ?? []);
  const materials = looking.filter((material) => listed.has(material.materialId) && mayGo(material, today)).map(({ materialId }) => materialId);
  const anything = disposed.length + materials.length > 0;
  return accept({ type: 'DisposalApproved', ...whoIn(command), certificateNo: anything ? certificateNo : null, disposed, spared, materials, at });
}

function whoIn({ by, byName }: { readonly by: string; readonly byName?: string }): { readonly by: string; readonly byName?: string } {
  return { by, ...(byName !== undefined && { byName }) };
}

function proposed({ disposalId, by, byName, ticketIds, materialIds, at }: DisposalProposed): Disposal {
  return { status: 'proposed', disposalId, proposedBy: by, ...(byName !== undefined && { proposedByName: byName }), proposedAt: at, ticketIds, materialIds, decision: null };
}

function decided(state: DisposalState, status: 'approved' | 'rejected', decision: DisposalDecision): Disposal {
  if (state.status === 'none') throw new Error('a decision before the proposal');
  return { ...state, status, decision };
}
