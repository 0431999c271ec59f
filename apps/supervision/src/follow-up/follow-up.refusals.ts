import type { followUp } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';
import { SUPERVISION_REFUSALS } from '../supervision.refusals.js';

const { 'reason-missing': NO_REASON, 'text-missing': NO_TEXT, 'before-previous-step': TOO_EARLY, 'in-the-future': TOO_LATE, 'already-planned': PLANNED } = SUPERVISION_REFUSALS;
const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when a step on a follow-up is refused. */
export const FOLLOW_UP_TEXTS = refusalsOf({
  ...{ 'reason-missing': NO_REASON, 'text-missing': NO_TEXT, 'before-previous-step': TOO_EARLY, 'in-the-future': TOO_LATE, 'already-planned': PLANNED },
  'no-such-follow-up': { status: 404, title: '没有找到督查', detail: () => '该下访、督查或暗访不存在。', advice: '请在列表中核对标识。' },
  'subjects-missing': { status: 422, title: '缺少工单', detail: () => `必须写明涉及的工单。${nothingWritten}`, advice: '请填写 ticketIds。' },
  'team-missing': { status: 422, title: '缺少参加人员', detail: () => `必须写明参加人员。${nothingWritten}`, advice: '请填写 team。' },
  'planned-in-the-past': { status: 422, title: '日期已过', detail: () => `安排日期不得早于今天。${nothingWritten}`, advice: '请更正 plannedOn。' },
  'before-the-planned-day': { status: 409, title: '尚未到安排日期', detail: (values) => `该次督查安排在 ${values['plannedOn']}，之前不能登记现场情况。${nothingWritten}`, advice: '如已提前进行，请取消后按实际日期重新安排。' },
  'ticket-not-in-plan': { status: 422, title: '工单不在本次督查之列', detail: () => `该工单不在本次督查之列。${nothingWritten}`, advice: '请核对工单，或另行安排。' },
  'ticket-not-of-unit': { status: 422, title: '工单不由该单位主办', detail: (values) => `工单 ${values['ticketId']} 没有派给单位 ${values['unit']} 主办。${nothingWritten}`, advice: '请核对工单和单位。' },
  'found-already': { status: 409, title: '已登记现场情况', detail: () => `该工单的现场情况已经登记，不能更改。${nothingWritten}`, advice: '如需再次了解情况，请另行安排。' },
  'follow-up-over': { status: 409, title: '督查已结束', detail: () => `该次督查已经完成或取消。${nothingWritten}`, advice: '请另行安排。' },
  'findings-on-record': { status: 409, title: '已有现场情况', detail: () => `已登记现场情况的督查不能取消。${nothingWritten}`, advice: '请登记其余工单的现场情况。' },
} satisfies RefusalTable<followUp.FollowUpRefusal | 'ticket-not-of-unit'>);
