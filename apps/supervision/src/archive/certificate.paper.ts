import type { Paper } from '@hotline/documents';
import { archive, policy } from '@hotline/domain';
import { isoOf, localDateOf } from '@hotline/domain/shared';
import { momentText } from '@hotline/http';
import { MATERIAL_KINDS, type MaterialView } from './archive.dto.js';

/** By what people call what was destroyed. */
export interface CertificateNames {
  readonly numberOf: ReadonlyMap<string, string>;
  readonly materials: readonly Pick<MaterialView, 'kind' | 'documentNo'>[];
}

/** The certificate of an approved disposal (销毁证明), Art. 20: what was destroyed on whose word, and nothing of what it said. */
export function certificatePaper(state: archive.Disposal, decision: archive.DisposalDecision, { numberOf, materials }: CertificateNames, pack: policy.PolicyPack): Paper {
  const issuer = policy.issuerOf(pack);
  const certificateNo = decision.certificateNo ?? '';
  const named = (ticketId: string): string => numberOf.get(ticketId) ?? ticketId;
  return {
    layout: 'document',
    issuer,
    number: certificateNo,
    title: '档案销毁证明',
    date: localDateOf(decision.at),
    reference: certificateNo,
    blocks: [
      { kind: 'paragraph', text: `依照${pack.name}第二十条，下列热线工单档案保管期限已满（办结之日起不少于${pack.archive.retentionYears}年），经批准予以销毁：诉求内容、诉求人身份密钥、办理文字材料均已销毁，仅保留编号、类别、单位和时间，供统计核对。` },
      {
        kind: 'form',
        rows: [
          { boxes: [{ label: '提出人', text: state.proposedByName ?? state.proposedBy }, { label: '提出时间', text: momentText(isoOf(state.proposedAt)) }] },
          { boxes: [{ label: '批准人', text: decision.byName ?? decision.by }, { label: '批准时间', text: momentText(isoOf(decision.at)) }] },
          { boxes: [{ label: '销毁件数', text: `${decision.disposed.length} 件` }, { label: '未销毁件数', text: `${decision.spared.length} 件` }] },
        ],
      },
      ...(decision.disposed.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `销毁的工单：${decision.disposed.map(named).join('、')}。` }]),
      ...(materials.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `另销毁保管期限已满的登记材料${materials.length}份：${materials.map(({ kind, documentNo }) => `${documentNo}（${MATERIAL_KINDS[kind]}）`).join('、')}。` }]),
      ...(decision.spared.length === 0 ? [] : [{ kind: 'paragraph' as const, text: `未销毁的工单：${decision.spared.map(({ ticketId, why }) => `${named(ticketId)}（${archive.SPARED[why]}）`).join('、')}。` }]),
      { kind: 'signature', closing: '特此证明。', body: issuer, date: null },
    ],
  };
}
