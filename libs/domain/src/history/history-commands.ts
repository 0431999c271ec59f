import type { HandlingCommand } from '../handling/index.js';
import type { ScopeCode } from '../shared/index.js';
import type { TicketCommand } from '../ticket/index.js';
import { visitIdOf, type VisitCommand } from '../visit/index.js';
import type { HistoryRecord, HistorySteps } from './history-row.js';

/** What an imported result says where the old system handed over no words, approver or seal. */
const IMPORTED_RESULT = '历史导入：原系统未随附办理结果文字';
const IMPORTED_APPROVER = '历史导入：按原系统的审核记录';
const IMPORTED_SEAL = '历史导入';

/** Registration and acceptance, both at the moment of receipt: that is when the old system took the matter in. */
export function historyTicketCommands(record: HistoryRecord, names: { readonly ticketId: string; readonly number: string }): readonly TicketCommand[] {
  const { channel, petitionerKind, category, subject, place, title, text, receivedAt, source, externalId } = record;
  const scopeCode: ScopeCode = category === 'consultation' ? 'policy-enquiry' : 'matter-to-solve';
  const prefectureNumber = channel === 'prefecture' ? externalId : null;
  return [
    {
      type: 'RegisterTicket',
      ...names,
      channel,
      petitionerKind,
      category,
      subject,
      townCode: townCodeOf(place),
      place,
      title,
      text,
      receivedAt,
      source,
      externalId,
      prefectureNumber,
      at: receivedAt,
    },
    { type: 'AcceptTicket', scopeCode, at: receivedAt },
  ];
}

/** The township, where the place begins with its administrative code of nine digits: `532328101 元马镇…`. */
function townCodeOf(place: string | null): string | null {
  return /^\d{9}(?=\D|$)/.exec(place ?? '')?.[0] ?? null;
}

/** The steps of a record without the petitioner's words. */
export function historyStepsOf(record: HistoryRecord, ticketId: string): HistorySteps {
  const { category, petitionerKind, unit, receivedAt, dispatchedAt, signedAt, contactedAt, feedbackAt, closedAt, satisfaction, solved, channel } = record;
  return {
    ticketId,
    category,
    petitionerKind,
    prefectureTransfer: channel === 'prefecture',
    unit,
    receivedAt,
    dispatchedAt,
    signedAt,
    contactedAt,
    feedbackAt,
    closedAt,
    satisfaction,
    solved,
  };
}

/** What routing replays, in order. A unit that contacted or answered without signing has signed by that. */
export function historyHandlingCommands(steps: HistorySteps): readonly HandlingCommand[] {
  const { ticketId, category, petitionerKind, prefectureTransfer, unit, receivedAt, dispatchedAt, signedAt, contactedAt, feedbackAt, closedAt } = steps;
  const commands: HandlingCommand[] = [{ type: 'OpenCase', ticketId, category, petitionerKind, prefectureTransfer, receivedAt, acceptedAt: receivedAt }];
  if (unit === null || dispatchedAt === null) return commands;
  commands.push({ type: 'Dispatch', mode: 'transfer', lead: unit, assisting: [], at: dispatchedAt });
  if (signedAt !== null) commands.push({ type: 'Sign', unit, at: signedAt });
  if (contactedAt !== null) commands.push({ type: 'RecordContact', unit, way: 'phone', reached: true, at: contactedAt });
  if (feedbackAt === null) return commands;
  commands.push(
    { type: 'EnterResult', unit, resultCode: 'resolved', text: IMPORTED_RESULT, at: feedbackAt },
    { type: 'Approve', unit, approver: IMPORTED_APPROVER, sealNumber: IMPORTED_SEAL, at: feedbackAt },
  );
  if (closedAt !== null) commands.push({ type: 'RegisterPaper', at: closedAt });
  return commands;
}

/** What supervision replays: the one visit of the first dispatch, dated with the closing since the file names no moment of its own. */
export function historyVisitCommands(steps: HistorySteps): readonly VisitCommand[] {
  const { ticketId, unit, closedAt, satisfaction, solved } = steps;
  if (unit === null || closedAt === null || satisfaction === null || solved === null) return [];
  return [
    { type: 'PlanVisit', visitId: visitIdOf(ticketId, 1), ticketId, dispatchNo: 1, round: 1, unit, basis: 'imported', at: closedAt },
    { type: 'RecordVisit', reached: true, solved, satisfaction, at: closedAt },
  ];
}
