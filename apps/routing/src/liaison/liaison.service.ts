import { randomUUIDv7 as newId } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { unitLiaisonChangedV1 } from '@hotline/contracts';
import { directory, type policy } from '@hotline/domain';
import { isoOf, localDateOf, type CommandRequest, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { POLICIES } from '../handling/case.rules.js';
import { UnitService } from '../unit/unit.service.js';
import type { LiaisonChangeBody, LiaisonChangeView } from './liaison.dto.js';
import { addLiaisonChange, lastChangedOn } from './liaison.store.js';

/** Changes of liaison as units report them, and how long they took to (Art. 3, 23(5)). */
@Injectable()
export class LiaisonService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly units: UnitService,
    private readonly calendars: CalendarStore,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  /** Records the change, and the unit with its new liaison, and tells of both. */
  report(request: CommandRequest, unit: string, { liaison, changedOn }: LiaisonChangeBody): Promise<Outcome<LiaisonChangeView>> {
    return this.uow.command(request, async (tx) => {
      const rules = await this.#rules(tx, unit, localDateOf(request.at));
      const decision = directory.decideLiaisonChange({ type: 'ReportLiaisonChange', changedOn, at: request.at }, rules);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const row = await this.units.changeLiaison(tx, request, unit, liaison);
      if (!row) return { ok: false, refusal: { slug: 'no-such-unit' } };
      const [event] = decision.events;
      if (!event) throw new Error('a reported change is one event');
      const { reportedOn, workingDays, late } = event;
      const change = { id: newId(), unit, name: liaison.name, changedOn, reportedOn, workingDays, late, reportedBy: request.actor.subject, recordedAt: isoOf(request.at) };
      await addLiaisonChange(tx, change);
      tx.emit(unitLiaisonChangedV1, { subject: change.id, version: 1, at: request.at }, { changeId: change.id, unit, changedOn, reportedOn, workingDays, late });
      tx.audit(request, 'ReportLiaisonChange', unit, { changedOn, late });
      return { ok: true, value: change };
    });
  }

  async #rules(tx: Transaction, unit: string, today: string): Promise<directory.LiaisonRules> {
    const { reportWithin } = this.policies.policyAt(today).liaison;
    return { reportWithin, lastChangedOn: await lastChangedOn(tx, unit), calendar: await this.calendars.current(tx) };
  }
}
