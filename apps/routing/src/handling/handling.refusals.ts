import type { handling } from '@hotline/domain';
import { momentText, refusalsOf, type RefusalTable, type RefusalText, type RefusalValues } from '@hotline/http';

const REREAD = '请重新读取工单的最新状态后再决定下一步。';
const MEND = '请修改后重新提交。';

const unitOf = (values: RefusalValues): string => (values['unit'] === undefined ? '该单位' : `单位 ${values['unit']} `);

/** A step that the ticket's present state does not allow. */
const wrongState = (title: string, detail: RefusalText['detail'] | string, advice = REREAD): RefusalText => text(409, title, detail, advice);
/** A step whose content does not satisfy the rules. */
const unfit = (title: string, detail: RefusalText['detail'] | string, advice = MEND): RefusalText => text(422, title, detail, advice);

function text(status: RefusalText['status'], title: string, detail: RefusalText['detail'] | string, advice: string): RefusalText {
  return { status, title, detail: typeof detail === 'string' ? () => detail : detail, advice };
}

/** What a person reads when a step of the handling is refused (Art. 9, 14–18). */
export const HANDLING_REFUSAL_TEXTS: RefusalTable<handling.HandlingRefusal> = refusalsOf({
  'no-such-case': text(404, '没有找到该工单', '工单不存在、尚未受理，或不由您的单位承办。', '请核对工单编号。'),
  'already-open': wrongState('工单已在派单环节', '该工单已经进入派单环节，不必重复打开。'),
  'already-answered': wrongState('工单已直接答复', '县热线管理机构已直接答复该工单，不再派单。'),
  'already-declined': wrongState('工单已不予受理', '县热线管理机构已决定不予受理该工单，不再派单。'),
  'already-dispatched': wrongState('工单已派出', (v) => `该工单已派给 ${v['lead'] ?? '承办单位'}（第 ${v['dispatchNo'] ?? '—'} 次派单），正在办理。`, '如需改派，请先撤回本次派单（recall）并说明理由，或同意承办单位的退回申请，然后重新派单。'),
  'already-closed': wrongState('工单已办结', '该工单本轮已经办结归档。'),
  'already-returned-upstream': wrongState('工单已退回州级', '该工单已经由州级热线管理机构收回。'),
  'not-dispatched': wrongState('工单尚未派出', '该工单目前没有在办的派单。', '请重新读取工单；如在等待派单，可直接派单，不必撤回。'),
  'not-closed': wrongState('工单尚未办结', '只有办结后的工单才能重办。'),
  'not-this-units-ticket': text(403, '不是本单位承办的工单', '该工单目前不由您的单位承办。', '请核对工单编号；如已退回，请等待县热线管理机构处理。'),
  'only-the-lead-unit': text(403, '只有主办单位可以操作', '您的单位在该工单中是协办单位，此步骤由主办单位完成。', '请提交协办意见，由主办单位答复。'),
  'only-an-assisting-unit': text(403, '只有协办单位可以操作', '您的单位在该工单中是主办单位，协办意见由协办单位提交。', '请直接录入办理结果。'),
  'transfer-has-no-assisting-unit': unfit('转办不设协办单位', '转办只派给一个单位，不能另列协办单位。', '请去掉协办单位，或改为联办。'),
  'joint-needs-an-assisting-unit': unfit('联办缺少协办单位', '联办须有一个主办单位和至少一个协办单位。', '请补充协办单位，或改为转办。'),
  'lead-among-assisting': unfit('主办单位重复列为协办', (v) => `${unitOf(v)}已是主办单位，不能同时列为协办单位。`),
  'assisting-unit-twice': unfit('协办单位重复', (v) => `${unitOf(v)}在协办单位中出现了两次。`),
  'unknown-unit': unfit('单位不在名录中', (v) => `${unitOf(v)}不在承办单位名录中。`, '请核对单位代码，或请系统管理员先登记该单位。'),
  'unit-inactive': unfit('单位已停用', (v) => `${unitOf(v)}已停用，不能再接收工单。`, '请派给承接其职责的单位。'),
  'unit-without-liaison': unfit('单位没有联络员', (v) => `${unitOf(v)}没有在岗的联络员，不能接收工单。`, '请通知该单位先报送联络员，由系统管理员登记后再派单。'),
  'ground-does-not-fit-petitioner': unfit('督办理由与诉求人不符', '所选督办理由与诉求人类型不一致。', '请按诉求人类型选择督办理由。'),
  'second-dissatisfaction-is-ordered-in-supervision': unfit(
    '“二次不满意”不随派单督办',
    '以“二次不满意”督办，须先有两次不满意的回访记录和责任单位办理不力的认定，派单时不能填写。',
    '请先按一般派单办理；再由督办员在督办环节对第二次不满意登记认定（second-dissatisfactions/<回访>/finding），并在该环节下达督办单（tickets/<工单>/orders）。',
  ),
  'ruling-needs-more-returns': unfit('还不能指定办理', (v) => `该工单已同意退回 ${v['returns'] ?? 0} 次，满 ${v['needed'] ?? '规定'} 次后方可指定办理。`, '请按一般派单办理。'),
  'already-signed': wrongState('已经签收', (v) => `您的单位已于 ${momentText(v['signedAt'])} 签收。`, '不必重复签收，请继续办理。'),
  'already-declared': wrongState('已申报现场核查', (v) => `您的单位已于 ${momentText(v['declaredAt'])} 申报现场核查。`, '不必重复申报。'),
  'already-contacted': wrongState('已联系群众', (v) => `首次联系群众已于 ${momentText(v['contactedAt'])} 完成登记。`, '不必重复登记，请继续办理。'),
  'already-given-opinion': wrongState('已提交协办意见', (v) => `您的单位已于 ${momentText(v['givenAt'])} 提交协办意见。`, '如需补充，请与主办单位联系。'),
  'text-missing': unfit('内容为空', '内容不能为空白。', '请填写内容后重新提交。'),
  'reason-missing': unfit('缺少理由', '须写明理由，不能为空白。', '请填写理由后重新提交。'),
  'suggested-unit-is-the-asker': unfit('建议单位不能是本单位', '退回时建议的承办单位不能是申请退回的单位自己。', '请填写应当承办的其他单位。'),
  'outside-return-window': wrongState('已过退回期限', (v) => `退回期限为 ${momentText(v['until'])} 之前，现已超过。`, '请继续办理；确不属于本单位职责的，请与县热线管理机构联系，由其决定是否撤回改派。'),
  'ruling-cannot-be-returned': wrongState('指定办理的工单不能退回', '该工单由县热线管理机构指定办理，不能退回。', '请继续办理。'),
  'return-already-asked': wrongState('已申请退回', (v) => `您的单位已于 ${momentText(v['askedAt'])} 申请退回，正在等待县热线管理机构审核。`, '请等待审核结果。'),
  'return-already-refused': wrongState('退回申请已被驳回', (v) => `您的单位于 ${momentText(v['askedAt'])} 提出的退回申请已被驳回，本次派单内不能再次申请。`, '请继续办理。'),
  'no-return-asked': wrongState('没有退回申请', (v) => `${unitOf(v)}没有对该工单提出退回申请。`, '请核对单位代码和工单编号。'),
  'already-decided': wrongState('已经作出决定', (v) => `该申请已${v['decidedAt'] === undefined ? '' : `于 ${momentText(v['decidedAt'])} `}作出决定，不能重复决定。`),
  'return-undecided': wrongState('退回申请尚未审核', (v) => `${unitOf(v)}的退回申请尚未审核，暂不能录入办理结果。`, '请等待县热线管理机构审核。'),
  'decide-the-return-first': wrongState('有退回申请待审核', (v) => `${unitOf(v)}已申请退回，尚未审核，暂不能撤回派单。`, '请先审核该退回申请；同意主办单位退回后即可重新派单，不必撤回。'),
  'already-result-entered': wrongState('已录入办理结果', '办理结果已经录入，正在等待单位主要负责人审批。', '如需修改或撤回改派，请先由主要负责人退回办理结果。'),
  'no-result-entered': wrongState('尚未录入办理结果', '主办单位还没有录入办理结果。', '请先由经办人录入办理结果。'),
  'plan-missing': unfit('缺少工作计划', '结果为“条件暂不具备”时，须写明后续工作计划。'),
  'review-date-missing': unfit('缺少复核日期', '结果为“条件暂不具备”时，须写明复核日期。'),
  'review-date-not-later': unfit('复核日期过早', (v) => `复核日期 ${v['reviewDate'] ?? ''} 应晚于录入当日。`),
  'explanation-record-missing': unfit('缺少解释记录', '结果为“超越政策或不合理，已解释”时，须附向群众解释的记录。'),
  'opinions-missing': unfit('协办意见不齐', (v) => `尚未收到协办意见的单位：${v['units'] ?? ''}。`, '请等待协办意见，或在 missingOpinions 中列明未提交意见的单位。'),
  'opinion-not-missing': unfit('所列单位并非未提交意见', (v) => `${v['units'] ?? ''} 已提交意见，或不是该工单的协办单位。`, '请从 missingOpinions 中去掉这些单位。'),
  'already-feedback-given': wrongState('已经反馈', '单位主要负责人已审批盖章，反馈完成，不能再修改。'),
  'no-feedback-given': wrongState('尚未反馈', '单位主要负责人尚未审批盖章，不能登记归档。', '请等主办单位完成审批后再登记。'),
  'approver-missing': unfit('缺少审批人', '须记录审批人。'),
  'no-such-authorisation': unfit('没有这项授权', '所填授权记录不存在，或不是本单位主要负责人授予您登录账号的。', '授权按登录账号登记，不按姓名。请核对授权记录编号和您的账号，或请主要负责人先登记授权。'),
  'authorisation-not-valid': unfit('授权不在有效期内', (v) => `授权（${v['documentNumber'] ?? ''}）有效期为 ${v['from'] ?? ''} 至 ${v['to'] ?? ''}，今日不在期内或已被撤销。`, '请由主要负责人审批，或由其重新登记授权。'),
  'approver-is-a-deputy': unfit('副职审批须引用授权记录', '您的账号登记为副职，不能以主要负责人身份审批。', '请填写有效的授权记录编号，或由主要负责人审批。'),
  'only-the-principal-leader': text(403, '须由主要负责人本人办理', '此事项须由单位主要负责人本人办理，副职不能代为。', '请由主要负责人使用本人账号办理。'),
  'instruction-missing': wrongState('尚无主要负责人阅批意见', '该工单为重点、难点或热点诉求，主要负责人书面阅批后方可反馈。', '请主要负责人先填写阅批意见，再审批盖章。'),
  'already-instructed': wrongState('相同的阅批意见已登记', (v) => `内容相同的阅批意见已于 ${momentText(v['instructedAt'])} 登记。`, '不必重复登记；如有补充，请另写新的意见。'),
  'seal-missing': unfit('缺少印章编号', '审批须记录加盖印章的编号。'),
  'already-reworked': wrongState('该轮重办已经开始', (v) => `该工单已进入第 ${v['round'] ?? '—'} 轮办理。`),
  'not-the-next-round': unfit('轮次不连续', (v) => `下一轮应为第 ${v['next'] ?? '—'} 轮。`),
  'not-a-prefecture-transfer': unfit('不是州级转办工单', '只有州级平台转办的工单才能申请退回州级。', '请派给县内承办单位；不属于受理范围或可由县级直接处理的，请在受理环节决定不予受理或直接答复。'),
  'upstream-return-already-asked': wrongState('已申请退回州级', '该工单已向州级热线管理机构申请退回，正在等待决定。'),
  'upstream-return-undecided': wrongState('退回州级的申请尚未决定', '州级热线管理机构尚未决定是否收回该工单，县级继续负责。', '请等待州级决定后再派单。'),
  'no-upstream-return-asked': wrongState('没有待决定的退回申请', '该工单没有等待决定的退回州级申请。'),
  'category-superseded': wrongState('已有更新的类别', '该工单的类别已有更新的变更。'),
  'marks-unchanged': wrongState('标记没有变化', '该工单的重点、难点、热点标记与所填相同。', '不必重复标记。'),
  'unit-takes-part-already': unfit('单位已在办理', (v) => `${unitOf(v)}已是该工单的主办或协办单位。`),
  'unit-has-left': unfit('单位已获准退回', (v) => `${unitOf(v)}在本次派单中已获准退回，不能再次列为协办单位。`, '请选择其他单位。'),
  'nothing-to-review': wrongState('没有需要复核的事项', '只有结果为“条件暂不具备”且已反馈的工单才需要复核。'),
  'already-reviewed-as-resolved': wrongState('已复核为解决', '该事项已登记为现已解决，不必再复核。'),
  'case-disposed': wrongState('档案已销毁', (v) => `该工单的档案已于 ${momentText(v['disposedAt'])} 按规定销毁，不能再办理。`, '如群众再次反映，请登记新的工单。'),
  'before-previous-step': unfit('时间早于上一步骤', (v) => `时间不能早于上一步骤（${momentText(v['previous'])}）。`, '请核对时间后重新提交。'),
  'in-the-future': unfit('时间晚于现在', (v) => `时间不能晚于现在（${momentText(v['now'])}）。`, '请核对时间后重新提交。'),
});
