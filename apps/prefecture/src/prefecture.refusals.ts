import type { prefecture } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';

/** Refusals that only the course of a delivery meets; nobody is told of them over HTTP. */
type Unheard = 'message-not-due' | 'stale-attempt';
type Slug = prefecture.TransferRefusal | prefecture.ApplicationRefusal | Exclude<prefecture.DeliveryRefusal, Unheard> | 'no-such-message' | 'no-such-report' | 'no-peer-configured' | 'report-not-over';

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person, or the prefecture's platform, reads when the adapter refuses something. */
export const PREFECTURE_REFUSALS = refusalsOf({
  'transfer-contradicts': { status: 409, title: '同一编号内容不一致', detail: () => '该编号的转办件已经登记，内容与本次不同。已登记的内容不变，差异已列入对账报告。', advice: '如系更正，请另行转办；如系误推，请核对编号。' },
  'no-such-application': { status: 404, title: '没有这项申请', detail: () => '本县没有提出过该编号的申请，决定未予采用，已列入对账报告。', advice: '请核对 kind 和 reference。' },
  'application-withdrawn': { status: 409, title: '申请已失效', detail: () => '该申请已经撤回或失效，决定未予采用，已列入对账报告。', advice: '请以本县的撤回消息为准。' },
  'contradicting-decision': { status: 409, title: '与先前的决定不一致', detail: () => '该申请先前已收到相反的决定，以先收到的为准，差异已列入对账报告。', advice: '请核对州级平台的决定，必要时电话联系本县热线管理机构。' },
  'message-settled': { status: 409, title: '消息已了结', detail: () => `该消息已有回执、已失效或已人工了结。${nothingWritten}`, advice: '请刷新台账查看当前状态。' },
  'message-not-stuck': { status: 409, title: '无需重发', detail: () => `只有州级拒收或多次未送达的消息需要人工重发。${nothingWritten}`, advice: '待发送的消息会自动重发。' },
  'message-under-way': { status: 409, title: '消息正在发送', detail: () => `该消息正在发送，暂不能人工了结。${nothingWritten}`, advice: '请稍候一分钟再试。' },
  'no-such-message': { status: 404, title: '没有找到消息', detail: () => '台账中没有这条消息。', advice: '请在台账中核对编号。' },
  'no-such-report': { status: 404, title: '没有对账报告', detail: () => '这一天没有对账报告。', advice: '请在对账列表中核对日期，或补做该日对账。' },
  'no-peer-configured': { status: 409, title: '未接入州级平台', detail: () => `没有配置州级平台的地址，不能对账。${nothingWritten}`, advice: '请系统管理员设置 PREFECTURE_PEER_URL 和 PREFECTURE_PEER_KEY。' },
  'report-not-over': { status: 422, title: '日期未到', detail: () => `只能对已经过去的日期或当天对账。${nothingWritten}`, advice: '请更正 day。' },
} satisfies RefusalTable<Slug>);
