import type { BadRow } from './checked-rows.ts';
import { type Milestones, MILESTONES } from './arrival.ts';
import type { ImportTotals } from './import-run.ts';

/** One line for each thing wrong with a row; none of it is the petitioner's. */
export function linesOf({ row, reasons }: BadRow): readonly string[] {
  return reasons.map(({ message }) => `第 ${row} 行  ${message}`);
}

/** How often each reason came up, the most frequent first. */
export function tallyOf(codes: ReadonlyMap<string, number>): string {
  return [...codes]
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => `${code} ${count}`)
    .join('，');
}

export function dryRunSummary(counts: { readonly good: number; readonly bad: number }, codes: ReadonlyMap<string, number>): string {
  const { good, bad } = counts;
  const head = `检查完毕，没有导入任何内容：共 ${good + bad} 行，可以导入 ${good} 行，有问题 ${bad} 行。`;
  return bad === 0 ? head : `${head}\n问题行数按原因：${tallyOf(codes)}`;
}

export function importSummary({ created, unchanged, refused }: Pick<ImportTotals, 'created' | 'unchanged' | 'refused'>, rejects: string): string {
  const lines = [`导入完毕：共 ${created + unchanged + refused} 行，新增 ${created} 件，已有未变（unchanged）${unchanged} 件，未导入 ${refused} 行。`];
  if (created === 0 && refused === 0) lines.push('这个文件以前已经全部导入，这次没有改变任何内容。');
  if (refused > 0) {
    lines.push(`未导入的行及原因见 ${rejects}`);
    lines.push('改正其中 original 的内容后，可以直接导入该文件（--mapping、--source、--unit 与这次相同，不加 --encoding）。');
    lines.push('该文件含有群众反映的内容，仅本人可读（权限 600），改正并重新导入后请删除。');
  }
  return lines.join('\n');
}

/** What is still on its way, in words: `转办 3、办结 12`. */
export function missingText(missing: Milestones): string {
  return (Object.keys(MILESTONES) as (keyof Milestones)[])
    .filter((milestone) => missing[milestone] > 0)
    .map((milestone) => `${MILESTONES[milestone]} ${missing[milestone]}`)
    .join('、');
}
