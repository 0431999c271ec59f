/** The closed word lists of the regulation. Codes are English, Chinese labels stand beside them for people. */

/** Six channels of Art. 2, and the prefecture platform. */
export const CHANNELS = { phone: '电话', sms: '短信', email: '邮件', website: '网站', wechat: '微信', app: '手机APP', prefecture: '州级平台转办' } as const;
export type Channel = keyof typeof CHANNELS;

export const PETITIONER_KINDS = { individual: '群众', enterprise: '企业', deputy: '两代表一委员' } as const;
export type PetitionerKind = keyof typeof PETITIONER_KINDS;

/** The five categories of Art. 13. */
export const CATEGORIES = { consultation: '咨询', suggestion: '建议', help: '求助', complaint: '投诉', report: '举报' } as const;
export type Category = keyof typeof CATEGORIES;

/** Scope of acceptance, Art. 11. */
export const SCOPE_CODES = {
  'policy-enquiry': '法律、法规、规章、政策等方面的咨询事项',
  'matter-to-solve': '需要政府及其部门、乡镇、公共企事业单位解决的诉求事项',
  'conduct-of-staff': '对工作人员作风、质量、效率的意见、建议或投诉事项',
  'public-service-information': '公共服务类信息的综合查询事项',
} as const;
export type ScopeCode = keyof typeof SCOPE_CODES;

/** Grounds of declining, Art. 12, with where the petitioner may turn instead. */
export const DECLINE_GROUNDS = {
  emergency: '涉及人身、财产安全等，应当通过紧急渠道救助的事项',
  'civil-dispute-or-legal-procedure': '行政职权范围以外的民事纠纷，或依法应当或已进入诉讼、仲裁、行政复议、信访复查复核等法定程序的事项',
  'party-congress-court-military': '涉及党群、人大、政协、法院、检察院、军队和武警职能的事项',
  'secret-or-privacy': '涉及国家和商业秘密、个人隐私的事项',
} as const;
export type DeclineGround = keyof typeof DECLINE_GROUNDS;

/** Ways of handling, Art. 15. Supervised is a flag on either. */
export const DISPATCH_MODES = { transfer: '转办', joint: '联办' } as const;
export type DispatchMode = keyof typeof DISPATCH_MODES;

/** Why a dispatch is void as a whole: the county had answered or declined the ticket itself (Art. 12, 18), or sends it elsewhere. */
export const WITHDRAWAL_REASONS = { answered: '县级已直接答复', declined: '不予受理', recalled: '撤回改派' } as const;
export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;

/** Grounds on which a dispatch is supervised (督办), Art. 15(3). */
export const SUPERVISION_GROUNDS = {
  'leader-instruction': '县政府领导交办',
  'deputy-or-delegate': '两代表一委员诉求',
  enterprise: '企业诉求',
  'serious-or-typical': '情节严重、典型类诉求',
  'second-dissatisfaction': '二次不满意且责任单位办理不力',
} as const;
export type SupervisionGround = keyof typeof SUPERVISION_GROUNDS;

/** Results of handling, Art. 9. */
export const RESULT_CODES = {
  resolved: '已解决',
  'conditions-not-ready': '条件暂不具备',
  'beyond-policy-explained': '超越政策或不合理，已解释',
  unfounded: '反映不属实',
} as const;
export type ResultCode = keyof typeof RESULT_CODES;

/** Ways of the first contact, Art. 17. */
export const CONTACT_WAYS = { phone: '电话', visit: '上门', message: '短信或微信', written: '书面' } as const;
export type ContactWay = keyof typeof CONTACT_WAYS;

/** Five levels of satisfaction, Art. 19; the first three count as satisfied (reading §5). */
export const SATISFACTION = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  'basically-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
} as const;
export type Satisfaction = keyof typeof SATISFACTION;

/** The clocks of reading §3. */
export const CLOCK_KINDS = {
  'county-dispatch': '县级转办',
  'unit-sign': '单位签收',
  'first-contact': '首次联系群众',
  resolve: '办理反馈',
  assist: '协办意见',
  'return-window': '退回期限',
  'return-review': '退回审核',
  'extension-review': '延期审核',
  'paper-filing': '纸质归档',
  'emergency-report': '紧急报告',
  supervision: '督办',
} as const;
export type ClockKind = keyof typeof CLOCK_KINDS;

export const VERDICTS = { 'on-time': '按时', late: '超时', running: '计时中', void: '作废' } as const;
export type Verdict = keyof typeof VERDICTS;

/** Units in which a law may give its own time, Art. 17(3). */
export const STATUTORY_UNITS = { 'working-days': '个工作日', 'calendar-days': '日', hours: '小时' } as const;
export type StatutoryUnit = keyof typeof STATUTORY_UNITS;

