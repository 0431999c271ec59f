import { CALENDAR_PROBLEMS } from '@hotline/calendar';
import { refusalsOf, type RefusalTable } from '@hotline/http';

export const CALENDAR_REFUSAL_SLUGS = ['calendar-year-wrong', 'calendar-version-out-of-turn', 'earlier-needs-reason'] as const;

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
  'earlier-needs-reason': {
    status: 422,
    title: '缺少允许提前的理由',
    detail: () => '允许已告知的截止日期提前时，必须说明理由。没有发布任何内容。',
    advice: '请填写 reason，或去掉 allowEarlier。',
  },
} satisfies RefusalTable<(typeof CALENDAR_REFUSAL_SLUGS)[number]>);
