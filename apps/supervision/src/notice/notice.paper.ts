import type { FormRow, Paper } from '@hotline/documents';
import { policy, type supervisionOrder } from '@hotline/domain';
import { isoOf, localDateOf, SUPERVISION_GROUNDS, type LocalDate } from '@hotline/domain/shared';
import { momentText } from '@hotline/http';

export interface NoticeFacts {
  readonly order: supervisionOrder.SupervisionOrder;
  readonly unitName: string;
  /** Null while the registration is not known yet. */
  readonly ticketNumber: string | null;
  readonly pack: policy.PolicyPack;
  /** Local date of Asia/Shanghai; null while the clock of the order is not known. */
  readonly dueOn: LocalDate | null;
  /** Last of the working days that were ordered; null when none were. Where it is later than `dueOn`, the ticket's own limit binds (Art. 15(3)). */
  readonly orderedOn: LocalDate | null;
}

/** The supervision notice (督办单) of an order, Art. 15(3); nothing in it is from a petitioner (Art. 10). */
export function noticePaper({ order, unitName, ticketNumber, pack, dueOn, orderedOn }: NoticeFacts): Paper {
  const number = ticketNumber ?? order.ticketId;
  const issuer = policy.issuerOf(pack);
  return {
    layout: 'document',
    issuer,
    number: order.orderNo,
    title: '督办通知单',
    date: localDateOf(order.issuedAt),
    reference: order.orderNo,
    blocks: [
      { kind: 'paragraph', text: `${unitName}：`, flush: true },
      { kind: 'paragraph', text: `你单位承办的热线工单${number}（第${order.dispatchNo}次派单），属“${SUPERVISION_GROUNDS[order.ground]}”情形，依照${pack.name}第十五条第三项，现予督办。` },
      { kind: 'form', rows: rowsOf(order, number, unitName, limitText(order, dueOn, orderedOn)) },
      { kind: 'note', text: '诉求内容凭工单编号在受理系统查看。请将办理进展在系统中报告，办结后将盖章的纸质材料报县政府热线管理机构存档备查。' },
      { kind: 'signature', closing: '特此督办。', body: issuer, date: null },
    ],
  };
}

function rowsOf(order: supervisionOrder.SupervisionOrder, number: string, unitName: string, limit: string): FormRow[] {
  const lifted = order.lifted ? `${momentText(isoOf(order.lifted.at))} ${order.lifted.reason}` : '';
  return [
    { boxes: [{ label: '督办单号', text: order.orderNo }, { label: '工单编号', text: number }] },
    { boxes: [{ label: '被督办单位', text: unitName }, { label: '下达时间', text: momentText(isoOf(order.issuedAt)) }] },
    { boxes: [{ label: '督办理由', text: `${SUPERVISION_GROUNDS[order.ground]}（第十五条第三项）` }, { label: '督办期限', text: limit }] },
    ...(order.finding === null ? [] : [{ boxes: [{ label: '办理不力的认定', text: order.finding.text }] as const }]),
    { boxes: [{ label: '督办要求', text: order.requirement ?? '请主要负责人阅批，在期限内办结并反馈。' }], lines: 2 },
    { boxes: [{ label: '领导阅批', text: '' }], lines: 3 },
    { boxes: [{ label: '办理情况报告', text: order.reports.map(({ text, at }) => `${momentText(isoOf(at))} ${text}`).join('\n') }], lines: 3 },
    { boxes: [{ label: '解除记录', text: lifted }], lines: 1 },
  ];
}

/** `自下达次日起3个工作日内，2018年9月13日（含当日）前`; of an order that would outlast the ticket's own limit, that limit. */
function limitText({ workingDays }: supervisionOrder.SupervisionOrder, dueOn: LocalDate | null, orderedOn: LocalDate | null): string {
  const ordered = workingDays === null ? '按工单办理期限' : `自下达次日起${workingDays}个工作日内`;
  if (dueOn === null) return `${ordered}（以时限系统显示为准）`;
  const capped = orderedOn !== null && dueOn < orderedOn;
  return `${capped ? '不晚于工单办理期限' : ordered}，${dayText(dueOn)}前`;
}

/** `2018年10月9日（含当日）` */
function dayText(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日（含当日）`;
}
