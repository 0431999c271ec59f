import type { secondDissatisfaction, supervisionOrder, visit } from '@hotline/domain';
import { momentText, refusalsOf, type RefusalTable } from '@hotline/http';

type Slug =
  | visit.VisitRefusal
  | supervisionOrder.OrderRefusal
  | secondDissatisfaction.CandidateRefusal
  | ('no-such-ticket' | 'not-closed' | 'already-closed' | 'dispatch-ended' | 'petitioner-not-known-yet' | 'finding-about-another-unit' | 'unit-went-on' | 'period-not-over' | 'period-too-old');

const nothingWritten = '本次操作没有写入任何内容。';

/** What a person reads when supervision refuses a command. */
export const SUPERVISION_REFUSALS = refusalsOf({
  'no-such-ticket': { status: 404, title: '没有找到工单', detail: () => '该工单不存在，或尚未派单。', advice: '请核对工单标识；刚派出的工单请稍候再试。' },
  'not-closed': { status: 409, title: '工单尚未办结', detail: () => `回访在工单办结（纸质材料登记）之后进行。${nothingWritten}`, advice: '请在办结后再安排回访。' },
  'already-closed': { status: 409, title: '工单已办结', detail: () => `已办结的工单不能再下发督办单。${nothingWritten}`, advice: '如群众仍不满意，请通过回访责成重办。' },
  'dispatch-ended': { status: 409, title: '派单已终止', detail: () => `该次派单已退回或撤回，不能再督办原单位。${nothingWritten}`, advice: '请在重新派单后再下发督办单。' },
  'petitioner-not-known-yet': { status: 409, title: '诉求人类别尚未知悉', detail: () => `该工单的诉求人类别尚未传到督办服务，不能以此情形督办。${nothingWritten}`, advice: '请稍候再试。' },
  'ground-does-not-fit-petitioner': { status: 422, title: '督办情形与诉求人不符', detail: () => `企业诉求、两代表一委员诉求的督办情形只适用于相应的诉求人。${nothingWritten}`, advice: '请核对诉求人类别，或选择其他督办情形。' },
  'finding-about-another-unit': { status: 409, title: '认定的不是现承办单位', detail: (values) => `办理不力的认定针对单位 ${values['unit']}，现由其他单位承办。${nothingWritten}`, advice: '请选择其他督办情形。' },
  'issuer-missing': { status: 422, title: '缺少签发机关', detail: () => `督办单须写明签发机关。${nothingWritten}`, advice: '请填写 issuingBody。' },
  'reminded-already': { status: 409, title: '已自动催办', detail: () => `该时限已经自动催办过一次。${nothingWritten}`, advice: '如需再次催办，请人工催办。' },
  'report-accepted-already': { status: 409, title: '报告已认可', detail: () => `该督办单的报告已经认可，不需再报。${nothingWritten}`, advice: '请等待解除督办。' },
  'no-report-to-judge': { status: 409, title: '没有待审的报告', detail: () => `单位尚未报告，或报告已经审过。${nothingWritten}`, advice: '请在单位报告后再审。' },
  'no-such-candidate': { status: 404, title: '没有找到线索', detail: () => '该线索不存在。', advice: '请在列表中核对标识。' },
  'already-proposed': { status: 409, title: '已列入待认定', detail: () => `该次回访已列入待认定。${nothingWritten}`, advice: '请在列表中查看。' },
  'not-a-second-round': { status: 409, title: '尚未二次办理', detail: () => `只有第二轮及以后办理后仍不满意的，才列入待认定。${nothingWritten}`, advice: '请先责成重办。' },
  'already-judged': { status: 409, title: '已作认定', detail: () => `该线索已经认定或已经不予认定。${nothingWritten}`, advice: '请在列表中查看认定情况。' },
  'caller-missing': { status: 422, title: '缺少回访人', detail: () => `必须写明由谁回访。${nothingWritten}`, advice: '请填写 caller。' },
  'period-not-over': { status: 409, title: '该月尚未结束', detail: (values) => `月度抽样在当月结束（${momentText(values['until'])}）之后进行。${nothingWritten}`, advice: '请在次月抽样。' },
  'period-too-old': { status: 409, title: '已过抽样时间', detail: (values) => `办结已超过 ${values['days']} 日的不再抽取回访。${nothingWritten}`, advice: '如需了解情况，请逐件指定回访。' },
  'already-planned': { status: 409, title: '已安排回访', detail: () => `该次办理已经安排了回访，不再重复安排。${nothingWritten}`, advice: '请在回访列表中查看。' },
  'no-such-visit': { status: 404, title: '没有找到回访', detail: () => '该回访不存在，或没有安排给您。', advice: '请在回访列表中核对标识；应由您回访的，请督办员先安排给您。' },
  'already-recorded': { status: 409, title: '回访结果已登记', detail: () => `该回访的结果已经登记，不能更改。${nothingWritten}`, advice: '如系录入有误，请督办员更正；如需再次了解情况，请另行安排跟踪。' },
  'not-recorded': { status: 409, title: '尚无回访结果', detail: () => `登记回访结果之后才能更正或责成重办。${nothingWritten}`, advice: '请先登记回访结果。' },
  'solved-missing': { status: 422, title: '缺少解决情况', detail: () => `联系上群众时必须登记问题是否解决。${nothingWritten}`, advice: '请填写 solved。' },
  'satisfaction-missing': { status: 422, title: '缺少满意度', detail: () => `联系上群众时必须登记满意度。${nothingWritten}`, advice: '请填写 satisfaction。' },
  'nobody-reached-nothing-said': { status: 422, title: '未联系上群众', detail: () => `未联系上群众时不能登记解决情况或满意度。${nothingWritten}`, advice: '请去掉 solved 和 satisfaction，或将 reached 改为 true。' },
  'not-dissatisfied': { status: 409, title: '群众未表示不满意', detail: () => `只有群众不满意、反映未解决，或督查发现与反馈不符时，才能责成重办。${nothingWritten}`, advice: '请核对回访结果。' },
  'nothing-corrected': { status: 409, title: '没有更正内容', detail: () => `所填与已登记的结果相同。${nothingWritten}`, advice: '请核对回访结果。' },
  'outcome-appraised': { status: 409, title: '已计入考核', detail: () => `回访当日所在的考核期间已经双方签认，回访结果不能再更正。${nothingWritten}`, advice: '如确有错误，请由考核更正版处理。' },
  'finding-rests-on-outcome': { status: 409, title: '已据此认定', detail: () => `已根据该回访认定办理不力，回访结果不能再更正。${nothingWritten}`, advice: '请核对该项认定。' },
  'unit-went-on': { status: 409, title: '承办单位已在办理', detail: () => `县级答复之外，承办单位仍在办理或已办结该工单。${nothingWritten}`, advice: '请对承办单位的办理进行回访。' },
  'already-ordered': { status: 409, title: '已责成重办', detail: (values) => `该回访已责成第 ${values['round']} 轮办理。${nothingWritten}`, advice: '请在工单中查看新一轮办理情况。' },
  'reason-missing': { status: 422, title: '缺少理由', detail: () => `必须说明理由。${nothingWritten}`, advice: '请填写 reason。' },
  'note-missing': { status: 422, title: '缺少意见', detail: () => `不认可报告、退回重报的，必须写明意见。${nothingWritten}`, advice: '请填写 note。' },
  'already-issued': { status: 409, title: '已下发督办单', detail: (values) => `该次派单的督办单 ${values['orderNo']} 尚未解除。${nothingWritten}`, advice: '请在原督办单上催办；解除后可以重新下发。' },
  'no-such-order': { status: 404, title: '没有找到督办单', detail: () => '该督办单不存在。', advice: '请在督办单列表中核对标识。' },
  'already-lifted': { status: 409, title: '督办已解除', detail: () => `该督办单已经解除。${nothingWritten}`, advice: '如仍需督办，请重新下发督办单。' },
  'not-this-units-ticket': { status: 404, title: '没有找到督办单', detail: () => '贵单位没有这份督办单。', advice: '请在本单位的督办单列表中核对标识。' },
  'sequence-not-positive': { status: 422, title: '督办单编号无效', detail: () => `督办单编号应从 1 起。${nothingWritten}`, advice: '请联系系统管理员。' },
  'working-days-not-positive': { status: 422, title: '督办时限无效', detail: () => `督办时限应为不少于 1 的工作日数。${nothingWritten}`, advice: '请更正 workingDays，或不填（按办理时限）。' },
  'second-dissatisfaction-needs-a-second-round': { status: 422, title: '尚未二次办理', detail: (values) => `“二次不满意且办理不力”只适用于第二轮及以后的办理，现为第 ${values['round']} 轮。${nothingWritten}`, advice: '请选择其他督办情形。' },
  'finding-missing': { status: 422, title: '缺少认定情况', detail: () => `以“二次不满意且办理不力”督办，须先记录办理不力的认定情况。${nothingWritten}`, advice: '请先在二次不满意列表中记录认定情况（finding）。' },
  'text-missing': { status: 422, title: '缺少内容', detail: () => `必须填写报告内容。${nothingWritten}`, advice: '请填写 text。' },
  'before-previous-step': { status: 422, title: '时间早于上一步', detail: () => `该时间早于上一步操作的时间。${nothingWritten}`, advice: '请核对时间。' },
  'in-the-future': { status: 422, title: '时间在将来', detail: () => `该时间尚未到来。${nothingWritten}`, advice: '请核对时间。' },
} satisfies RefusalTable<Slug>);
