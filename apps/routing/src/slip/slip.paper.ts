import { chineseDate, type FormBox, type FormRow, type Paper } from '@hotline/documents';
import { clock, handling, policy } from '@hotline/domain';
import { CATEGORIES, type Deadline, DISPATCH_MODES, isoOf, localDateOf, RESULT_CODES, SUPERVISION_GROUNDS, type WorkingCalendar } from '@hotline/domain/shared';
import { momentText } from '@hotline/http';
import type { KnownNumbers } from './number.store.js';
import { penRoom, type PenRoom } from './slip.room.js';

export interface SlipFacts {
  readonly ticket: handling.Case;
  readonly dispatch: handling.Dispatch;
  /** Null while the registration is not known yet. */
  readonly known: KnownNumbers | null;
  readonly nameOf: (unit: string) => string;
  /** The unit whose slip it is; null for the county's copy. */
  readonly reader: string | null;
  readonly pack: policy.PolicyPack;
  readonly calendar: WorkingCalendar;
  /** By what the return windows that were told are led on. */
  readonly windows: handling.WindowRules;
}

/** The dispatch slip (交办单): codes, times and boxes for the pen. The petitioner's words and identity are not in it, since they never leave intake (Art. 10). */
export function slipPaper(facts: SlipFacts): Paper {
  const { ticket, dispatch, pack } = facts;
  const number = facts.known?.number ?? ticket.ticketId;
  const issuer = policy.issuerOf(pack);
  const told = [...matterRows(facts, number), ...deadlineRows(facts)];
  const room = penRoom(told);
  return {
    layout: 'form',
    issuer,
    number: `交办〔${localDateOf(dispatch.at).slice(0, 4)}〕${number}-${dispatch.dispatchNo}`,
    title: '热线工单交办单',
    date: localDateOf(dispatch.at),
    reference: `${number} 第${dispatch.dispatchNo}次派单`,
    blocks: [
      { kind: 'form', rows: [...told, ...handRows(dispatch, room), { boxes: [box('交办单位\n（盖章）', `${issuer}\n${chineseDate(localDateOf(dispatch.at))}`)], lines: room.issuer }] },
      { kind: 'note', text: `期限为所列日期当日结束前；按${pack.name}及已公布的工作日历计算，经批准延期或另有法定期限的，以时限系统显示为准；“暂定”指该年放假安排尚未公布。` },
    ],
  };
}

function matterRows(facts: SlipFacts, number: string): FormRow[] {
  const { ticket, dispatch, nameOf, reader } = facts;
  const addedAt = broughtIn(dispatch, reader)?.addedAt;
  const assisting = handling.assistingOf(dispatch).map(nameOf);
  const mode = `${DISPATCH_MODES[handling.modeNow(dispatch)]}${dispatch.supervised ? '（督办）' : ''}${dispatch.ruling ? '（指定办理，不得退回）' : ''}`;
  return [
    row(box('工单编号', number), box('派单序号', `第${dispatch.dispatchNo}次派单，第${dispatch.round}轮办理`)),
    row(box('诉求类别', CATEGORIES[ticket.category]), box('办理方式', mode)),
    row(box('主办单位', nameOf(dispatch.lead)), box('协办单位', assisting.join('、') || '无')),
    ...leftRows(dispatch, nameOf),
    row(box('收到时间', momentText(isoOf(ticket.receivedAt))), box('派单时间', momentText(isoOf(dispatch.at)))),
    ...transferRows(facts),
    ...(addedAt === undefined ? [] : [row(box('增派时间', `${momentText(isoOf(addedAt))}，签收、退回期限自此起算`))]),
    ...(dispatch.supervised ? [row(box('督办理由', `${SUPERVISION_GROUNDS[dispatch.supervised]}（第十五条第三项）`))] : []),
    row(box('诉求内容', '凭工单编号在受理系统查看，或见随附的《诉求内容附页》。')),
  ];
}

/** Who was released by an accepted return has no part in the dispatch any more (Art. 17(return)). */
function leftRows({ parts }: handling.Dispatch, nameOf: SlipFacts['nameOf']): FormRow[] {
  const left = parts.flatMap(({ unit, leftAt }) => (leftAt === null ? [] : [`${nameOf(unit)}（${momentText(isoOf(leftAt))}）`]));
  return left.length === 0 ? [] : [row(box('退回获准', `${left.join('、')}，不再承办`))];
}

function deadlineRows(facts: SlipFacts): FormRow[] {
  const { ticket, dispatch, pack, calendar, reader } = facts;
  const { limits } = pack;
  const within = (workingDays: number, since = dispatch.at): string => `${workingDays}个工作日，${dueText(calendar.deadline(since, workingDays))}`;
  const own = broughtIn(dispatch, reader);
  const window = [windowText(facts, dispatch.parts.find(({ unit }) => unit === reader) ?? PLAIN), ...(reader === null ? laterWindows(facts) : [])].join('\n');
  return [
    row(box('签收期限', `${within(limits.unitSign, own?.addedAt)}\n（第十四条、第十七条）`), box('联系群众', `${within(limits.firstContact)}\n（第十七条）`)),
    row(box('退回期限', `${window}\n（第十七条退回；需现场核查的${limits.returnWindowOnSite}个工作日）`), box('办结反馈', `${within(pack.categories[ticket.category].resolve)}\n（${RESOLVE_ARTICLES[ticket.category]}）`)),
    ...opinionRows(facts),
  ];
}