/** Kinds of unit that are ranked apart (Art. 22). */
export const UNIT_KINDS = { township: '乡镇', department: '县级部门' } as const;
export type UnitKind = keyof typeof UNIT_KINDS;

/** Why one ticket is tied to another, Art. 17(2). */
export const TICKET_LINKS = { duplicate: '重复诉求', repeat: '同一人再次反映', merged: '并案办理' } as const;
export type TicketLink = keyof typeof TICKET_LINKS;

/** What makes the principal leader's written instruction necessary, Art. 6. */
export const TICKET_MARKS = { key: '重点', difficult: '难点', hot: '热点' } as const;
export type TicketMark = keyof typeof TICKET_MARKS;

/** Grounds of a block, Art. 24. */
export const BLOCK_GROUNDS = { harassment: '骚扰', 'malicious-attack': '恶意攻击、陷害', insult: '侮辱、谩骂', slander: '诽谤' } as const;
export type BlockGround = keyof typeof BLOCK_GROUNDS;

export const BLOCK_ENDS = { expired: '期满', lifted: '复核解除', refused: '州级未批准' } as const;
export type BlockEnd = keyof typeof BLOCK_ENDS;

/** Follow-ups beside the return visit, Art. 19. */
export const FOLLOW_UP_WAYS = { 'field-visit': '领导小组成员单位下访', 'on-site-inspection': '实地督查', 'undercover-visit': '明察暗访' } as const;
export type FollowUpWay = keyof typeof FOLLOW_UP_WAYS;

export const FOLLOW_UP_FINDINGS = { 'as-reported': '与反馈一致', 'partly-as-reported': '部分落实', 'not-as-reported': '与反馈不符', 'not-handled': '未实际办理' } as const;
export type FollowUpFinding = keyof typeof FOLLOW_UP_FINDINGS;

/** The ten grounds of Art. 23, in its order. */
export const ACCOUNTABILITY_GROUNDS = {
  'late-without-reason': '未在规定期限内办结且未说明情况或理由不充分',
  'inactive-in-joint-handling': '牵头或配合单位不认真履行职责，推诿扯皮，导致逾期或未办结',
  'untrue-feedback-or-favouritism': '不如实反馈情况，或徇私舞弊致使办理不公',
  'neglect-of-duty': '玩忽职守，未能妥善处理投诉',
  'liaison-change-unreported': '未及时报备联络员变动，造成工作无人处理',
  'identity-disclosed': '违反保密纪律、泄露举报人信息',
  'retaliation-after-disclosure': '失密、泄密，对投诉人打击、报复、陷害',
  'abuse-of-power': '利用职权“吃、拿、卡、要”',
  'negative-influence': '造成负面影响和严重后果的其他事项',
  'other-breach-of-duty': '其他不履行或不正确履行工作职责',
} as const;
export type AccountabilityGround = keyof typeof ACCOUNTABILITY_GROUNDS;

export const ACCOUNTABILITY_MEASURES = { dismissed: '不予追究', 'summons-talk': '约谈', accountability: '问责' } as const;
export type AccountabilityMeasure = keyof typeof ACCOUNTABILITY_MEASURES;

/** Reports of Art. 21. */
export const REPORT_KINDS = { research: '调研报告', special: '专题报告' } as const;
export type ReportKind = keyof typeof REPORT_KINDS;

export const REPORT_CAUSES = { concentrated: '反映较为集中', strong: '反映较为强烈', sensitive: '较为敏感', 'repeatedly-dissatisfied': '反复办理后群众仍不满意' } as const;
export type ReportCause = keyof typeof REPORT_CAUSES;

/** The five dimensions of the appraisal, Art. 22; the first three are scored by people, the last two computed from the record. */
export const APPRAISAL_DIMENSIONS = { organisation: '组织领导', staffing: '人员配置', rules: '制度建设', handling: '承办情况', results: '办理结果' } as const;
export type AppraisalDimension = keyof typeof APPRAISAL_DIMENSIONS;

/** The rates of reading §5. */
export const RATE_KINDS = {
  'on-time-sign': '按时签收率',
  'on-time-contact': '响应率',
  'on-time-close': '按时办结率',
  close: '办结率',
  solved: '解决率',
  satisfied: '满意率',
  return: '退单率',
  rework: '重办率',
  extension: '延期率',
} as const;
export type RateKind = keyof typeof RATE_KINDS;

export function codesOf<T extends object>(words: T): (keyof T & string)[] {
  return Object.keys(words) as (keyof T & string)[];
}
