import type { block, ticket } from '@hotline/domain';
import { momentText, refusalsOf, type RefusalTable } from '@hotline/http';
import { ATTACHMENT_REFUSALS, ATTACHMENT_TEXTS } from './attachment/attachment.refusals.js';
import { BLOCK_TEXTS } from './block/block.refusals.js';
import { nothing } from './refused-without-trace.js';

/** Refusals of intake's shell, beside those of the domain. */
export const INTAKE_OWN_REFUSALS = [
  'no-such-ticket',
  'external-id-already-registered',
  'prefecture-number-already-registered',
  'channel-not-for-the-prefecture',
  'identity-protected',
  'identity-for-the-handling-unit',
  'identity-not-recorded',
  'no-such-release',
  'ticket-disposed',
  'petitioner-blocked',
  'no-such-block',
  'block-evidence-unknown',
  'block-evidence-anonymous',
  'block-evidence-of-several-petitioners',
  'block-in-force',
  ...ATTACHMENT_REFUSALS,
] as const;
type Slug = ticket.TicketRefusal | block.BlockRefusal | (typeof INTAKE_OWN_REFUSALS)[number];

const reread = '请重新读取工单，确认后再决定下一步。';

/** What a person reads when intake refuses a command. Values are moments, limits and numbers of tickets, never the petitioner's words. */
export const INTAKE_REFUSALS = refusalsOf({
  ...ATTACHMENT_TEXTS,
  ...BLOCK_TEXTS,
  'no-such-ticket': { status: 404, title: '没有找到工单', detail: () => '该工单不存在，或您无权知道它是否存在。', advice: '请核对工单标识后重试。' },
  'external-id-already-registered': {
    status: 409,
    title: '来源编号已登记',
    detail: ({ number, ticketId }) => `同一来源系统的这个编号已登记为工单 ${number}（${ticketId}），${nothing}`,
    advice: '请在该工单上继续办理；如确是另一件诉求，请使用另一个来源编号。',
  },
  'prefecture-number-already-registered': {
    status: 409,
    title: '州级工单编号已登记',
    detail: ({ number, ticketId }) => `这个州级工单编号已登记为工单 ${number}（${ticketId}），${nothing}`,
    advice: '请在该工单上继续办理；如州级平台重新交办，请使用其新的编号。',
  },
  'channel-not-for-the-prefecture': { status: 403, title: '渠道不符', detail: () => `州级热线管理机构的账号只能登记州级平台转办的诉求，${nothing}`, advice: '请将 channel 填为 prefecture，或由县级话务员登记。' },
  'identity-protected': {
    status: 403,
    title: '诉求人身份受保护',
    detail: () => '举报类诉求，以及诉求人要求保密的诉求，未经诉求人同意或县级书面批准，不向承办单位提供诉求人身份；本次查看请求已记入审计。',
    advice: '如办理确有需要，请通过县政府热线管理机构与诉求人联系，或请其征得诉求人同意、作出书面批准。',
  },
  'identity-for-the-handling-unit': {
    status: 403,
    title: '仅供主办单位联系诉求人',
    detail: () => '诉求人身份仅供主办单位在办理期间联系诉求人使用；协办单位不能查看，工单办结后也不再提供。本次查看请求已记入审计。',
    advice: '如确需联系诉求人，请通过主办单位或县政府热线管理机构。',
  },
  'identity-not-recorded': { status: 404, title: '没有诉求人身份信息', detail: () => '该诉求是匿名提出的，没有登记诉求人身份信息。', advice: '请根据诉求内容办理。' },
  'no-such-release': { status: 404, title: '没有找到同意或批准记录', detail: () => '该工单没有这条有效的同意或批准记录。', advice: '请在记录列表中核对标识；已撤回的不能再次撤回。' },
  'ticket-disposed': {
    status: 410,
    title: '工单已销毁',
    detail: ({ number }) => `工单 ${number} 的档案保管期满，已按规定销毁，其内容、附件和诉求人身份已不存在，${nothing}`,
    advice: '工单的编号、类别、时间等仍可查询；如需证明，请凭销毁证书编号查询销毁记录。',
  },
  'particular-of-another-channel': { status: 422, title: '信息与渠道不符', detail: () => `所填信息不属于该渠道（详见 errors），${nothing}`, advice: '请核对 channel，或去掉不属于该渠道的信息。' },
  'due-before-receipt': { status: 422, title: '办结日期早于收到日期', detail: () => `州级要求办结的日期早于收到诉求的日期，${nothing}`, advice: '请核对 prefectureDueOn 和 receivedAt。' },
  'emergency-kind-missing': { status: 422, title: '缺少紧急类别', detail: () => `作为紧急事项登记时必须说明类别，${nothing}`, advice: '请填写 emergencyKind：sudden（突发类）、urgent（紧急类）或 sensitive（敏感类）。' },
  'same-category': { status: 409, title: '类别没有变化', detail: () => `该工单已经属于这一类别，${nothing}`, advice: reread },
  'change-reason-missing': { status: 422, title: '缺少变更理由', detail: () => `变更类别必须说明理由，${nothing}`, advice: '请填写 reason。' },
  'already-settled': { status: 409, title: '工单已办结或已退回州级', detail: () => `该工单已经办结或已退回州级，不再作此更改，${nothing}`, advice: '请重新读取工单；群众仍不满意的，请通过回访和重办处理。' },
  'already-registered': { status: 409, title: '工单已登记', detail: () => `该工单已经登记，${nothing}`, advice: reread },
  'not-registered': { status: 404, title: '工单尚未登记', detail: () => '该工单尚未登记。', advice: '请核对工单标识后重试。' },
  'received-after-registration': { status: 422, title: '收到时间晚于登记时间', detail: ({ registeredAt }) => `收到时间晚于登记时间 ${momentText(registeredAt)}，${nothing}`, advice: '请核对 receivedAt；不填则为现在。' },
  'title-missing': { status: 422, title: '缺少标题', detail: () => `诉求必须有标题，${nothing}`, advice: '请填写 title。' },
  'title-too-long': { status: 422, title: '标题过长', detail: ({ limit, length }) => `标题最多 ${limit} 个字符，现有 ${length} 个，${nothing}`, advice: '请缩短标题，把详情写入正文。' },
  'text-missing': { status: 422, title: '缺少正文', detail: () => `诉求必须有正文，${nothing}`, advice: '请填写 text。' },
  'text-too-long': { status: 422, title: '正文过长', detail: ({ limit, length }) => `正文最多 ${limit} 个字符，现有 ${length} 个，${nothing}`, advice: '请缩短正文。' },
  'prefecture-number-missing': { status: 422, title: '缺少州级工单编号', detail: () => `州级平台转办的诉求必须填写州级工单编号，${nothing}`, advice: '请填写 prefectureNumber。' },
  'prefecture-number-without-transfer': { status: 422, title: '不应有州级工单编号', detail: () => `只有州级平台转办的诉求才有州级工单编号，${nothing}`, advice: '请去掉 prefectureNumber，或将 channel 改为 prefecture。' },
  'external-id-without-source': { status: 422, title: '缺少来源系统', detail: () => `填写来源编号时必须说明来源系统，${nothing}`, advice: '请填写 source。' },
  'already-accepted': { status: 409, title: '工单已受理', detail: () => `该工单已经受理，${nothing}`, advice: reread },
  'already-declined': { status: 409, title: '工单已决定不予受理', detail: () => `该工单已经决定不予受理，${nothing}`, advice: reread },
  'already-answered': { status: 409, title: '工单已直接答复', detail: () => `该工单已经直接答复并办结，${nothing}`, advice: reread },
  'already-dispatched': { status: 409, title: '工单已派单', detail: ({ dispatchedAt }) => `该工单正由承办单位办理（${dispatchedAt === undefined ? '已派单' : `首次派单于 ${momentText(dispatchedAt)}`}），不能直接答复或不予受理，${nothing}`, advice: '请等待承办单位反馈；确需由县级直接处理的，请先由派单员撤回派单，或同意承办单位的退回申请，然后再答复或不予受理。' },
  'handled-before': { status: 409, title: '工单已由承办单位办理过', detail: () => `承办单位已办结过该工单，不能再决定不予受理，${nothing}`, advice: '请派单重办，或由县级直接答复并说明理由。' },
  'prefecture-transfer-cannot-be-declined': {
    status: 409,
    title: '州级转办件不得拒绝受理',
    detail: () => `州级平台转办的诉求不得决定不予受理，${nothing}`,
    advice: '如不属于本县职责，请受理后由县级向州级申请退回。',
  },
  'turn-to-missing': { status: 422, title: '未告知其他反映渠道', detail: () => `不予受理时必须告知诉求人可以向哪里反映，${nothing}`, advice: '请填写 turnTo。' },
  'answer-missing': { status: 422, title: '缺少答复内容', detail: () => `直接答复必须有答复内容，${nothing}`, advice: '请填写 answer。' },
  'scope-code-missing': {
    status: 422,
    title: '尚未受理，缺少受理范围',
    detail: ({ number }) => `工单${number === undefined ? '' : ` ${number} `}尚未受理；直接答复须同时予以受理，并说明属于哪一类受理范围，${nothing}`,
    advice: '请填写 scopeCode（第十一条），或先受理再答复。',
  },
  'recipients-missing': { status: 422, title: '缺少报告对象', detail: () => `紧急报告必须写明报告对象，${nothing}`, advice: '请填写 recipients。' },
  'already-escalated': { status: 409, title: '已经报告', detail: () => `同类紧急报告已经登记，正在等待确认，${nothing}`, advice: '请先登记对方的确认；如情况有新变化，请在确认后再次报告。' },
  'no-such-escalation': { status: 404, title: '没有找到紧急报告', detail: () => `该工单没有这次紧急报告，${nothing}`, advice: '请在工单详情中核对 escalationId。' },
  'already-acknowledged': { status: 409, title: '已经确认', detail: ({ acknowledgedAt }) => `这次紧急报告已于 ${momentText(acknowledgedAt)} 确认，${nothing}`, advice: reread },
  'before-previous-step': { status: 422, title: '时间早于上一步', detail: ({ previous }) => `该时间早于上一步的时间（${momentText(previous)}），${nothing}`, advice: '请核对时间。' },
  'in-the-future': { status: 422, title: '时间在将来', detail: ({ now }) => `该时间尚未到来（现在是 ${momentText(now)}），${nothing}`, advice: '请核对时间。' },
} satisfies RefusalTable<Slug>);