/** When opinions are due: to an assisting unit its own, to the lead, who waits for all, and to the county each of them. */
function opinionRows({ ticket, dispatch, pack, calendar, nameOf, reader }: SlipFacts): FormRow[] {
  const all = dispatch.parts.filter(({ role, leftAt }) => role === 'assisting' && leftAt === null);
  const shown = reader === null || reader === dispatch.lead ? all : all.filter(({ unit }) => unit === reader);
  const text = ({ addedAt = dispatch.at }: handling.UnitPart): string => {
    const due = clock.opinionDeadline({ dispatchedAt: dispatch.at, since: addedAt, resolve: pack.categories[ticket.category].resolve, reserve: pack.limits.assistBeforeResolve }, calendar);
    return `${due.workingDays}个工作日${due.bound ? '且不晚于办结反馈期限' : ''}，${dueText(due)}`;
  };
  const first = shown.find(({ addedAt }) => addedAt === undefined);
  const later = shown.flatMap((part) => (part.addedAt === undefined ? [] : [`${part.unit === reader ? '' : `增派${nameOf(part.unit)}：`}${text(part)}`]));
  const lines = [...(first ? [text(first)] : []), ...later];
  return lines.length === 0 ? [] : [row(box('协办意见', `${lines.join('\n')}（第十五条第二项）`))];
}

/** What a transfer is called by the prefecture, and until when the prefecture wants it done; the earlier of that and the unit's own time is said. */
function transferRows({ ticket, dispatch, known, pack, calendar }: SlipFacts): FormRow[] {
  if (!ticket.prefectureTransfer || known === null) return [];
  const { prefectureNumber, prefectureDueOn } = known;
  const earlier = prefectureDueOn !== null && prefectureDueOn < calendar.deadline(dispatch.at, pack.categories[ticket.category].resolve).dueOn;
  return [row(box('州级编号', prefectureNumber ?? '—'), box('州级要求办结日期', prefectureDueOn === null ? '未规定' : `${prefectureDueOn}${earlier ? '（早于办结反馈期限）' : ''}`))];
}

/** The part of a unit that was brought into the running dispatch, whose time counts from then (Art. 15(2)). */
function broughtIn({ parts }: handling.Dispatch, unit: string | null): handling.UnitPart | undefined {
  return parts.find((part) => part.unit === unit && part.addedAt !== undefined);
}

type Windowed = Parameters<typeof handling.unitReturnWindow>[1];
const PLAIN: Windowed = { onSiteCheckAt: null };

/** The window that holds for a unit; where a publication of the calendar moved what it was told, since when, and what that was. */
function windowText({ dispatch, pack, windows }: SlipFacts, part: Windowed): string {
  if (dispatch.ruling) return '指定办理，不得退回';
  const { returnWindow, returnWindowOnSite } = pack.limits;
  const window = handling.unitReturnWindow(dispatch, part, windows);
  const told = part.onSiteCheckAt === null ? handling.toldReturnDueAt(dispatch, part) : part.returnDueAt;
  const moved = window.moved && `（${window.moved.at === null ? '日历调整后' : `自${momentText(isoOf(window.moved.at))}起`}，原为${window.moved.toldOn}）`;
  return `${part.onSiteCheckAt === null ? returnWindow : returnWindowOnSite}个工作日，${told === undefined ? dueText(window) : window.dueOn}${moved ?? ''}`;
}

/** The county's copy names the window of each unit that was brought in later or checks on site. */
function laterWindows(facts: SlipFacts): string[] {
  const later = facts.dispatch.ruling ? [] : facts.dispatch.parts.filter(({ addedAt, onSiteCheckAt, leftAt }) => (addedAt !== undefined || onSiteCheckAt !== null) && leftAt === null);
  return later.map((part) => `${part.addedAt === undefined ? '' : '增派'}${facts.nameOf(part.unit)}：${windowText(facts, part)}`);
}

const RESOLVE_ARTICLES = { consultation: '第十七条第一项', suggestion: '第十七条第二项', help: '第十七条第二项', complaint: '第十七条第三项', report: '第十七条第三项' } as const;

function handRows({ result, approval }: handling.Dispatch, room: PenRoom): FormRow[] {
  const done = result ? `${RESULT_CODES[result.resultCode]}\n${result.text}` : '';
  const approved = approval ? `已审核，印章编号：${approval.sealNumber}${approval.authorisation === null ? '' : `（授权：${approval.authorisation}）`}\n${momentText(isoOf(approval.at))}` : '';
  return [
    { boxes: [box('领导阅批', '')], lines: room.leader },
    { boxes: [box('办理结果', done)], lines: room.result },
    { boxes: [box('负责人审核\n（盖章）', approved)], lines: 2 },
  ];
}

function dueText({ dueOn, provisional }: Deadline): string {
  return provisional ? `${dueOn}（暂定）` : dueOn;
}

function box(label: string, text: string): FormBox {
  return { label, text };
}

function row(...boxes: [FormBox] | [FormBox, FormBox]): FormRow {
  return { boxes };
}
