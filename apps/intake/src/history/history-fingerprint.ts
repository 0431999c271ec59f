import { createHash } from 'node:crypto';
import { history } from '@hotline/domain';

/**
 * SHA-256 (base64url) over the filled columns of a past ticket as they are read: a label or its code, a name or its unit, a
 * moment in any zone give the same. Empty columns do not count, so that a column the future adds changes no earlier fingerprint.
 */
export function historyFingerprint(record: history.HistoryRecord): string {
  const filled = history.HISTORY_COLUMNS.filter((column) => record[column] !== null).map((column) => [column, record[column]]);
  return createHash('sha256').update(JSON.stringify(filled)).digest('base64url');
}
