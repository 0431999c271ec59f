import { handling, history, ticket, visit } from '@hotline/domain';
import { momentText } from '@hotline/http';
import { INTAKE_REFUSALS } from '../intake.refusals.js';

type Values = Readonly<Record<string, string | number>>;

/** What is wrong with a row of history, in words that name the mending; the field stands beside it. */
const CELL_TEXTS: Readonly<Record<history.HistoryRefusal | 'column-unknown' | 'known-with-other-content', (values: Values) => string>> = {
  'column-unknown': () => '没有这一列，请对照列名说明改正或删除',
  'known-with-other-content': () => '已存在，但内容不同，未更新：请核对这一行；后来的步骤请在平台上办理',
  'cell-missing': () => '必填，请补上',
  'cell-not-text': () => '应为文本',
  'cell-too-long': ({ limit, length }) => `最多 ${limit} 个字符，现有 ${length} 个，请缩短`,
  'not-an-instant': () => '不是真实存在的时间，请写成 2018-09-21 09:30 或 2018-09-21T09:30:00+08:00',
  'not-a-known-word': ({ known }) => `应为以下之一：${known}`,
  'not-yes-or-no': () => '应为“是”或“否”',
  'unknown-unit': () => '单位目录中没有这个编码或名称，请先登记该单位或改正',
  'times-not-in-order': ({ after, previous }) => `早于 ${after}（${momentText(previous)}），请核对两个时间`,
  'step-before-missing': ({ needs }) => `需要先有 ${needs}，请补上或删除此列`,
};

/** Steps of a unit that a past ticket may fail on; they are decided in full by routing and supervision. */
const STEP_TEXTS: Readonly<Partial<Record<handling.HandlingRefusal | visit.VisitRefusal, string>>> = {
  'unknown-unit': '单位目录中没有这个编码或名称，请先登记该单位或改正',
  'unit-inactive': '该单位已停用，请改为承接其职能的单位',
  'unit-without-liaison': '该单位没有在岗联络员，请先登记联络员',
  'before-previous-step': '早于上一步的时间，请核对',
  'in-the-future': '时间在将来，请核对',
};

const RULE_TEXTS: ReadonlyMap<string, string> = new Map(Object.entries(STEP_TEXTS));

export function historyText({ slug, values = {} }: Pick<history.HistoryProblem, 'slug' | 'values'>): string {
  if (Object.hasOwn(CELL_TEXTS, slug)) return CELL_TEXTS[slug as keyof typeof CELL_TEXTS](values);
  const ofStep = RULE_TEXTS.get(slug);
  if (ofStep !== undefined) return ofStep;
  if (Object.hasOwn(INTAKE_REFUSALS, slug)) return INTAKE_REFUSALS[slug as ticket.TicketRefusal].detail(values);
  return `按现行办法不能办理（${slug}），请对照办法核对这一步`;
}
