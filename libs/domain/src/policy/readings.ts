import type { PolicyPack } from './policy-pack.js';

/** One reading chosen where the regulation is silent or doubtful (Art. 25), for a county to sign or change. */
export interface PolicyReading {
  /** Where the value stands in a pack, e.g. `limits.returnReview`; null for a rule that is no number of the pack. */
  readonly path: string | null;
  readonly article: string;
  /** The reading in Chinese; a rule without a path says it whole. */
  readonly reading: string;
  /** Why it was chosen, in Chinese. */
  readonly reason: string;
}

const of = (path: string | null, article: string, reading: string, reason: string): PolicyReading => ({ path, article, reading, reason });

/** Every value of a pack that the text does not give. */
const VALUES: readonly PolicyReading[] = [
  of('limits.countyDispatch', 'Art. 14, 16', '县级转办时限（工作日）', '办法只写明州级转办件的时限；本级受理件和同意退回的件参照同一时限'),
  of('limits.assistBeforeResolve', 'Art. 15(2)', '协办意见早于办理时限的工作日数', '主办单位汇总各协办单位意见需要时间，办法未写明'),
  of('limits.returnReview', 'Art. 17(return)', '退回审核时限（工作日）', '办法未写明县级审核退回的时限'),
  of('limits.extensionReviewCounty', 'Art. 17(1)', '县级审核延期时限（工作日）', '办法未写明审核延期的时限'),
  of('limits.extensionReviewPrefecture', 'Art. 17(1)', '州级审核延期时限（工作日）', '办法未写明审核延期的时限'),
  of('limits.paperFiling', 'Art. 18', '纸质件归档时限（工作日）', '办法只写“及时”'),
  of('limits.emergencyReportMinutes', 'Art. 4', '紧急事项报告时限（分钟，不分昼夜）', '办法只写“及时”'),
  of('contactAttempts', 'Art. 17', '联系未成可计为首次联系的次数', '办法未写明多次联系不上如何认定'),
  of('returnsBeforeRuling', 'Art. 17(return)', '可作裁定派单前的同意退回次数', '避免工单在单位之间反复退回'),
  of('extensionsPerRound', 'Art. 17', '每轮办理可申请延期的次数', '办法未写明次数'),
  of('prefectureReviews', 'Art. 17', '须报州级审核延期的情形', '咨询类为办法原文；州级转办件的时限由州级掌握，故一并报审；其余由县级决定'),
  of('warnings', 'Art. 17', '预警的时点（时限过半、最后一日、几时）', '办法未写明预警；只在工作日发出'),
  of('returnVisit.sampleRate', 'Art. 19', '电话抽查比例', '办法写“电话抽查”，未写比例'),
  of('returnVisit.always', 'Art. 19', '必访的工单', '办法写“重点、难点、热点事项”'),
  of('returnVisit.seed', 'Art. 19', '抽样种子', '使抽样可以重做、可以核对'),
  of('returnVisit.unsolvedIsDissatisfied', 'Art. 19', '未解决是否视为不满意', '事项未解决的，即使对态度满意也应重办'),
  of('returnVisit.attempts', 'Art. 19', '回访未接通可认定未访到的次数', '办法未写明'),
  of('returnVisit.drawnWithinDays', 'Art. 19', '办结后多少日内的件参加抽样', '过久的件不再打扰群众'),
  of('returnVisit.draw', 'Art. 19', '抽样的时点（办结即抽或按月抽）', '办法未写明；办结即抽可使回访不必等到月末'),
  of('returnVisit.callWithin', 'Art. 19', '列入回访后多少个工作日内拨打', '办法未写明'),
  of('supervisedPetitioners', 'Art. 15(3)', '一律督办的诉求人', '两代表一委员为办法原文；企业诉求全部督办'),
  of('rates.smallSample', 'Art. 22', '不参加排名的最少件数', '件数过少，比率没有可比性'),
  of('turnTo', 'Art. 12', '不予受理时告知的渠道', '办法写明紧急事项的渠道，其余按法律规定的机关列出'),
  of('block.maxDays', 'Art. 24', '屏蔽的最长日数', '办法未写期限；屏蔽应当有期限'),
  of('block.reviewDays', 'Art. 24', '屏蔽复核的间隔日数', '屏蔽应当可以复核'),
  of('knowledge.reviewMonths', 'Art. 5', '知识条目复核的月数', '办法写“日常更新”“定期报送”'),
  of('liaison.reportWithin', 'Art. 23(5)', '联络员变动报备时限（工作日）', '办法只写“及时”'),
  of('dutyRosters', 'Art. 3, 16, 17', '须排值班表的单位（缺值班人员之日如何认定）', '办法要求县热线管理机构和各单位每天安排人员值班；从未排过值班表的也应看得出缺岗，故全部在用单位自登记次日起认定'),
  of('supervision.remindBefore', 'Art. 15(3)', '督办到期前提醒的工作日数', '办法未写明'),
  of('accountability.statementWithin', 'Art. 23', '单位说明情况的时限（工作日）', '作出处理前应当听取单位说明'),
  of('accountability.lateFrom', 'Art. 23(1)', '超时多少个工作日列为问责线索', '办法未写明起点'),
  of('calendarHorizon.alarmDays', 'Art. 17', '工作日历到期前告警的日数', '下一年度放假安排须在此之前发布，否则期限只能暂定'),
  of('topics.minTickets', 'Art. 21', '热点的最少件数', '办法写“较为集中”'),
  of('topics.windowDays', 'Art. 21', '热点的统计日数', '办法写“较为集中”'),
  of('reports.research', 'Art. 21', '调研报告时限（工作日）', '办法只写“及时上报”'),
  of('reports.special', 'Art. 21', '专题报告时限（工作日）', '办法未写时限'),
  of('reports.concentratedFrom', 'Art. 21', '须作专题报告的件数', '办法写“较为集中”'),
  of('reports.dissatisfiedRounds', 'Art. 21', '反复办理仍不满意的轮数', '办法写“反复办理后群众仍不满意”'),
  of('appraisal', 'Art. 22', '考核方案的各项分值', '办法写明五个方面，未写分值；满意率为最大的一项（第七条）'),
];

/** Readings that are rules of the platform: to change one is to change the programme. */
const RULES: readonly PolicyReading[] = [
  of(null, 'Art. 17', '起算事件当日不计，从次一工作日起算，至第 N 个工作日 24 时止', '办法未写明如何计算“工作日内”，按期间计算的通例'),
  of(null, 'Art. 14, 16', '本级受理件自受理起、同意退回的件自同意起计算县级转办时限', '办法只写明州级转办件'),
  of(null, 'Art. 7', '满意率的分值不是最大一项的考核方案不予采用', '办法以群众满意为衡量标准'),
  of(null, 'Art. 17', '重办为新的一轮，按同一类别重新计时，前后两轮均保留', '办法未写明重办的时限'),
  of(null, 'Art. 17(3)', '法定时限以日计的，末日为休息日时顺延至其后第一个工作日', '按法律关于期间的一般规定'),
  of(null, 'Art. 15(2)', '未提出协办意见而由主办单位列明的，协办时限按超时认定', '未提出意见不能视为按时'),
  of(null, 'Art. 15(2)', '增派的协办单位自增派起计时，但不晚于主办单位的期限', '办法未写明中途增派'),
];

export const POLICY_READINGS: readonly PolicyReading[] = [...VALUES, ...RULES];

/** The value of a pack at a path such as `limits.returnReview`; undefined when there is none. */
export function policyValue(pack: PolicyPack, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined), pack);
}
