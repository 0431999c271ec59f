const KEYS = ['row', 'externalId', 'reasons', 'original'] as const;

/** A row of a rejects file, as a person may have corrected it. */
interface RejectedRow {
  /** The row as it stood in the file it came from; no object where it could not be read there. */
  readonly original: unknown;
}

/** True for the beginning of a file that an import wrote its bad rows to; a byte order mark of an editor does not matter. */
export function beginsLikeRejects(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"row"\s*:\s*\d+\s*,\s*"externalId"\s*:\s*(null|")/.test(text);
}

/** Tells a row of a rejects file by its columns. */
export function isRejectedRow(cells: Readonly<Record<string, unknown>>): cells is Readonly<Record<string, unknown>> & RejectedRow {
  return Object.keys(cells).length === KEYS.length && KEYS.every((key) => Object.hasOwn(cells, key)) && Array.isArray(cells['reasons']);
}

export const ORIGINAL_NOT_A_ROW = {
  code: 'original-not-a-row',
  message: '这一行的 original 不是一个 JSON 对象（原来就没能读取）：请改成“列名: 内容”的对象，或在原文件中改正后导入原文件',
} as const;
