import { Inject, Injectable } from '@nestjs/common';
import { isUnitBound, type Principal } from '@hotline/auth';
import type { Paper } from '@hotline/documents';
import type { handling, policy } from '@hotline/domain';
import { isoOf, type Outcome } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { CalendarStore } from '../calendar/calendar.store.js';
import { POLICIES } from '../handling/case.rules.js';
import { seenCases, sightOf } from '../handling/case.sight.js';
import { CaseStore } from '../handling/case.store.js';
import { nameKey, UnitStore } from '../unit/unit.store.js';
import { TicketNumberStore } from './number.store.js';
import { slipPaper } from './slip.paper.js';

/** What a slip is made of. */
@Injectable()
export class SlipStores {
  constructor(
    readonly cases: CaseStore,
    readonly units: UnitStore,
    readonly calendars: CalendarStore,
    readonly numbers: TicketNumberStore,
  ) {}
}

/** Dispatch slips on paper (Art. 15, 17) for those who see the dispatch. */
@Injectable()
export class SlipService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly stores: SlipStores,
    @Inject(POLICIES) private readonly policies: policy.PolicyBook,
  ) {}

  slip(caller: Principal, ticketId: string, dispatchNo: number): Promise<Outcome<Paper>> {
    return this.uow.read(async (tx) => {
      const stored = await this.stores.cases.find(tx, ticketId);
      const ticket = (await seenCases(tx, this.stores.cases, [stored], sightOf(caller))).get(ticketId)?.state;
      const dispatch = ticket && dispatchOf(ticket, dispatchNo);
      if (!ticket || !dispatch) return { ok: false, refusal: { slug: 'no-such-case' } };
      const at = isoOf(dispatch.at);
      const names = await this.stores.units.namesAt(
        tx,
        dispatch.parts.map(({ unit }) => ({ unit, at })),
      );
      const { calendar, since } = await this.stores.calendars.history(tx);
      const paper = slipPaper({
        ticket,
        dispatch,
        known: (await this.stores.numbers.find(tx, ticketId)) ?? null,
        nameOf: (unit) => names.get(nameKey(unit, at)) ?? unit,
        reader: isUnitBound(caller) ? (caller.unit ?? null) : null,
        pack: this.policies.policyOf(dispatch.policy),
        calendar,
        windows: { calendar, calendarsSince: since, policyOf: this.policies.policyOf },
      });
      return { ok: true, value: paper };
    });
  }
}

function dispatchOf(ticket: handling.Case, dispatchNo: number): handling.Dispatch | undefined {
  return [...ticket.past, ...(ticket.dispatch ? [ticket.dispatch] : [])].find((dispatch) => dispatch.dispatchNo === dispatchNo);
}
