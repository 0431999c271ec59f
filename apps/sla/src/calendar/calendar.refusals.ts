import { CALENDAR_PROBLEMS } from '@hotline/calendar';
import { refusalsOf, type RefusalTable } from '@hotline/http';

export const CALENDAR_REFUSAL_SLUGS = ['calendar-year-wrong', 'calendar-version-out-of-turn', 'earlier-needs-reason', 'closure-spans-years', 'draft-not-open', 'no-such-draft', 'preview-missing', 'preview-stale', 'previewed-clocks-changed'] as const;

export const CALENDAR_PROBLEM_TEXTS = CALENDAR_PROBLEMS;

export const CALENDAR_REFUSALS = refusalsOf({
  'calendar-year-wrong': {
    status: 422,
    title: '工作日历有误',
    detail: (values) => `该年度记录有 ${values['problems']} 处问题，详见 errors。没有发布任何内容。`,
    advice: '请对照放假通知逐项更正后重新提交。',
  },
  'calendar-version-out-of-turn': {
    status: 409,
    title: '版本号不连续',
    detail: (values) => `该层级该年度的下一版应为第 ${values['expected']} 版，提交的是第 ${values['found']} 版。没有发布任何内容。`,
    advice: '请先查看已发布的版本；如他人刚刚发布了新版，请核对后再决定是否修订。',
  },
  'closure-spans-years': { status: 422, title: '停止办公日期跨年度', detail: () => '一次只能登记同一年度的停止办公日期。没有写入任何内容。', advice: '请按年度分别登记。' },
  'draft-not-open': { status: 409, title: '草稿已了结', detail: () => '该草稿已经发布或废弃，不能再改动。没有写入任何内容。', advice: '请另建草稿。' },
  'no-such-draft': { status: 404, title: '没有找到草稿', detail: () => '该日历草稿不存在。', advice: '请在草稿列表中核对标识。' },
  'preview-missing': { status: 409, title: '尚未预览', detail: () => '发布之前须先预览受影响的时限，草稿改动之后须重新预览。没有发布任何内容。', advice: '请先预览并核对各项时限的变动。' },
  'preview-stale': { status: 409, title: '预览已过时', detail: () => '预览之后，草稿或工作日历已有改动。没有发布任何内容。', advice: '请重新预览并核对后再发布。' },
  'previewed-clocks-changed': {
    status: 409,
    title: '受影响的时限与预览时不同',
    detail: (values) => `预览时有 ${values['previewed']} 个时限变动，现有 ${values['now']} 个；逐个核对，所涉时限或其截止日期与预览时不一致。没有发布任何内容。`,
    advice: '请重新预览该草稿，核对变动清单后随即发布。',
  },
  'earlier-needs-reason': {
    status: 422,
    title: '缺少允许提前的理由',
    detail: () => '允许已告知的截止日期提前时，必须说明理由。没有发布任何内容。',
    advice: '请填写 reason，或去掉 allowEarlier。',
  },
} satisfies RefusalTable<(typeof CALENDAR_REFUSAL_SLUGS)[number]>);
