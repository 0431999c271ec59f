import { handling } from '@hotline/domain';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { nameKey } from '../unit/unit.store.js';
import type { StoredCase } from './case.store.js';
import type { StepRow } from './case.row.js';
import type { SeenCase } from './case.sight.js';
import type { CaseSummaryView, CaseView, DispatchView, PaperView, PartView, ResultView, StepView } from './case.views.js';

/** Names of units by {@link nameKey} of unit and moment of dispatch. */
export type NamesOfTheDay = ReadonlyMap<string, string>;

/** Which unit's name of which day a view of the case shows. */
export function namesNeeded(state: handling.Case): { readonly unit: string; readonly at: string }[] {
  return handling.dispatchesOf(state).flatMap((dispatch) => dispatch.parts.map(({ unit }) => ({ unit, at: isoOf(dispatch.at) })));
}

/** The case as `state`, what the caller sees of it; how long the ticket takes is told of the whole, since a unit does not see its end elsewhere. */
export function caseView(state: handling.Case, { state: whole, version, historyRefusal }: Pick<StoredCase, 'state' | 'version' | 'historyRefusal'>, names: NamesOfTheDay, now: Instant): CaseView {
  const { ticketId, status, category, petitionerKind, prefectureTransfer, round, acceptedReturns } = state;
  return {
    ...{ ticketId, status, category, petitionerKind, prefectureTransfer, round, acceptedReturns, historyRefusal, version },
    marks: state.marks ?? [],
    returns: handling.returnsOnTheWay(state).map((each) => ({ ...each, askedAt: isoOf(each.askedAt), acceptedAt: isoOf(each.acceptedAt) })),
    answeredAt: isoOrNull(state.answeredAt ?? null),
    declinedAt: isoOrNull(state.declinedAt ?? null),
    ...lasting(whole, now),
    reviewDate: handling.reviewDateOf(state),
    disposedAt: isoOrNull(state.disposedAt ?? null),
    receivedAt: isoOf(state.receivedAt),
    acceptedAt: isoOf(state.acceptedAt),
    dispatch: state.dispatch && dispatchView(state.dispatch, names),
    past: state.past.map((dispatch) => dispatchView(dispatch, names)),
    upstreamReturns: state.upstreamReturns.map(({ reason, askedAt, decision }) => ({
      reason,
      askedAt: isoOf(askedAt),
      accepted: decision?.accepted ?? null,
      decidedAt: isoOrNull(decision?.at ?? null),
    })),
  };
}

function lasting(whole: handling.CaseState, now: Instant): Pick<CaseView, 'elapsedMinutes' | 'endedAt'> {
  if (whole.status === 'none') return { elapsedMinutes: 0, endedAt: null };
  return { elapsedMinutes: Math.floor(handling.elapsedOf(whole, now) / 60_000), endedAt: isoOrNull(handling.endedAtOf(whole)) };
}

/** A line of a list; of the running dispatch only what the caller still sees. */
export function summaryView({ state, told }: SeenCase, number: string | null, supplementedAt: Instant | null): CaseSummaryView {
  return {
    ticketId: state.ticketId,
    number,
    status: state.status,
    category: state.category,
    acceptedAt: isoOf(state.acceptedAt),
    round: state.round,
    dispatchNo: told.state.status === 'none' ? 0 : (handling.dispatchesOf(told.state).at(-1)?.dispatchNo ?? 0),
    lead: state.dispatch?.lead ?? null,
    assisting: state.dispatch ? handling.assistingOf(state.dispatch) : [],
    supervised: state.dispatch !== null && state.dispatch.supervised !== null,
    marks: state.marks ?? [],
    acceptedReturns: state.acceptedReturns,
    reviewDate: handling.reviewDateOf(state),
    supplementedAt: isoOrNull(supplementedAt),
    historyRefusal: told.historyRefusal,
    version: told.version,
  };
}

/** Members of an event that a step shows elsewhere. */
const SHOWN_ELSEWHERE = new Set(['type', 'at', 'dispatchNo', 'unit', 'ticketId', 'receivedAt', 'acceptedAt', 'returnDueAt', 'calendarsKnown']);

export function stepView(row: StepRow): StepView {
  const { version, type, dispatchNo, unit, actor, actorRoles, actorUnit } = row;
  const details = Object.fromEntries(Object.entries(row.event).filter(([member]) => !SHOWN_ELSEWHERE.has(member)));
  return { version, type, at: row.at.toISOString(), recordedAt: row.recordedAt.toISOString(), dispatchNo, unit, actor, actorRoles, actorUnit, details };
}

function dispatchView(dispatch: handling.Dispatch, names: NamesOfTheDay): DispatchView {
  const { dispatchNo, round, lead, supervised, finding, ruling, policy, contact, result, approval } = dispatch;
  const dispatchedAt = isoOf(dispatch.at);
  return {
    ...{ dispatchNo, round, mode: handling.modeNow(dispatch), lead, supervised, finding, ruling, policy, dispatchedAt },
    parts: dispatch.parts.map((part) => partView(part, names.get(nameKey(part.unit, dispatchedAt)) ?? null)),
    contact: { attempts: contact.attempts, lastAt: isoOrNull(contact.lastAt), contactedAt: isoOrNull(contact.contactedAt) },
    result: result && resultView(result),
    sentBack: dispatch.sentBack.map((sent) => ({ result: resultView(sent.result), reason: sent.reason, at: isoOf(sent.at) })),
    approval: approval && { ...approval, authorisationId: approval.authorisationId ?? null, at: isoOf(approval.at) },
    closedAt: isoOrNull(dispatch.closedAt),
    endedAt: isoOrNull(dispatch.endedAt),
    withdrawnAt: isoOrNull(dispatch.withdrawnAt ?? null),
    recallReason: dispatch.recallReason ?? null,
    instructions: (dispatch.instructions ?? []).map((each) => ({ ...each, at: isoOf(each.at) })),
    reviews: (dispatch.reviews ?? []).map((each) => ({ ...each, at: isoOf(each.at) })),
    paper: dispatch.paper ? paperView(dispatch.paper) : null,
  };
}

function partView(part: handling.UnitPart, unitName: string | null): PartView {
  const { unit, role, opinion } = part;
  const asked = part.return;
  return {
    ...{ unit, unitName, role },
    signedAt: isoOrNull(part.signedAt),
    onSiteCheckAt: isoOrNull(part.onSiteCheckAt),
    opinion: opinion && { text: opinion.text, at: isoOf(opinion.at) },
    return: asked && {
      reason: asked.reason,
      suggestedUnit: asked.suggestedUnit,
      askedAt: isoOf(asked.askedAt),
      decision: asked.decision && { ...asked.decision, at: isoOf(asked.decision.at) },
    },
    leftAt: isoOrNull(part.leftAt),
    addedAt: isoOrNull(part.addedAt ?? null),
  };
}

function paperView({ year, number, pages, remark }: handling.PaperFile): PaperView {
  return { registerNo: registerNo(year, number), pages, remark };
}

/** As it is written on the file: `2018-000031`. */
export function registerNo(year: number, number: number): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}

function resultView(result: handling.Result): ResultView {
  return { ...result, at: isoOf(result.at) };
}

export function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
