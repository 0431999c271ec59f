import type { supervisionOrder, visit } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';

type Slug = visit.VisitRefusal | supervisionOrder.OrderRefusal | 'no-such-ticket' | 'not-closed' | 'already-closed';

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when supervision refuses a command. */
export const SUPERVISION_REFUSALS = refusalsOf({
  'no-such-ticket': { status: 404, title: '没有找到工单', detail: () => '该工单不存在，或尚未派单。', advice: '请核对工单标识；刚派出的工单请稍候再试。' },
  'not-closed': { status: 409, title: '工单尚未办结', detail: () => `回访在工单办结（纸质材料登记）之后进行。${nothingWritten}`, advice: '请在办结后再安排回访。' },
  'already-closed': { status: 409, title: '工单已办结', detail: () => `已办结的工单不能再下发督办单。${nothingWritten}`, advice: '如群众仍不满意，请通过回访责成重办。' },
  'already-planned': { status: 409, title: '已安排回访', detail: () => `该次办理已经安排了回访，不再重复安排。${nothingWritten}`, advice: '请在回访列表中查看。' },
  'no-such-visit': { status: 404, title: '没有找到回访', detail: () => '该回访不存在。', advice: '请在回访列表中核对标识。' },
  'already-recorded': { status: 409, title: '回访结果已登记', detail: () => `该回访的结果已经登记，不能更改。${nothingWritten}`, advice: '如需再次了解情况，请另行安排跟踪。' },
  'not-recorded': { status: 409, title: '尚无回访结果', detail: () => `登记回访结果之后才能责成重办。${nothingWritten}`, advice: '请先登记回访结果。' },
  'solved-missing': { status: 422, title: '缺少解决情况', detail: () => `联系上群众时必须登记问题是否解决。${nothingWritten}`, advice: '请填写 solved。' },
  'satisfaction-missing': { status: 422, title: '缺少满意度', detail: () => `联系上群众时必须登记满意度。${nothingWritten}`, advice: '请填写 satisfaction。' },
  'nobody-reached-nothing-said': { status: 422, title: '未联系上群众', detail: () => `未联系上群众时不能登记解决情况或满意度。${nothingWritten}`, advice: '请去掉 solved 和 satisfaction，或将 reached 改为 true。' },
  'not-dissatisfied': { status: 409, title: '群众未表示不满意', detail: () => `只有群众不满意或反映未解决时才能责成重办。${nothingWritten}`, advice: '请核对回访结果。' },
  'already-ordered': { status: 409, title: '已责成重办', detail: (values) => `该回访已责成第 ${values['round']} 轮办理。${nothingWritten}`, advice: '请在工单中查看新一轮办理情况。' },
  'reason-missing': { status: 422, title: '缺少理由', detail: () => `必须说明理由。${nothingWritten}`, advice: '请填写 reason。' },
  'already-issued': { status: 409, title: '已下发督办单', detail: (values) => `该次派单已有督办单 ${values['orderNo']}。${nothingWritten}`, advice: '请在原督办单上催办；每次派单只有一份督办单，解除后不再重新下发。' },
  'no-such-order': { status: 404, title: '没有找到督办单', detail: () => '该督办单不存在。', advice: '请在督办单列表中核对标识。' },
  'already-lifted': { status: 409, title: '督办已解除', detail: () => `该督办单已经解除。${nothingWritten}`, advice: '每次派单只有一份督办单；如群众仍不满意，请通过回访责成重办。' },
  'not-this-units-ticket': { status: 404, title: '没有找到督办单', detail: () => '贵单位没有这份督办单。', advice: '请在本单位的督办单列表中核对标识。' },
  'sequence-not-positive': { status: 422, title: '督办单编号无效', detail: () => `督办单编号应从 1 起。${nothingWritten}`, advice: '请联系系统管理员。' },
  'working-days-not-positive': { status: 422, title: '督办时限无效', detail: () => `督办时限应为不少于 1 的工作日数。${nothingWritten}`, advice: '请更正 workingDays，或不填（按办理时限）。' },
  'second-dissatisfaction-needs-a-second-round': { status: 422, title: '尚未二次办理', detail: (values) => `“二次不满意且办理不力”只适用于第二轮及以后的办理，现为第 ${values['round']} 轮。${nothingWritten}`, advice: '请选择其他督办情形。' },
  'finding-missing': { status: 422, title: '缺少认定情况', detail: () => `以“二次不满意且办理不力”督办，须先记录办理不力的认定情况。${nothingWritten}`, advice: '请填写 finding。' },
  'text-missing': { status: 422, title: '缺少内容', detail: () => `必须填写报告内容。${nothingWritten}`, advice: '请填写 text。' },
  'before-previous-step': { status: 422, title: '时间早于上一步', detail: () => `该时间早于上一步操作的时间。${nothingWritten}`, advice: '请核对时间。' },
  'in-the-future': { status: 422, title: '时间在将来', detail: () => `该时间尚未到来。${nothingWritten}`, advice: '请核对时间。' },
} satisfies RefusalTable<Slug>);
