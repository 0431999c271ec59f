import type { appraisal } from '@hotline/domain';
import { refusalsOf, type RefusalTable } from '@hotline/http';

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when the appraisal of a period refuses a command. */
refusalsOf({
  'no-such-period': { status: 404, title: '没有找到考核期间', detail: () => '该考核期间不存在，或尚未公示。', advice: '请在考核期间列表中核对标识，例如 2018-09@1。' },
  'not-a-period': { status: 422, title: '期间名称无效', detail: () => `期间应写作月 2018-09、季 2018-Q3 或年 2018。${nothingWritten}`, advice: '请更正 period。' },
  'period-exists': { status: 409, title: '考核期间已存在', detail: ({ version }) => `该期间已有进行中的考核${version === undefined ? '' : `（第 ${version} 版）`}。${nothingWritten}`, advice: '请在现有的考核中继续；已定的期间才能另开更正版本。' },
  'correction-reason-missing': { status: 422, title: '缺少更正理由', detail: ({ version }) => `该期间第 ${version} 版已定。另开更正版本必须说明理由。${nothingWritten}`, advice: '请填写 correction。' },
  'not-yet-previewed': { status: 409, title: '尚未公示', detail: () => `该期间还没有计算公示结果。${nothingWritten}`, advice: '请先计算并公示（preview）。' },
  'already-county-signed': { status: 409, title: '县级热线管理机构已签认', detail: () => `签认后的结果不能更改。${nothingWritten}`, advice: '确需更改的，请先由督查室退回，或由县级热线管理机构撤回。' },
  'period-frozen': { status: 409, title: '考核结果已定', detail: ({ version }) => `该期间第 ${version} 版已由两个机构签认，不再更改。${nothingWritten}`, advice: '如需更正，请另开更正版本并说明理由；原版本保留。' },
  'not-county-signed': { status: 409, title: '县级热线管理机构尚未签认', detail: () => `督查室在县级热线管理机构签认之后签认或退回。${nothingWritten}`, advice: '请待县级热线管理机构签认。' },
  'period-not-over': { status: 409, title: '期间尚未结束', detail: ({ to }) => `该期间到 ${to} 为止，结束后才能签认。${nothingWritten}`, advice: '请在期间结束后签认。' },
  'provisional-deadlines': { status: 409, title: '有暂定期限', detail: ({ provisional }) => `期间内有 ${provisional} 个办理期限因国家节假日安排尚未公布而是暂定的，无法判定是否按时。${nothingWritten}`, advice: '请先公布该年度的工作日历，再重新计算公示。' },
  'appeals-undecided': { status: 409, title: '有未决申诉', detail: ({ undecided }) => `还有 ${undecided} 件申诉没有作出决定。${nothingWritten}`, advice: '请先逐件作出决定。' },
  'manual-scores-missing': { status: 409, title: '评分不全', detail: ({ missing }) => `还有 ${missing} 项人工评分没有完成。${nothingWritten}`, advice: '请补齐各单位的人工评分及依据。' },
  'months-not-frozen': { status: 409, title: '月度考核未定', detail: ({ frozen, unfrozen }) => `季度和年度考核以已定的月度考核为基础：现有 ${frozen} 个月已定，${unfrozen} 个月未定。${nothingWritten}`, advice: '请先完成各月的考核。' },
  'derived-from-months': { status: 409, title: '得分由月度平均得出', detail: () => `季度和年度的人工评分项取各月得分的平均，不单独评分。${nothingWritten}`, advice: '请在月度考核中评分。' },
  'same-person-signs-both': { status: 403, title: '同一人不能代表两个机构签认', detail: () => `县级热线管理机构和督查室应由不同的人签认。${nothingWritten}`, advice: '请由督查室的其他人员签认。' },
  'unit-not-scored': { status: 422, title: '单位不在考核范围', detail: ({ unit }) => `本期间没有单位 ${unit} 的考核。${nothingWritten}`, advice: '请核对单位编码。' },
  'unknown-item': { status: 422, title: '没有这个考核项', detail: ({ item }) => `本期间的考核方案中没有编号为 ${item} 的考核项。${nothingWritten}`, advice: '请在考核方案中核对编号。' },
  'item-is-computed': { status: 422, title: '该项由系统计算', detail: ({ item }) => `“${item}”由办理记录计算得出，不能人工评分。${nothingWritten}`, advice: '如认为计算有误，请以申诉或不计入工单的方式更正。' },
  'points-out-of-range': { status: 422, title: '得分超出范围', detail: ({ item, most }) => `“${item}”的得分应在 0 到 ${most} 之间，最多两位小数。${nothingWritten}`, advice: '请更正 points。' },
  'evidence-missing': { status: 422, title: '缺少评分依据', detail: () => `人工评分必须写明依据。${nothingWritten}`, advice: '请填写 evidence。' },
  'grounds-missing': { status: 422, title: '缺少理由', detail: () => `必须说明理由。${nothingWritten}`, advice: '请填写 reason。' },
  'ticket-not-counted': { status: 422, title: '工单未计入该单位', detail: () => `该工单在本期间没有计入该单位的任何指标。${nothingWritten}`, advice: '请在指标明细中核对工单。' },
  'already-excluded': { status: 409, title: '工单已不计入', detail: () => `该工单已经不计入。${nothingWritten}`, advice: '请在期间详情中查看。' },
  'not-excluded': { status: 409, title: '工单本就计入', detail: () => `没有这样的不计入决定。${nothingWritten}`, advice: '请核对单位、工单和指标。' },
  'appeal-without-target': { status: 422, title: '缺少申诉对象', detail: () => `申诉应指明考核项或工单。${nothingWritten}`, advice: '请填写 item 或 ticketId。' },
  'appeal-pending': { status: 409, title: '已有未决申诉', detail: () => `贵单位对同一事项的申诉尚未决定。${nothingWritten}`, advice: '请等待决定。' },
  'no-such-appeal': { status: 404, title: '没有找到申诉', detail: () => '该申诉不存在。', advice: '请在申诉列表中核对标识。' },
  'appeal-decided': { status: 409, title: '申诉已决定', detail: () => `该申诉已经作出决定，不再更改。${nothingWritten}`, advice: '请在申诉列表中查看决定。' },
  'points-missing': { status: 422, title: '缺少新的得分', detail: () => `人工评分项的申诉成立时必须给出新的得分。${nothingWritten}`, advice: '请填写 points。' },
  'tickets-missing': { status: 422, title: '缺少不再计入的工单', detail: () => `计算项的申诉成立时必须指明哪些工单不再计入。${nothingWritten}`, advice: '请填写 ticketIds。' },
  'period-not-frozen': { status: 409, title: '考核结果未定', detail: () => '只有已由两个机构签认的考核才能重新计算比对。', advice: '请待两个机构签认之后再比对。' },
} satisfies RefusalTable<appraisal.PeriodRefusal | 'period-not-frozen'>);
