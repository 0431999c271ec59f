import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { unitLiaisonChangedV1 } from '@hotline/contracts';
import { directory, type policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type LocalDate, type Outcome } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { POLICIES } from '../handling/case.rules.js';
import type { LiaisonChangeView } from './liaison.dto.js';
import { addLiaisonChange, lastChangedOn } from './liaison.store.js';

/** The record of who became a unit's liaison when, and how long that took to be reported (Art. 3, 23(5)). */
@Injectable()
export class LiaisonChanges {
  constructor(
    private readonly calendars: CalendarStore,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Judges a change that is reported now; whoever records it writes it with {@link write} in the same transaction. */
  async judge(tx: Transaction, request: CommandRequest, unit: string, name: string, changedOn: LocalDate): Promise<Outcome<LiaisonChangeView>> {
    const { reportWithin } = this.policies.policyAt(localDateOf(request.at)).liaison;
    const rules = { reportWithin, lastChangedOn: await lastChangedOn(tx, unit), calendar: await this.calendars.current(tx) };
    const decision = directory.decideLiaisonChange({ type: 'ReportLiaisonChange', changedOn, at: request.at }, rules);
    if (!decision.accepted) return { ok: false, refusal: decision.refusal };
    const [event] = decision.events;
    if (!event) throw new Error('a reported change is one event');
    const { reportedOn, workingDays, late } = event;
    return { ok: true, value: { id: newId(), unit, name, changedOn, reportedOn, workingDays, late, reportedBy: request.actor.subject, recordedAt: isoOf(request.at) } };
  }

  /** Keeps the change and tells of it. */
  async write(tx: Transaction, request: CommandRequest, change: LiaisonChangeView): Promise<void> {
    const { id: changeId, unit, changedOn, reportedOn, workingDays, late } = change;
    await addLiaisonChange(tx, change);
    tx.emit(unitLiaisonChangedV1, { subject: changeId, version: 1, at: request.at }, { changeId, unit, changedOn, reportedOn, workingDays, late });
    tx.audit(request, 'ReportLiaisonChange', unit, { changedOn, late });
  }

  /** Another liaison that a record of the unit names changed on that day and is reported at once. */
  async noteToday(tx: Transaction, request: CommandRequest, unit: string, name: string): Promise<Outcome<LiaisonChangeView>> {
    const judged = await this.judge(tx, request, unit, name, localDateOf(request.at));
    if (judged.ok) await this.write(tx, request, judged.value);
    return judged;
  }
}
