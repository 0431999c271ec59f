import { accept, refuse } from '../shared/index.js';
import type { ChangeCategory, DisposeCase, NoteAnswered, OpenCase } from './handling.commands.js';
import type { CaseOpened, CategoryChanged, HandlingEvent } from './handling.events.js';
import type { Case, CaseState, CategoryChange, Dispatch } from './handling.state.js';
import type { HandlingDecision } from './holding.js';

/** Opens the case that an accepted ticket needs; an answer or a change of category that overtook the acceptance follows at once. */
export function openCase(state: CaseState, command: OpenCase): HandlingDecision {
  if (state.status !== 'none') return refuse('already-open');
  const { ticketId, category, petitionerKind, prefectureTransfer, receivedAt, acceptedAt } = command;
  const opened: CaseOpened = { type: 'CaseOpened', ticketId, category, petitionerKind, prefectureTransfer, receivedAt, acceptedAt };
  // an older change is in the acceptance already
  const changed: CategoryChanged[] = state.category && state.category.at >= acceptedAt ? [{ type: 'CategoryChanged', ...state.category }] : [];
  const answered: HandlingEvent[] = state.answeredAt === null ? [] : [{ type: 'AnswerNoted', at: state.answeredAt }];
  return accept<HandlingEvent>(opened, ...changed, ...answered);
}

/**
 * The county answered directly (Art. 18). A ticket that waits is answered; a dispatch whose units have at most signed is withdrawn, nobody to
 * blame; once a unit has done more, the handling goes on and the answer is kept on the file.
 */
export function noteAnswered(state: CaseState, { at }: NoteAnswered): HandlingDecision {
  if (state.status === 'none') return state.answeredAt === null ? accept({ type: 'AnswerNoted', at }) : refuse('already-answered');
  if (state.status === 'answered' || state.answeredAt !== undefined) return refuse('already-answered');
  switch (state.status) {
    case 'awaiting-dispatch':
      // in a later round only what was said since the round began answers it
      return state.round === 1 || at >= state.waitingSince ? accept({ type: 'AnswerNoted', at }) : accept({ type: 'AnswerCameLate', at });
    case 'upstream-return-asked':
    case 'returned-upstream':
      return accept({ type: 'AnswerNoted', at });
    case 'dispatched': {
      const { dispatch } = state;
      if (dispatch === null || dispatch.round > 1 || isHandled(dispatch)) return accept({ type: 'AnswerCameLate', at });
      const withdrawnAt = Math.max(at, dispatch.at);
      return accept<HandlingEvent>({ type: 'DispatchWithdrawn', dispatchNo: dispatch.dispatchNo, at: withdrawnAt }, { type: 'AnswerNoted', at });
    }
    case 'result-entered':
    case 'feedback-given':
    case 'closed':
      return accept({ type: 'AnswerCameLate', at });
  }
}

/** A unit took any step beyond signing: then its work is not undone by an answer of the county. */
function isHandled({ parts, contact, result, sentBack, instructions }: Dispatch): boolean {
  const worked = parts.some((part) => part.onSiteCheckAt !== null || part.opinion !== null || part.return !== null);
  return worked || contact.attempts > 0 || result !== null || sentBack.length > 0 || instructions !== undefined;
}

/** The newest change of category counts; of two at one moment the one that follows from what is known (Art. 13). */
export function changeCategory(state: CaseState, { category, previous, at }: ChangeCategory): HandlingDecision {
  return isSuperseded(state, { category, previous, at }) ? refuse('category-superseded') : accept({ type: 'CategoryChanged', category, previous, at });
}

function isSuperseded(state: CaseState, { category, previous, at }: CategoryChange): boolean {
  const known = state.status === 'none' ? state.category : categoryOf(state);
  return known !== undefined && (at < known.at || (at === known.at && (previous !== known.category || category === known.category)));
}

function categoryOf(state: Case): Pick<CategoryChange, 'category' | 'at'> {
  return { category: state.category, at: state.categoryChangedAt ?? state.acceptedAt };
}

/** Only what is at its end is disposed of (Art. 20). */
export function disposeCase(state: Case, { certificateNo, at }: DisposeCase): HandlingDecision {
  switch (state.status) {
    case 'closed':
    case 'answered':
    case 'returned-upstream':
      return accept({ type: 'CaseDisposed', certificateNo, at });
    case 'awaiting-dispatch':
    case 'dispatched':
    case 'result-entered':
    case 'feedback-given':
    case 'upstream-return-asked':
      return refuse('not-closed');
  }
}
