import { accept, refuse } from '../shared/index.js';
import type { ChangeCategory, DisposeCase, NoteAnswered, NoteDeclined, OpenCase } from './handling.commands.js';
import type { CaseOpened, CategoryChanged, HandlingEvent } from './handling.events.js';
import type { Case, CaseState, CategoryChange, Dispatch } from './handling.state.js';
import type { HandlingDecision } from './holding.js';
import { saidInThisRound } from './round.js';

/** Opens the case that an accepted ticket needs; an answer, a decline, a rework or a change of category that overtook the acceptance follows at once. */
export function openCase(state: CaseState, command: OpenCase): HandlingDecision {
  if (state.status !== 'none') return refuse('already-open');
  const { ticketId, category, petitionerKind, prefectureTransfer, receivedAt, acceptedAt } = command;
  const opened: CaseOpened = { type: 'CaseOpened', ticketId, category, petitionerKind, prefectureTransfer, receivedAt, acceptedAt };
  // an older change is in the acceptance already
  const changed: CategoryChanged[] = state.category && state.category.at >= acceptedAt ? [{ type: 'CategoryChanged', ...state.category }] : [];
  const answered: HandlingEvent[] = state.answeredAt === null ? [] : [{ type: 'AnswerNoted', at: state.answeredAt }];
  const reworked: HandlingEvent[] = state.rework === undefined ? [] : [{ type: 'ReworkAwaitsDispatch', ...state.rework }];
  const declined: HandlingEvent[] = state.declinedAt === undefined ? [] : [{ type: 'DeclineNoted', at: state.declinedAt }];
  return accept<HandlingEvent>(opened, ...changed, ...answered, ...declined, ...reworked);
}

/** How the county ended a ticket itself, and what that is called in the record. */
const ENDINGS = {
  NoteAnswered: { noted: 'AnswerNoted', late: 'AnswerCameLate', cause: {} },
  NoteDeclined: { noted: 'DeclineNoted', late: 'DeclineCameLate', cause: { cause: 'declined' } },
} as const;

/**
 * The county answered directly (Art. 18), or declined what it had accepted (Art. 12). A ticket that waits is at its end; a dispatch whose
 * units have at most signed is withdrawn, nobody to blame; once a unit has done more, the handling goes on and it is kept on the file.
 */
export function noteEnded(state: CaseState, { type, at }: NoteAnswered | NoteDeclined): HandlingDecision {
  const { noted, late, cause } = ENDINGS[type];
  if (state.answeredAt != null || state.status === 'answered') return refuse('already-answered');
  if (state.declinedAt !== undefined) return refuse('already-declined');
  switch (state.status) {
    case 'none':
    case 'upstream-return-asked':
    case 'returned-upstream':
      return accept({ type: noted, at });
    case 'awaiting-dispatch':
      return accept({ type: saidInThisRound(state, at) ? noted : late, at });
    case 'dispatched': {
      const { dispatch } = state;
      if (dispatch === null || !saidInThisRound(state, at) || isHandled(dispatch)) return accept({ type: late, at });
      return accept<HandlingEvent>({ type: 'DispatchWithdrawn', dispatchNo: dispatch.dispatchNo, ...cause, at: Math.max(at, dispatch.at) }, { type: noted, at });
    }
    case 'result-entered':
    case 'feedback-given':
    case 'closed':
    case 'declined':
      return accept({ type: late, at });
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
    case 'declined':
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
