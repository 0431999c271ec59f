import type { handling } from '@hotline/domain';
import {
  ticketClosedV1,
  ticketContactedV1,
  ticketDispatchedV1,
  ticketFeedbackGivenV1,
  ticketOnSiteCheckDeclaredV1,
  ticketOpinionGivenV1,
  ticketResultEnteredV1,
  ticketReturnAskedV1,
  ticketReturnDecidedV1,
  ticketSignedV1,
  ticketUpstreamReturnAskedV1,
  ticketUpstreamReturnDecidedV1,
} from '@hotline/contracts';
import { isoOf } from '@hotline/domain/shared';
import type { EventAbout, Transaction } from '@hotline/persistence';
import type { CaseStep } from './case.store.js';

/** Publishes what the other services need of one event of a case: codes and times, never a word that a person wrote. */
export function publish(tx: Transaction, { event, version, cause }: CaseStep, { ticketId, category, prefectureTransfer }: handling.Case): void {
  if (event.type === 'CaseOpened' || event.type === 'AnswerNoted') return; // facts that came from intake
  const about: EventAbout = { subject: ticketId, version, at: event.at, traceparent: cause.traceparent };
  const at = isoOf(event.at);
  switch (event.type) {
    case 'Dispatched': {
      const { dispatchNo, round, mode, lead, assisting, supervised, ruling, policy } = event;
      return tx.emit(ticketDispatchedV1, about, {
        ...{ ticketId, dispatchNo, round, category, mode, lead, assisting: [...assisting] },
        ...{ supervisedGround: supervised, ruling, prefectureTransfer, policy, dispatchedAt: at },
      });
    }
    case 'UpstreamReturnAsked':
      return tx.emit(ticketUpstreamReturnAskedV1, about, { ticketId, askedAt: at });
    case 'UpstreamReturnDecided':
      return tx.emit(ticketUpstreamReturnDecidedV1, about, { ticketId, accepted: event.accepted, decidedAt: at });
    case 'ReworkAwaitsDispatch':
    case 'ContactAttempted':
    case 'ResultSentBack':
      return; // nobody outside acts on these
    case 'Signed':
    case 'OnSiteCheckDeclared':
    case 'PetitionerContacted':
    case 'OpinionGiven':
    case 'ReturnAsked':
    case 'ReturnDecided':
    case 'ResultEntered':
    case 'FeedbackGiven':
    case 'CaseClosed':
      return publishUnitStep(tx, event, about, { ticketId, dispatchNo: event.dispatchNo, unit: event.unit }, at);
  }
}

type UnitStep = Exclude<
  Extract<handling.HandlingEvent, { readonly dispatchNo: number; readonly unit: string }>,
  handling.ContactAttempted | handling.ResultSentBack
>;

function publishUnitStep(
  tx: Transaction,
  event: UnitStep,
  about: EventAbout,
  whose: { readonly ticketId: string; readonly dispatchNo: number; readonly unit: string },
  at: string,
): void {
  switch (event.type) {
    case 'Signed':
      return tx.emit(ticketSignedV1, about, { ...whose, signedAt: at });
    case 'OnSiteCheckDeclared':
      return tx.emit(ticketOnSiteCheckDeclaredV1, about, { ...whose, declaredAt: at });
    case 'PetitionerContacted':
      return tx.emit(ticketContactedV1, about, { ...whose, way: event.way, reached: event.reached, attempts: event.attempts, contactedAt: at });
    case 'OpinionGiven':
      return tx.emit(ticketOpinionGivenV1, about, { ...whose, givenAt: at });
    case 'ReturnAsked':
      return tx.emit(ticketReturnAskedV1, about, { ...whose, suggestedUnit: event.suggestedUnit, askedAt: at });
    case 'ReturnDecided':
      return tx.emit(ticketReturnDecidedV1, about, { ...whose, accepted: event.accepted, decidedAt: at });
    case 'ResultEntered':
      return tx.emit(ticketResultEnteredV1, about, { ...whose, resultCode: event.resultCode, enteredAt: at });
    case 'FeedbackGiven':
      return tx.emit(ticketFeedbackGivenV1, about, { ...whose, round: event.round, resultCode: event.resultCode, feedbackAt: at });
    case 'CaseClosed':
      return tx.emit(ticketClosedV1, about, { ...whose, round: event.round, supervised: event.supervised, closedAt: at });
  }
}
