import type { handling } from '@hotline/domain';
import {
  type Contract,
  ticketAssistingAddedV1,
  ticketClosedV1,
  ticketContactedV1,
  ticketDispatchedV1,
  ticketDispatchWithdrawnV1,
  ticketFeedbackGivenV1,
  ticketInstructionGivenV1,
  ticketMarkedV1,
  ticketOnSiteCheckDeclaredV1,
  ticketOpinionGivenV1,
  ticketResultEnteredV1,
  ticketReturnAskedV1,
  ticketReturnDecidedV1,
  ticketReworkAwaitsDispatchV1,
  ticketSignedV1,
  ticketUpstreamReturnAskedV1,
  ticketUpstreamReturnDecidedV1,
} from '@hotline/contracts';
import { isoOf, type WithdrawalReason } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';
import { type CaseStep, momentOf } from './case.store.js';

/** An event as the other services hear it. */
export interface Told {
  readonly contract: Contract;
  readonly about: object;
}

/** Publishes what the other services need of one step. Unchecked, since a spec proves every form of {@link toldOf} against its contract. */
export function publish(tx: Transaction, { event, version, cause }: CaseStep, state: handling.Case): void {
  const told = toldOf(event, state);
  if (told) tx.emitTrusted(told.contract, { subject: state.ticketId, version, at: momentOf(event), traceparent: cause.traceparent }, told.about);
}

/** Codes and times of an event, never a word that a person wrote; undefined for what nobody outside acts on. */
export function toldOf(event: handling.HandlingEvent, { ticketId, category, prefectureTransfer }: handling.Case): Told | undefined {
  switch (event.type) {
    case 'CaseOpened':
    case 'AnswerNoted':
    case 'AnswerCameLate':
    case 'DeclineNoted':
    case 'DeclineCameLate':
    case 'CategoryChanged':
    case 'CaseDisposed':
    case 'ConditionsReviewed':
    case 'ContactAttempted':
    case 'ResultSentBack':
      return undefined;
    case 'Dispatched':
      return told(ticketDispatchedV1, { ticketId, category, prefectureTransfer, ...howDispatched(event) });
    case 'CaseMarked':
      return told(ticketMarkedV1, { ticketId, marks: [...event.marks], markedAt: isoOf(event.at) });
    case 'DispatchWithdrawn':
    case 'DispatchRecalled':
      return told(ticketDispatchWithdrawnV1, { ticketId, dispatchNo: event.dispatchNo, reason: whyWithdrawn(event), withdrawnAt: isoOf(event.at) });
    case 'ReworkAwaitsDispatch':
      return told(ticketReworkAwaitsDispatchV1, { ticketId, round: event.round, awaitsSince: isoOf(event.at) });
    case 'UpstreamReturnAsked':
      return told(ticketUpstreamReturnAskedV1, { ticketId, askedAt: isoOf(event.at) });
    case 'UpstreamReturnDecided':
      return told(ticketUpstreamReturnDecidedV1, { ticketId, accepted: event.accepted, decidedAt: isoOf(event.at) });
    case 'AssistingAdded':
    case 'InstructionGiven':
    case 'Signed':
    case 'OnSiteCheckDeclared':
    case 'PetitionerContacted':
    case 'OpinionGiven':
    case 'ReturnAsked':
    case 'ReturnDecided':
    case 'ResultEntered':
    case 'FeedbackGiven':
    case 'CaseClosed':
      return toldOfUnit(event, { ticketId, dispatchNo: event.dispatchNo, unit: event.unit });
  }
}

function howDispatched({ dispatchNo, round, mode, lead, assisting, supervised, groundInherited, ruling, policy, at }: handling.Dispatched) {
  return { dispatchNo, round, mode, lead, assisting: [...assisting], supervisedGround: supervised, ...(groundInherited && { groundInherited }), ruling, policy, dispatchedAt: isoOf(at) };
}

function whyWithdrawn(event: handling.DispatchWithdrawn | handling.DispatchRecalled): WithdrawalReason {
  return event.type === 'DispatchRecalled' ? 'recalled' : (event.cause ?? 'answered');
}

type UnitStep = Exclude<
  Extract<handling.HandlingEvent, { readonly dispatchNo: number; readonly unit: string }>,
  handling.ContactAttempted | handling.ResultSentBack | handling.ConditionsReviewed
>;

function toldOfUnit(event: UnitStep, whose: { readonly ticketId: string; readonly dispatchNo: number; readonly unit: string }): Told {
  const at = isoOf(event.at);
  switch (event.type) {
    case 'AssistingAdded':
      return told(ticketAssistingAddedV1, { ...whose, round: event.round, addedAt: at });
    case 'InstructionGiven':
      return told(ticketInstructionGivenV1, { ...whose, instructedAt: at });
    case 'Signed':
      return told(ticketSignedV1, { ...whose, signedAt: at });
    case 'OnSiteCheckDeclared':
      return told(ticketOnSiteCheckDeclaredV1, { ...whose, declaredAt: at });
    case 'PetitionerContacted':
      return told(ticketContactedV1, { ...whose, way: event.way, reached: event.reached, attempts: event.attempts, contactedAt: at });
    case 'OpinionGiven':
      return told(ticketOpinionGivenV1, { ...whose, givenAt: at });
    case 'ReturnAsked':
      return told(ticketReturnAskedV1, { ...whose, suggestedUnit: event.suggestedUnit, askedAt: at });
    case 'ReturnDecided':
      return told(ticketReturnDecidedV1, { ...whose, accepted: event.accepted, decidedAt: at });
    case 'ResultEntered':
      return told(ticketResultEnteredV1, { ...whose, resultCode: event.resultCode, missingOpinions: [...event.missingOpinions], enteredAt: at });
    case 'FeedbackGiven':
      return told(ticketFeedbackGivenV1, { ...whose, round: event.round, resultCode: event.resultCode, feedbackAt: at });
    case 'CaseClosed':
      return told(ticketClosedV1, { ...whose, round: event.round, supervised: event.supervised, closedAt: at });
  }
}

function told<T extends object>(contract: Contract<T>, about: NoInfer<T>): Told {
  return { contract: contract as unknown as Contract, about };
}
