import { history } from '@hotline/domain';
import { CATEGORIES, CHANNELS, SATISFACTION } from '@hotline/domain/shared';
import type { Reason } from './check-row.ts';
import type { Mapping } from './mapping.ts';

export const COLUMN_NAMES: Readonly<Record<history.HistoryColumn, string>> = {
  externalId: '原编号',
  source: '来源系统',
  channel: '渠道',
  category: '类别',
  title: '标题',
  text: '内容',
  subject: '主题分类',
  place: '地点',
  unit: '承办单位',
  receivedAt: '受理时间',
  dispatchedAt: '转办时间',
  signedAt: '签收时间',
  contactedAt: '联系群众时间',
  feedbackAt: '反馈时间',
  closedAt: '办结时间',
  satisfaction: '满意度',
  solved: '是否解决',
};

const WORDS: Readonly<Partial<Record<history.HistoryColumn, Readonly<Record<string, string>>>>> = { channel: CHANNELS, category: CATEGORIES, satisfaction: SATISFACTION };

/** What is wrong and what to do, by slug; values are names of columns, moments and numbers only. */
const TEXTS: Readonly<Record<string, (problem: history.HistoryProblem) => string>> = {
  'cell-missing': ({ field }) => (field === 'satisfaction' || field === 'solved' ? '满意度和是否解决应当同时填写或同时留空' : '没有填写，请补上'),
  'cell-not-text': () => '不是文字，请改为一段文字（不要用对象或列表）',
  'cell-too-long': ({ values }) => `有 ${values?.['length']} 个字，最多 ${values?.['limit']} 个，请缩短`,
  'not-an-instant': () => '不是有效的日期时间，请写成 2018-07-12 09:30（北京时间）或 2018-07-12T09:30:00+08:00',
  'not-a-known-word': ({ field }) => `不在规定的词中，请填写：${wordsOf(field)}`,
  'not-yes-or-no': () => '请填写 是 或 否（也可以用 true、false、1、0）',
  'unknown-unit': () => '单位名录中没有这个代码或名称，请核对，或先在名录中登记',
  'times-not-in-order': ({ values }) => `早于${nameOf(values?.['after'])}，请核对这两个时间`,
  'step-before-missing': ({ values }) => `填写了它就还要填写${nameOf(values?.['needs'])}，请补上，或把它留空`,
  'before-previous-step': () => '早于前一个步骤的时间，请核对',
  'in-the-future': () => '晚于现在，请核对年份和时区',
  'received-after-registration': () => '受理时间晚于登记时间，请核对',
  'unit-inactive': () => '这个单位在名录中已经停用，请改为承接其职能的单位',
  'unit-without-liaison': () => '这个单位在名录中没有在岗联络员，请先补登联络员',
  'duplicate-row': ({ values }) => `与第 ${values?.['row']} 行的来源和原编号相同，一件工单只能出现一次，请删除其中一行`,
};

/** Longest name of an unknown column that is shown. */
const COLUMN_SHOWN = 60;

/** Every slug that has words of its own. */
export const KNOWN_SLUGS = Object.keys(TEXTS);

/** The reason in words. A column that came from another one of the file is named with it, since that is where a person must look. */
export function reasonOf(problem: history.HistoryProblem, mapping: Mapping): Reason {
  const text = TEXTS[problem.slug];
  const from = mapping.columns[problem.field];
  const where = `${problem.field}（${COLUMN_NAMES[problem.field]}${from !== undefined && from !== problem.field ? `，文件中的 ${from}` : ''}）`;
  return { field: problem.field, code: problem.slug, message: `${where}：${text ? text(problem) : `不能导入（${problem.slug}）`}` };
}

/** A column that only some rows have, as a .jsonl file allows, is refused where it stands. Columns are cut to a readable length. */
export function droppedReason(column: string): Reason {
  const field = column.slice(0, COLUMN_SHOWN);
  return { field, code: 'column-unknown', message: `${field}：没有这一列，请改名或删除，或写一个映射文件并在 ignore 中列出` };
}

function wordsOf(field: history.HistoryColumn): string {
  return Object.entries(WORDS[field] ?? {})
    .map(([code, label]) => `${label}（${code}）`)
    .join('、');
}

function nameOf(column: string | number | undefined): string {
  const known = history.HISTORY_COLUMNS.find((candidate) => candidate === column);
  return known ? `${COLUMN_NAMES[known]} ${known}` : '前一列';
}
