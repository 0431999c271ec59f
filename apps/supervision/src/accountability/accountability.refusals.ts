import type { accountability } from '@hotline/domain';
import { momentText, refusalsOf, type RefusalTable } from '@hotline/http';
import { SUPERVISION_REFUSALS } from '../supervision.refusals.js';

const { 'no-such-candidate': NO_SUCH, 'reason-missing': NO_REASON, 'text-missing': NO_TEXT, 'before-previous-step': TOO_EARLY, 'in-the-future': TOO_LATE } = SUPERVISION_REFUSALS;
const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when a step on a candidate or a case of accountability is refused. */
export const ACCOUNTABILITY_REFUSALS = refusalsOf({
  ...{ 'no-such-candidate': NO_SUCH, 'reason-missing': NO_REASON, 'text-missing': NO_TEXT, 'before-previous-step': TOO_EARLY, 'in-the-future': TOO_LATE },
  'candidate-judged-already': { status: 409, title: '线索已研判', detail: () => `该线索已经立案或已经不予立案。${nothingWritten}`, advice: '请在问责线索列表中查看。' },
  'candidate-withdrawn': { status: 409, title: '线索已消失', detail: () => `依据的事实已经更正，该线索不再成立。${nothingWritten}`, advice: '如仍需追究，请另行立案并说明事由。' },
  'already-opened': { status: 409, title: '已立案', detail: () => `该案已经立案。${nothingWritten}`, advice: '请在问责案件列表中查看。' },
  'no-such-case': { status: 404, title: '没有找到案件', detail: () => '该问责案件不存在，或您无权知道它是否存在。', advice: '请在问责案件列表中核对标识。' },
  'account-missing': { status: 422, title: '缺少事由', detail: () => `立案必须写明事由。${nothingWritten}`, advice: '请填写 account。' },
  'statement-given-already': { status: 409, title: '已申辩', detail: () => `贵单位已经提交陈述、申辩。${nothingWritten}`, advice: '如需补充，请与县督查部门联系。' },
  'not-heard-yet': { status: 409, title: '尚未听取申辩', detail: (values) => `单位尚未陈述、申辩，且申辩期限（至 ${momentText(values['until'])}）未满，不能作出决定。${nothingWritten}`, advice: '请在单位申辩后或期满后再决定。' },
  'statement-time-uncertain': { status: 409, title: '申辩期限未定', detail: () => `申辩期限跨入尚未公布工作日安排的年度，不能按期满论。${nothingWritten}`, advice: '请听取单位申辩，或待该年度工作日安排公布后再决定。' },
  'decided-already': { status: 409, title: '已作决定', detail: () => `该案已经作出决定。${nothingWritten}`, advice: '请查看决定内容。' },
  'decider-missing': { status: 422, title: '缺少决定人', detail: () => `必须写明作出决定的机关或负责人。${nothingWritten}`, advice: '请填写 decider。' },
  'not-decided': { status: 409, title: '尚未决定', detail: () => `作出决定之后才能办结。${nothingWritten}`, advice: '请先登记决定。' },
  'closed-already': { status: 409, title: '案件已办结', detail: () => `该案已经办结。${nothingWritten}`, advice: '请查看案件内容。' },
  'record-missing': { status: 422, title: '缺少记录', detail: () => `必须写明约谈记录或问责措施的落实情况。${nothingWritten}`, advice: '请填写 record。' },
} satisfies RefusalTable<accountability.CandidateRefusal | accountability.CaseRefusal>);
