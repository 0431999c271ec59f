import type { HandlingEvent } from './handling.events.js';
import type { Case, Dispatch, Result } from './handling.state.js';

/** Members of events that hold what a person wrote. Document, seal and register numbers, accounts, codes and times are no such words. */
const WORDS_OF_EVENTS = ['finding', 'note', 'reason', 'text', 'plan', 'explanationRecord'] as const;

/** The event without a word that a person wrote (Art. 20); the same for one that was erased already. */
export function withoutWords(event: HandlingEvent): HandlingEvent {
  const words = WORDS_OF_EVENTS.filter((member) => member in event && typeof (event as unknown as Record<string, unknown>)[member] === 'string');
  const erased = { ...event, ...Object.fromEntries(words.map((member) => [member, ''])) };
  return erased.type === 'CaseClosed' && erased.paper ? { ...erased, paper: { ...erased.paper, remark: null } } : erased;
}

/** The case without a word that a person wrote. */
export function caseWithoutWords(state: Case): Case {
  return {
    ...state,
    dispatch: state.dispatch && dispatchWithoutWords(state.dispatch),
    past: state.past.map(dispatchWithoutWords),
    upstreamReturns: state.upstreamReturns.map((each) => ({ ...each, reason: '' })),
  };
}

function dispatchWithoutWords(dispatch: Dispatch): Dispatch {
  return {
    ...dispatch,
    finding: blank(dispatch.finding),
    ...(dispatch.recallReason !== undefined && { recallReason: '' }),
    parts: dispatch.parts.map((part) => ({
      ...part,
      opinion: part.opinion && { ...part.opinion, text: '' },
      return: part.return && { ...part.return, reason: '', decision: part.return.decision && { ...part.return.decision, reason: blank(part.return.decision.reason) } },
    })),
    result: dispatch.result && resultWithoutWords(dispatch.result),
    sentBack: dispatch.sentBack.map((each) => ({ ...each, result: resultWithoutWords(each.result), reason: '' })),
    ...(dispatch.instructions && { instructions: dispatch.instructions.map((each) => ({ ...each, text: '' })) }),
    ...(dispatch.reviews && { reviews: dispatch.reviews.map((each) => ({ ...each, text: '', plan: blank(each.plan) })) }),
    ...(dispatch.paper && { paper: { ...dispatch.paper, remark: null } }),
  };
}

function resultWithoutWords(result: Result): Result {
  return { ...result, text: '', plan: blank(result.plan), explanationRecord: blank(result.explanationRecord) };
}

/** What was never written stays absent, so that one can still see that it was not. */
function blank(words: string | null): string | null {
  return words === null ? null : '';
}
