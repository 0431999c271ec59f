import type { RefusalTexts } from '@hotline/http';
import { momentText } from '@hotline/http';
import { nothing } from '../refused-without-trace.js';

/** What a person reads when a block is refused, or refuses them (Art. 24). */
export const BLOCK_TEXTS = {
  'petitioner-blocked': {
    status: 403,
    title: '暂不受理该诉求人的一般诉求',
    detail: ({ until }) => `按照热线运行管理规定并经州级热线管理机构批准，该诉求人在 ${momentText(until)} 前的一般诉求暂不登记，${nothing}`,
    advice: '请向诉求人礼貌说明，并告知期满后可以再次反映；如有危及人身、财产安全等紧急情况，请填写 emergency 和 emergencyKind 立即登记，不受此限制。',
  },
  'no-such-block': { status: 404, title: '没有找到限制记录', detail: () => '没有这条限制记录。', advice: '请核对标识后重试。' },
  'block-evidence-unknown': { status: 422, title: '依据的工单不存在', detail: () => `作为依据的工单中有不存在或已销毁的，${nothing}`, advice: '请核对 evidenceTicketIds。' },
  'block-evidence-anonymous': { status: 422, title: '依据的工单没有登记联系方式', detail: () => `作为依据的工单中有匿名的，无法确认属于同一诉求人，${nothing}`, advice: '请只填写登记了号码、地址或账号的工单。' },
  'block-evidence-of-several-petitioners': { status: 422, title: '依据的工单不属于同一诉求人', detail: () => `作为依据的工单没有共同的号码、地址或账号，${nothing}`, advice: '请只填写同一诉求人的工单，不同诉求人请分别申请。' },
  'block-in-force': { status: 409, title: '已有限制记录', detail: () => `该诉求人已有正在申请或正在执行的限制，${nothing}`, advice: '请在限制记录列表中查看，期满后如仍有必要可再次申请。' },
  'block-already-asked': { status: 409, title: '已经申请', detail: () => `该限制已经报州级审批，${nothing}`, advice: '请重新读取后再决定下一步。' },
  'block-not-asked': { status: 404, title: '尚未申请', detail: () => '该限制尚未申请。', advice: '请核对标识后重试。' },
  'block-evidence-missing': { status: 422, title: '缺少依据', detail: () => `申请限制必须有作为依据的工单，${nothing}`, advice: '请填写 evidenceTicketIds。' },
  'block-findings-missing': { status: 422, title: '缺少查实情况', detail: () => `申请限制必须写明查实的情况，${nothing}`, advice: '请填写 findings。' },
  'block-days-out-of-range': { status: 422, title: '限制天数不符合规定', detail: ({ max }) => `限制天数应为 1 至 ${max} 天，${nothing}`, advice: '请核对 days。' },
  'block-already-decided': { status: 409, title: '已经审批', detail: () => `州级已对该申请作出决定，${nothing}`, advice: '请重新读取后再决定下一步。' },
  'block-not-running': { status: 409, title: '限制不在执行中', detail: () => `该限制尚未开始或已经结束，${nothing}`, advice: '请重新读取后再决定下一步。' },
  'block-still-running': { status: 409, title: '限制尚未期满', detail: () => `该限制尚未期满，${nothing}`, advice: '如需提前解除，请登记复核结果。' },
  'block-reason-missing': { status: 422, title: '缺少复核理由', detail: () => `复核必须说明理由，${nothing}`, advice: '请填写 reason。' },
} satisfies RefusalTexts;
