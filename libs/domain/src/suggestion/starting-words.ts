import { CATEGORIES, type Category } from '../shared/index.js';
import { UNIT } from './features.js';
import { contentWords, type Token } from './token.js';
import type { SubjectLeaf } from './subject-tree.js';
import type { WordCounts } from './word-counts.js';

/** How much a listed word counts against one of a ticket, from cross-validation: enough to lead at first, little against hundreds of tickets. */
const LISTED = 8 * UNIT;
const PART_OF_LISTED = LISTED / 2;

type Tagged = (text: string) => readonly Token[];

/** Parts of what offices call themselves and their duties that every office has in common: they speak for none (政府采购 is not everything about 政府). */
const OF_ANY_OFFICE: ReadonlySet<string> = new Set('政府 人民政府 部门 单位 机关 机构 组织 办公室 委员会 中心 行政 国家 县级 全县 事务 事项 业务 工作 职责 人员 管理 服务 监督 负责 相关 有关'.split(' '));

/** What the directory says of its units: a phrase of theirs counts, and of its parts only those that tell one office from another (Art. 15). */
export function unitCounts(listed: Parameters<typeof startingCounts>[0], tagged: Tagged): WordCounts {
  return startingCounts(listed.map(([unit, said]) => [unit, said.filter((phrase) => !OF_ANY_OFFICE.has(phrase))] as const), (text) => tagged(text).filter(({ word }) => !OF_ANY_OFFICE.has(word)));
}

/** What a list of labels with their words knows before any ticket taught anything. Words inside a longer listed one count half. */
export function startingCounts(listed: readonly (readonly [label: string, words: readonly string[]])[], tagged: Tagged): WordCounts {
  const labels = new Map<string, { tickets: number; weight: number }>();
  const words = new Map<string, Map<string, number>>();
  const add = (label: string, word: string, weight: number): void => {
    const about = labels.get(label) ?? { tickets: 0, weight: 0 };
    labels.set(label, { ...about, weight: about.weight + weight });
    const byLabel = words.get(word) ?? new Map<string, number>();
    words.set(word, byLabel.set(label, (byLabel.get(label) ?? 0) + weight));
  };
  for (const [label, said] of listed) {
    if (!labels.has(label)) labels.set(label, { tickets: 0, weight: 0 });
    for (const phrase of said.map((each) => each.toLowerCase())) {
      if ([...phrase].length > 1) add(label, phrase, LISTED);
      for (const part of contentWords(tagged(phrase))) if (part !== phrase) add(label, part, PART_OF_LISTED);
    }
  }
  return { labels, words };
}

/** The tree's words by first level. */
export function level1Words(leaves: readonly SubjectLeaf[]): (readonly [string, readonly string[]])[] {
  return leaves.map(({ level1, path, words }) => [level1, [path.split('/').at(-1) ?? '', ...words]] as const);
}

/** The tree's words by leaf. */
export function leafWords(leaves: readonly SubjectLeaf[]): (readonly [string, readonly string[]])[] {
  return leaves.map(({ path, words }) => [path, [...path.split('/').slice(1), ...words]] as const);
}

/** How people put each category of Art. 13. */
const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  consultation: '咨询 请问 如何 怎么 怎样 是否 什么时候 哪些 多少 政策 流程 条件 能否 何时 办理',
  suggestion: '建议 希望 应该 提议 完善 加强 增设 规划 合理化建议',
  help: '求助 请求 帮助 解决 困难 维修 恳请 急需 救助 修复 协调',
  complaint: '投诉 不满 态度 恶劣 扰民 乱收费 拖欠 服务差 推诿 不作为 欺骗 拒绝 退款',
  report: '举报 违法 违规 贪污 受贿 非法 腐败 私自 偷排 套取 挪用 查处',
};

export function categoryWords(): (readonly [Category, readonly string[]])[] {
  return (Object.keys(CATEGORIES) as Category[]).map((category) => [category, CATEGORY_WORDS[category].split(' ')] as const);
}
