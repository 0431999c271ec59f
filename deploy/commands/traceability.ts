/**
 * `npm run traceability [-- --check|--write]`: the table article → specs, read off the names of the specs. A spec says which
 * article it holds by `[Art. 17(1)]` in its name. Prints the table; `--write` puts it into test/traceability.md, `--check`
 * fails when that file is stale.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../local/workspace.mjs';
import { endWith } from './usage-fault.ts';

const TABLE = join(root, 'test/traceability.md');

/** The articles and what each is about; those that order nothing a program could do say so. */
const ARTICLES: readonly (readonly [number, string, 'rule' | 'no-rule'])[] = [
  [1, '目的与依据 purpose', 'no-rule'],
  [2, '渠道与全天候 channels, round the clock', 'rule'],
  [3, '管理体系 organisation, unit directory', 'rule'],
  [4, '县级管理机构职责 county agency, emergencies', 'rule'],
  [5, '承办单位职责、知识库 units, knowledge base', 'rule'],
  [6, '领导负责 principal leader', 'rule'],
  [7, '群众第一 satisfaction weighs most', 'rule'],
  [8, '归口办理 one lead unit', 'rule'],
  [9, '求真务实 results', 'rule'],
  [10, '严守秘密 confidentiality', 'rule'],
  [11, '受理范围 scope', 'rule'],
  [12, '不予受理 declining', 'rule'],
  [13, '五类诉求 categories', 'rule'],
  [14, '接收和转办 one working day', 'rule'],
  [15, '转办、联办、督办 ways of handling', 'rule'],
  [16, '每天值班 county dispatch', 'rule'],
  [17, '签收、联系、办理、延期、退回 times', 'rule'],
  [18, '办结 closing', 'rule'],
  [19, '跟踪问效 return visits', 'rule'],
  [20, '归档 archive', 'rule'],
  [21, '分析报告 bulletins and reports', 'rule'],
  [22, '考核 appraisal', 'rule'],
  [23, '责任追究 accountability', 'rule'],
  [24, '屏蔽 blocks', 'rule'],
  [25, '解释权 interpretation (policy packs)', 'rule'],
  [26, '施行 entry into force (policy packs)', 'rule'],
];

/** What stands for an article that nothing proves. */
const EMPTY = '**empty**';

interface Named {
  readonly file: string;
  readonly count: number;
}

try {
  const table = tableOf(specsByArticle());
  const [mode] = process.argv.slice(2);
  if (mode === '--write') writeFileSync(TABLE, table);
  else if (mode === '--check') {
    if (readFileSync(TABLE, 'utf8') !== table) throw new Error('test/traceability.md is stale: run npm run traceability -- --write and commit it');
    if (table.includes(EMPTY)) throw new Error('an article has no spec that names it: see test/traceability.md');
  } else process.stdout.write(table);
} catch (error) {
  endWith(error);
}

/** How many specs of which file name each article. */
function specsByArticle(): Map<number, Named[]> {
  const found = new Map<number, Named[]>();
  for (const file of globSync('{apps,libs,test}/**/*.spec.ts', { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }).sort()) {
    const counts = new Map<number, number>();
    for (const [, tags = ''] of readFileSync(join(root, file), 'utf8').matchAll(/\[((?:Art\.|reading)[^\]\n]*)\]/g))
      for (const article of articlesIn(tags)) counts.set(article, (counts.get(article) ?? 0) + 1);
    for (const [article, count] of counts) found.set(article, [...(found.get(article) ?? []), { file: relative('.', file), count }]);
  }
  return found;
}

/** `Art. 14, 17(1)–(3)` → 14, 17. */
function articlesIn(tags: string): Set<number> {
  if (!tags.startsWith('Art.')) return new Set();
  return new Set([...tags.replace(/\([^)]*\)/g, '').matchAll(/\d+/g)].map(Number));
}

function tableOf(found: ReadonlyMap<number, readonly Named[]>): string {
  const rows = ARTICLES.map(([article, title, kind]) => {
    const specs = found.get(article) ?? [];
    const cell = specs.length > 0 ? specs.map(({ file, count }) => `\`${file}\` (${count})`).join('<br>') : kind === 'no-rule' ? 'orders nothing to execute' : EMPTY;
    return `| ${article} | ${title} | ${cell} |`;
  });
  const empty = ARTICLES.filter(([article, , kind]) => kind === 'rule' && !found.has(article)).map(([article]) => article);
  return [
    '# Article → specs',
    '',
    'Made by `npm run traceability -- --write` from the names of the specs; in brackets how many of a file name the article.',
    '',
    `Still empty: ${empty.length === 0 ? 'none' : empty.map((article) => `Art. ${article}`).join(', ')}.`,
    '',
    '| Art. | about | specs |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
