import type { RebuildReport } from './rebuild-facts.js';
import type { FactDifference } from './rebuild.store.js';

const MOST_SHOWN = 20;

/** The outcome of a rebuild as lines for the person at the terminal: codes and dates only, as facts hold nothing else (Art. 10). */
export function reportLines({ events, unreadable, tables, equal, applied }: RebuildReport): string[] {
  const read = `读取 ${events} 个事件${unreadable > 0 ? `，另有 ${unreadable} 个无法读取` : ''}。`;
  if (equal) return [read, `相同 equal：${tables.length} 张表、${tables.reduce((sum, { live }) => sum + live, 0)} 条事实逐行一致。`];
  const unlike = tables.filter(({ differences }) => differences.length > 0);
  const lines = unlike.flatMap(({ table, live, rebuilt, differences }) => [
    `不同 ${table}：现有 ${live} 条，重建 ${rebuilt} 条，不一致 ${differences.length} 条`,
    ...differences.slice(0, MOST_SHOWN).map(differenceLine),
    ...(differences.length > MOST_SHOWN ? [`  … 其余 ${differences.length - MOST_SHOWN} 条未列出`] : []),
  ]);
  return [read, ...lines, applied ? '已用重建的事实更正现有事实 applied。' : '现有事实没有改动；服务正在处理新事件时会有短暂的不一致，请稍后再试。确认后可加 --apply 更正。'];
}

function differenceLine({ key, live, rebuilt }: FactDifference): string {
  const name = key.join(' ');
  if (!live) return `  ${name}：只在重建的事实中`;
  if (!rebuilt) return `  ${name}：只在现有的事实中`;
  const columns = Object.keys(live).filter((column) => JSON.stringify(live[column]) !== JSON.stringify(rebuilt[column]));
  return `  ${name}：${columns.map((column) => `${column} 现有 ${JSON.stringify(live[column])}，重建 ${JSON.stringify(rebuilt[column])}`).join('；')}`;
}
