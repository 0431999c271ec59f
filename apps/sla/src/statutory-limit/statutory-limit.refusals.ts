import { statutoryLimit as limits } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';
import { EXTENSION_REFUSALS } from '../extension/extension.refusals.js';

export const STATUTORY_LIMIT_REFUSAL_SLUGS = [...limits.STATUTORY_LIMIT_REFUSALS, 'no-such-ticket', 'no-such-statutory-limit'] as const;

const nothingWritten = '本次操作没有写入任何内容。';

export const STATUTORY_LIMIT_REFUSALS = refusalsOf({
  'no-such-ticket': EXTENSION_REFUSALS['no-such-ticket'],
  'before-previous-step': EXTENSION_REFUSALS['before-previous-step'],
  'in-the-future': EXTENSION_REFUSALS['in-the-future'],
  'reason-missing': EXTENSION_REFUSALS['reason-missing'],
  'resolve-clock-not-running': EXTENSION_REFUSALS['resolve-clock-not-running'],
  'no-such-statutory-limit': { status: 404, title: '没有找到法定时限', detail: () => '该法定时限记录不存在。', advice: '请在法定时限列表中核对标识。' },
  'amount-out-of-range': { status: 422, title: '时限数量无效', detail: (values) => `该单位的法定时限应为 1 到 ${values['most']} 之间的整数。${nothingWritten}`, advice: '请更正 amount，或改用其他单位。' },
  'approver-missing': { status: 422, title: '缺少批准人', detail: () => `适用法定时限须写明批准人。${nothingWritten}`, advice: '请填写 approver（职务、姓名）。' },
  'legal-basis-missing': { status: 422, title: '缺少法律依据', detail: (values) => `适用法定时限须写明法律、法规的名称和条款，不少于 ${values['least']} 个字。${nothingWritten}`, advice: '请填写 legalBasis，例如“《某某条例》第十条”。' },
  'statutory-limit-already-set': { status: 409, title: '已适用法定时限', detail: () => `该工单本次派单已经适用法定时限。${nothingWritten}`, advice: '需要更改的，请先撤销原法定时限。' },
  'statutory-limit-not-standing': { status: 409, title: '法定时限已撤销', detail: () => `该法定时限已经撤销。${nothingWritten}`, advice: '请重新读取该记录。' },
  'statutory-limit-only-for-complaint-and-report': { status: 422, title: '该类别不适用法定时限', detail: () => `只有投诉、举报类工单可以适用法定时限。${nothingWritten}`, advice: '请核对工单类别。' },
} satisfies RefusalTable<(typeof STATUTORY_LIMIT_REFUSAL_SLUGS)[number]>);
