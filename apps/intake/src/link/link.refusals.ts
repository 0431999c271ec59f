import type { link } from '@hotline/domain';
import { momentText, refusalsOf, type RefusalTable } from '@hotline/http';

/** Refusals of the shell, beside those of the domain. */
export const LINK_OWN_REFUSALS = ['primary-unknown', 'answer-the-primary', 'nothing-linked', 'nothing-to-answer', 'matter-still-open', 'already-told'] as const;
type Slug = link.LinkRefusal | (typeof LINK_OWN_REFUSALS)[number];

const nothing = '本次操作没有写入任何内容。';

/** What a person reads when a step with linked tickets is refused. */
export const LINK_REFUSALS = refusalsOf({
  'primary-unknown': { status: 422, title: '没有找到主工单', detail: () => `要关联的主工单不存在，${nothing}`, advice: '请核对 primaryTicketId。' },
  'linked-to-itself': { status: 422, title: '不能关联到自身', detail: () => `该关联会使工单指向自身，${nothing}`, advice: '请核对主工单；如主次颠倒，请先解除原关联。' },
  'already-linked': { status: 409, title: '工单已关联', detail: () => `该工单已经关联到一件主工单，${nothing}`, advice: '如需改为关联其他工单，请先解除原关联。' },
  'not-linked': { status: 409, title: '工单未关联', detail: () => `该工单没有关联到其他工单，${nothing}`, advice: '请在工单详情中核对关联情况。' },
  'unlink-reason-missing': { status: 422, title: '缺少理由', detail: () => `解除关联必须写明理由，${nothing}`, advice: '请填写 reason。' },
  'answer-the-primary': { status: 409, title: '请在主工单上统一答复', detail: ({ number }) => `该工单已关联到主工单 ${number ?? ''}，统一答复应在主工单上作出，${nothing}`, advice: '请打开主工单后再答复。' },
  'nothing-linked': { status: 409, title: '没有关联的工单', detail: () => `没有其他工单关联到该工单，${nothing}`, advice: '请先关联相同诉求；只答复一件的，请使用直接答复。' },
  'nothing-to-answer': { status: 409, title: '没有可以统一答复的工单', detail: () => `该组工单中没有尚未派单、尚未答复的建议类或求助类诉求，${nothing}`, advice: '请在工单详情中核对各工单的类别和状态。' },
  'matter-still-open': { status: 409, title: '事项尚未办结', detail: () => `该工单及其主工单都还没有答复、办结或终结，不能登记为已告知，${nothing}`, advice: '请在主工单答复或办结后再告知诉求人。' },
  'already-told': { status: 409, title: '已经告知', detail: ({ toldAt }) => `已于 ${momentText(toldAt)} 告知该诉求人，${nothing}`, advice: '无须再次登记。' },
} satisfies RefusalTable<Slug>);
