import { extension as extensions } from '@hotline/domain';
import { CATEGORIES, type Category } from '@hotline/domain/shared';
import { momentText, refusalsOf, type RefusalTable } from '@hotline/http';

export const EXTENSION_REFUSAL_SLUGS = [...extensions.EXTENSION_REFUSALS, 'no-such-ticket', 'no-such-extension'] as const;

const nothingWritten = '本次操作没有写入任何内容。';

export const EXTENSION_REFUSALS = refusalsOf({
  'no-such-ticket': { status: 404, title: '没有找到工单', detail: () => '该工单不存在，或没有派给贵单位。', advice: '请核对工单标识；刚派出的工单请稍候再试。' },
  'no-such-extension': { status: 404, title: '没有找到延期申请', detail: () => '该延期申请不存在。', advice: '请在延期申请列表中核对标识。' },
  'already-asked': { status: 409, title: '已提出申请', detail: () => `该延期申请已经提出。${nothingWritten}`, advice: '请在延期申请列表中查看进展。' },
  'already-decided': { status: 409, title: '申请已有结论', detail: () => `该延期申请已经审核完毕，结论不能更改。${nothingWritten}`, advice: '请重新读取该申请。' },
  'already-forwarded': { status: 409, title: '已报州级审核', detail: () => `该延期申请已经报州级热线管理机构审核。${nothingWritten}`, advice: '请等待州级审核结论。' },
  'already-this-round': {
    status: 409,
    title: '本轮已申请过延期',
    detail: (values) => `每轮办理最多申请 ${values['allowed']} 次延期，第 ${values['round']} 轮已经申请过。${nothingWritten}`,
    advice: '请在现行截止日期前办结。',
  },
  'asked-after-deadline': { status: 409, title: '已过截止日期', detail: () => `延期须在截止日期之前提出，现已超过。${nothingWritten}`, advice: '请尽快办结并反馈。' },
  'before-previous-step': { status: 422, title: '时间早于上一步', detail: (values) => `该时间早于上一步操作的时间（${momentText(values['previous'])}）。${nothingWritten}`, advice: '请核对时间。' },
  'in-the-future': { status: 422, title: '时间在将来', detail: (values) => `该时间尚未到来（现在是 ${momentText(values['now'])}）。${nothingWritten}`, advice: '请核对时间。' },
  'not-asked': { status: 409, title: '尚未提出申请', detail: () => `没有提出过延期申请。${nothingWritten}`, advice: '请先由主办单位提出申请。' },
  'not-forwarded': { status: 409, title: '尚未报州级审核', detail: () => `该延期申请尚未由县级报州级审核。${nothingWritten}`, advice: '请等待县级热线管理机构审核上报。' },
  'not-this-units-ticket': { status: 403, title: '不是主办单位', detail: () => `只有主办单位可以申请延期。${nothingWritten}`, advice: '请由主办单位提出申请。' },
  'over-the-cap': {
    status: 422,
    title: '超过延期上限',
    detail: (values) => `该类别最多可延期 ${values['cap']} 个工作日，申请了 ${values['asked']} 个。${nothingWritten}`,
    advice: '请减少申请的工作日数。',
  },
  'over-the-cap-now': {
    status: 409,
    title: '超过现类别的延期上限',
    detail: (values) => `该工单现列为${CATEGORIES[values['category'] as Category]}类，本轮还可延期 ${values['cap']} 个工作日，该申请为 ${values['asked']} 个，不能同意或上报。${nothingWritten}`,
    advice: '请作不同意处理并说明理由；类别有误的，请先在受理系统更正类别。',
  },
  'prefecture-must-decide': { status: 409, title: '须由州级决定', detail: () => `该延期按工单现在的类别和来源须由州级热线管理机构决定。${nothingWritten}`, advice: '同意延期的，请报州级审核；已上报的，请等待州级结论。' },
  'prefecture-review-not-needed': { status: 409, title: '无须报州级', detail: () => `该延期按工单现在的类别和来源由县级直接决定，无须报州级审核。${nothingWritten}`, advice: '请直接同意或不同意。' },
  'reason-missing': { status: 422, title: '缺少理由', detail: () => `必须说明理由。${nothingWritten}`, advice: '请填写 reason。' },
  'resolve-clock-not-running': { status: 409, title: '没有正在计时的办理时限', detail: () => `该工单尚未派单，或本次派单已经反馈、退回或撤回，办理时限不再计时，本操作已不能进行。${nothingWritten}`, advice: '请核对工单状态；申请仍未审核的，可不予同意以了结。' },
  'statutory-limit-has-no-extension': { status: 409, title: '法定时限不得延期', detail: () => `该工单适用法定时限，以法定时限代替办理时限和延期上限，不能申请或同意延期。${nothingWritten}`, advice: '请在法定时限内办结；已提出的延期申请请作不同意处理。' },
  'working-days-not-positive': { status: 422, title: '工作日数无效', detail: () => `申请的工作日数应为不少于 1 的整数。${nothingWritten}`, advice: '请更正 workingDays。' },
} satisfies RefusalTable<(typeof EXTENSION_REFUSAL_SLUGS)[number]>);
