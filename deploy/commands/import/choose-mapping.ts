import { history } from '@hotline/domain';
import { UsageFault } from '../usage-fault.ts';
import { DOCUMENTED, type Mapping } from './mapping.ts';
import type { NamedMapping } from './mapping-file.ts';

/** What every row must say, so a file without such a column cannot be meant. */
const NEEDED = ['externalId', 'source', 'channel', 'category', 'title', 'text', 'receivedAt'] as const satisfies readonly history.HistoryColumn[];

/** What there is to choose from: the mapping that the person named, if any, and those that the project ships. */
export interface NamedMappingChoice {
  readonly named: NamedMapping | undefined;
  readonly shipped: readonly NamedMapping[];
}

/** What stands in for a mapping file when a file has the documented columns. */
export const AS_DOCUMENTED: NamedMapping = { name: '规定的列', mapping: DOCUMENTED };

/**
 * Finds out how to read a file by its columns: the mapping that the person named, else the documented columns, else the one
 * shipped mapping that accounts for every column of the file. Anything else is a usage fault that names the columns.
 */
export function chooseMapping(columns: readonly string[], { named, shipped }: NamedMappingChoice, given: readonly string[]): NamedMapping {
  if (named) return complete(named, columns, given);
  if (columns.includes('externalId') && columns.includes('receivedAt')) return complete(onlyDocumented(columns), columns, given);
  const fitting = shipped.filter(({ mapping }) => fits(mapping, columns));
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const problem = fitting.length === 0 ? '没有随附的映射适合这些列' : `有多个随附的映射适合（${fitting.map(({ name }) => name).join('、')}）`;
  throw new UsageFault(`${problem}：${columns.join('、')}。请用 --mapping 指定映射文件，或把列名改为 ${history.HISTORY_COLUMNS.join('、')}`, 'no mapping for these columns');
}

/** The columns of a row that would be dropped in silence. A mapping that a person named may leave columns out. */
export function droppedColumns(columns: readonly string[], chosen: NamedMapping, { named }: NamedMappingChoice): readonly string[] {
  if (chosen === named) return [];
  const { columns: read, ignore } = chosen.mapping;
  const known = new Set([...Object.values(read), ...ignore]);
  return columns.filter((column) => !known.has(column));
}

/** True when a mapping finds all the columns that it reads and knows all the columns that there are. */
export function fits(mapping: Mapping, columns: readonly string[]): boolean {
  const read = Object.values(mapping.columns);
  return read.every((column) => columns.includes(column)) && columns.every((column) => read.includes(column) || mapping.ignore.includes(column));
}

/** A misspelt column would otherwise be dropped in silence. */
function onlyDocumented(columns: readonly string[]): NamedMapping {
  const unknown = columns.filter((column) => !history.HISTORY_COLUMNS.some((documented) => documented === column));
  if (unknown.length === 0) return AS_DOCUMENTED;
  throw new UsageFault(`文件中有不认识的列 ${unknown.join('、')}：请改名或删除，或写一个映射文件并在 ignore 中列出`, 'unknown columns in the file');
}

function complete(chosen: NamedMapping, columns: readonly string[], given: readonly string[]): NamedMapping {
  const { columns: read, constants, defaults, byHash } = chosen.mapping;
  const filled = (column: history.HistoryColumn): boolean => given.includes(column) || [constants, defaults, byHash].some((section) => column in section);
  const missing = NEEDED.filter((column) => !filled(column) && !columns.includes(read[column] ?? ''));
  if (missing.length === 0) return chosen;
  const names = missing.map((column) => (read[column] && read[column] !== column ? `${column}（文件中应为 ${read[column]}）` : column));
  throw new UsageFault(`缺少必需的列 ${names.join('、')}：请补上，或在映射文件的 columns、constants 或 defaults 中给出（source 也可以用 --source）`, 'needed columns are missing');
}
