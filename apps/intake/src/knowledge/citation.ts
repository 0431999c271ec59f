import type { Outcome } from '@hotline/domain/shared';
import type { Transaction } from '@hotline/persistence';

/** The citation kept with an answer, `<entry>@<version>`; null when the answer rests on none. */
export async function citationOf(tx: Transaction, entryId: string | null | undefined): Promise<Outcome<string | null>> {
  if (entryId === null || entryId === undefined) return { ok: true, value: null };
  // shared: the entry cannot be withdrawn between here and the commit
  const [row] = await tx.sql<{ version: number | null }>(`select in_force_version as version from knowledge_entry where id = $1 for share`, [entryId]);
  if (!row) return { ok: false, refusal: { slug: 'knowledge-entry-unknown', field: 'knowledgeEntry' } };
  if (row.version === null) return { ok: false, refusal: { slug: 'knowledge-entry-not-in-force', field: 'knowledgeEntry' } };
  return { ok: true, value: `${entryId}@${row.version}` };
}
