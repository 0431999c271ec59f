import { randomUUIDv7 } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountabilityDecidedV1, accountabilityOpenedV1 } from '@hotline/contracts';
import { accountability, archive, policy } from '@hotline/domain';
import { isoOf, localDateOf, type AccountabilityGround, type CommandRequest, type Instant, type LocalDate, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { lockFiles } from '../archive/archive.store.js';
import { CalendarStore } from '../calendar/calendar.store.js';
import { POLICIES } from '../policies.js';
import { CandidateService } from './candidate.service.js';
import { baselessSinceOf } from './candidate.store.js';
import type { CaseRow } from './case.row.js';
import { findCase, listCases, saveCase, type CaseFilter, type StoredCase } from './case.store.js';

export interface NewCase {
  readonly unit: string;
  readonly ground: AccountabilityGround;
  readonly ticketIds: readonly string[];
  readonly account: string;
}

/** A case and until when it is kept, a paper of its own (Art. 20). */
export interface KeptCase extends StoredCase {
  /** Last day; null while the case is not closed. */
  readonly retainUntil: LocalDate | null;
}

type StepOnCase = Exclude<accountability.CaseCommand, { readonly type: 'OpenCase' }>;

/** Cases of accountability (Art. 23): opened, heard, decided and closed by people. */
@Injectable()
export class CaseService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly candidates: CandidateService,
    private readonly calendars: CalendarStore,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Opens a case on any of the ten grounds, with what a person holds against the unit. */
  open(request: CommandRequest, about: NewCase): Promise<Outcome<KeptCase>> {
    return this.uow.command(request, (tx) => this.#open(tx, request, { ...about, evidence: [], candidateId: null, caseId: randomUUIDv7() }));
  }

  /** Opens a case out of a candidate, with its evidence. */
  openFrom(request: CommandRequest, candidateId: string, account: string): Promise<Outcome<KeptCase>> {
    return this.uow.command(request, async (tx) => {
      const caseId = randomUUIDv7();
      const judged = await this.candidates.judge(tx, candidateId, { type: 'OpenFrom', caseId, by: request.actor.subject, at: request.at });
      if (!judged.ok) return judged;
      const { unit, ground, ticketIds, evidence } = judged.value;
      return this.#open(tx, request, { caseId, unit, ground, ticketIds, evidence, candidateId, account });
    });
  }

  command(request: CommandRequest, caseId: string, command: StepOnCase): Promise<Outcome<KeptCase>> {
    return this.uow.command(request, async (tx) => {
      const row = await findCase(tx, caseId);
      const outcome = await this.#apply(tx, row, command, request.at);
      if (outcome.ok) tx.audit(request, command.type, caseId);
      return outcome;
    });
  }

  /** One case, and since when the record no longer supports it; of another unit's, a unit hears that there is none. */
  one(caseId: string, unit: string | undefined): Promise<Outcome<{ readonly stored: KeptCase; readonly baselessSince: Instant | null }>> {
    return this.uow.read(async (tx) => {
      const row = await findCase(tx, caseId);
      if (row === null || (unit !== undefined && row.unit !== unit)) return { ok: false, refusal: { slug: 'no-such-case' } };
      const baselessSince = row.candidateId === null ? null : await baselessSinceOf(tx, row.candidateId);
      return { ok: true, value: { stored: this.#kept(row), baselessSince } };
    });
  }

  list(filter: CaseFilter, after: string | undefined, limit: number): Promise<readonly KeptCase[]> {
    return this.uow.read(async (tx) => (await listCases(tx, filter, after, limit)).map((row) => this.#kept(row)));
  }

  #kept({ state, version }: StoredCase): KeptCase {
    const endedAt = accountability.endedAtOf(state);
    const years = (at: Instant): number => this.policies.policyAt(localDateOf(at)).archive.retentionYears;
    return { state, version, retainUntil: endedAt === null ? null : archive.retainUntil(endedAt, years(endedAt)) };
  }

  async #open(tx: Transaction, request: CommandRequest, about: Omit<accountability.OpenCase, 'type' | 'by' | 'at'>): Promise<Outcome<KeptCase>> {
    await lockFiles(tx, { ticketIds: about.ticketIds }); // no disposal comes in between
    const outcome = await this.#apply(tx, null, { type: 'OpenCase', ...about, by: request.actor.subject, at: request.at }, request.at);
    if (outcome.ok) tx.audit(request, 'OpenCase', about.caseId, { unit: about.unit, ground: about.ground });
    return outcome;
  }

  async #apply(tx: Transaction, row: CaseRow | null, command: accountability.CaseCommand, now: Instant): Promise<Outcome<KeptCase>> {
    const before = row?.state ?? accountability.noCase;
    const openedAt = row?.state.openedAt ?? command.at;
    const { statementWithin } = this.policies.policyAt(localDateOf(openedAt)).accountability;
    const statementDue = (await this.calendars.current(tx)).deadline(openedAt, statementWithin);
    const decision = accountability.decideCase(before, command, { now, statementDue });
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const state = decision.events.reduce(accountability.evolveCase, before);
    if (state.status === 'none') throw new Error(`${command.type} left no case`);
    const stored = saveCase(tx, row, state);
    for (const event of decision.events) tell(tx, stored, event);
    return { ok: true, value: this.#kept(stored) };
  }
}

/** Neither what is held against a unit nor what it says leaves the service. */
function tell(tx: Transaction, { state, version }: StoredCase, event: accountability.CaseEvent): void {
  const { caseId, unit, ground } = state;
  const whose = { caseId, unit, ground, ticketIds: [...state.ticketIds] };
  const about = { subject: caseId, version, at: event.at };
  if (event.type === 'CaseOpened') tx.emit(accountabilityOpenedV1, about, { ...whose, openedAt: isoOf(event.at) });
  if (event.type === 'CaseDecided') tx.emit(accountabilityDecidedV1, about, { ...whose, measure: event.measure, decidedAt: isoOf(event.at) });
}
