import type { history } from '@hotline/domain';
import type { Reason, RowCheck } from './check-row.ts';
import { UsageFault } from '../usage-fault.ts';
import { chooseMapping, droppedColumns, type NamedMappingChoice } from './choose-mapping.ts';
import { mapped } from './mapping.ts';
import type { NamedMapping } from './mapping-file.ts';
import type { ImportOptions } from './import-options.ts';
import type { ReadableRow, ReadRow } from './read-row.ts';
import { droppedReason, reasonOf } from './reasons.ts';

interface SeenRow {
  readonly row: number;
  readonly position: number;
  /** The row as it stands in the file; null where it could not be read at all. */
  readonly original: unknown;
}

export interface GoodRow extends SeenRow {
  readonly externalId: string | null;
  readonly history: history.HistoryRow;
  readonly steps: history.HistorySteps;
}

export interface BadRow extends SeenRow {
  readonly externalId: string | null;
  readonly reasons: readonly Reason[];
}

export type CheckedRow = GoodRow | BadRow;

export interface RowRules {
  readonly check: RowCheck;
  readonly choice: NamedMappingChoice;
  readonly fill: ImportOptions['fill'];
  readonly onMapping: (mapping: NamedMapping) => void;
}

/** Maps and checks every row of a file in its order; a row whose source and external id came before is bad. A usage fault when there is no row. */
export async function* checkedRows(rows: AsyncIterable<ReadRow>, rules: RowRules): AsyncGenerator<CheckedRow> {
  const seen = new Map<string, number>();
  let mapping: NamedMapping | undefined;
  let some = false;
  for await (const read of rows) {
    some = true;
    if ('unreadable' in read) {
      const { row, position, raw, unreadable } = read;
      yield { row, position, original: raw ?? null, externalId: null, reasons: [{ field: '', ...unreadable }] };
      continue;
    }
    if (!mapping) {
      mapping = chooseMapping(Object.keys(read.cells), rules.choice, Object.keys(rules.fill));
      rules.onMapping(mapping);
    }
    const dropped = droppedColumns(Object.keys(read.cells), mapping, rules.choice);
    if (dropped.length > 0) yield { row: read.row, position: read.position, original: read.cells, externalId: externalIdOf(mapped(read.cells, mapping.mapping)), reasons: dropped.map(droppedReason) };
    else yield checked(read, filled(mapped(read.cells, mapping.mapping), rules.fill), mapping, rules.check, seen);
  }
  if (!some) throw new UsageFault('文件没有数据行，没有导入任何内容：请核对是不是这个文件', 'the file holds no rows');
}

function checked({ row, position, cells }: ReadableRow, history: history.HistoryRow, { mapping }: NamedMapping, check: RowCheck, seen: Map<string, number>): CheckedRow {
  const about = { row, position, original: cells, externalId: externalIdOf(history) };
  const bad = (problems: readonly history.HistoryProblem[]): BadRow => ({ ...about, reasons: problems.map((problem) => reasonOf(problem, mapping)) });
  const planned = check(history);
  if (!planned.ok) return bad(planned.problems);
  const { record, steps } = planned.plan;
  const origin = JSON.stringify([record.source, record.externalId]);
  const before = seen.get(origin);
  if (before !== undefined) return bad([{ field: 'externalId', slug: 'duplicate-row', values: { row: before } }]);
  seen.set(origin, row);
  return { ...about, history, steps };
}

function filled(row: history.HistoryRow, fill: ImportOptions['fill']): history.HistoryRow {
  const isEmpty = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';
  return {
    ...row,
    ...(fill.source !== undefined && isEmpty(row.source) ? { source: fill.source } : {}),
    ...(fill.unit !== undefined && isEmpty(row.unit) ? { unit: fill.unit } : {}),
  };
}

function externalIdOf({ externalId }: history.HistoryRow): string | null {
  return typeof externalId === 'string' || typeof externalId === 'number' ? String(externalId) : null;
}
