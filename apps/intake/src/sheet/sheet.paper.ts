import type { Block, Paper } from '@hotline/documents';
import { CATEGORIES, CHANNELS, instantOf, localDateOf, PETITIONER_KINDS } from '@hotline/domain/shared';
import { momentText } from '@hotline/http';
import type { SupplementView } from '../amendment/amendment.view.js';
import type { TicketDetail } from '../ticket/ticket.view.js';

/** The words of a ticket on paper (诉求内容附页), to go with its dispatch slip; who the petitioner is stays out of it (Art. 10). */
export function sheetPaper(ticket: Omit<TicketDetail, 'petitioner'>, issuer: string): Paper {
  const labels = [
    ['工单编号', ticket.number, '收到时间', momentText(ticket.receivedAt)],
    ['诉求类别', CATEGORIES[ticket.category], '来源渠道', CHANNELS[ticket.channel]],
    ...(ticket.channel === 'prefecture' ? ([['州级编号', ticket.prefectureNumber ?? '—', '州级要求办结日期', ticket.prefectureDueOn ?? '未规定']] as const) : []),
    ['诉求人类型', PETITIONER_KINDS[ticket.petitionerKind], '身份保密', ticket.confidential || ticket.category === 'report' ? '对承办单位保密' : '联系群众须经系统登记查看'],
  ] as const;
  return {
    layout: 'form',
    issuer,
    number: null,
    title: '诉求内容附页',
    date: localDateOf(instantOf(ticket.receivedAt)),
    reference: `${ticket.number} 附页`,
    blocks: [
      {
        kind: 'form',
        rows: [
          ...labels.map(([label, text, second, other]) => ({ boxes: [{ label, text }, { label: second, text: other }] as const })),
          { boxes: [{ label: '标题', text: ticket.title ?? '' }] },
          { boxes: [{ label: '地点', text: ticket.place ?? '' }] },
        ],
      },
      { kind: 'heading', text: '诉求内容' },
      { kind: 'paragraph', text: ticket.text ?? '' },
      ...supplementBlocks(ticket.supplements),
      { kind: 'note', text: '本页含群众诉求内容，仅供承办使用，不得复制、外传；诉求人身份不在本页（第十条）。' },
    ],
  };
}

/** What the petitioner said later of the same matter, each with when (Art. 2). */
function supplementBlocks(supplements: readonly SupplementView[]): readonly Block[] {
  if (supplements.length === 0) return [];
  return [{ kind: 'heading', text: '诉求人补充' }, ...supplements.map(({ text, receivedAt }) => ({ kind: 'paragraph', text: `${momentText(receivedAt)}：${text}` }) as const)];
}
