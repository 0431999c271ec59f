import type { Transaction } from '@hotline/persistence';

/** A running block that a registration meets; `until` as ISO text in UTC. */
export interface BlockHit {
  readonly blockId: string;
  readonly until: string;
}

/** What is looked at of a registration: when it came in, and by what its petitioner would be known. */
interface Arrival {
  readonly event: { readonly at: number };
  readonly candidates: readonly Buffer[];
}

/** The running block that each registration of a batch meets, the longest of several; one statement a batch, none where nobody said who it is. */
export async function blocksOf<Each extends Arrival>(tx: Transaction, arrivals: readonly Each[]): Promise<ReadonlyMap<Each, BlockHit>> {
  const wanted = arrivals.flatMap(({ candidates }) => candidates);
  if (wanted.length === 0) return new Map();
  const rows = await tx.sql<BlockHit & { blind: Buffer }>(
    `select blind, block_id as "blockId", to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
     from block_index join block on block.id = block_id where blind = any($1::bytea[]) and block.status = 'running' order by until`,
    [wanted],
  );
  if (rows.length === 0) return new Map();
  const byBlind = new Map(rows.map(({ blind, ...hit }) => [blind.toString('hex'), hit]));
  return new Map(
    arrivals.flatMap((each) => {
      const hits = each.candidates.flatMap((blind) => byBlind.get(blind.toString('hex')) ?? []);
      const hit = hits.filter(({ until }) => Date.parse(until) > each.event.at).toSorted((a, b) => a.until.localeCompare(b.until)).at(-1);
      return hit ? [[each, hit] as const] : [];
    }),
  );
}

/** Counts on each block how often it held somebody back, and how often an emergency went through it. */
export async function countHeldBack<Each>(tx: Transaction, hits: ReadonlyMap<Each, BlockHit>, { refused, urgent }: { readonly refused: readonly Each[]; readonly urgent: readonly Each[] }): Promise<void> {
  const ids = [...new Set([...refused, ...urgent].flatMap((each) => hits.get(each)?.blockId ?? []))].sort();
  if (ids.length === 0) return;
  const countOf = (those: readonly Each[], id: string): number => those.filter((each) => hits.get(each)?.blockId === id).length;
  await tx.sql(
    `update block set attempts = attempts + heard.refused, emergencies = emergencies + heard.urgent
     from unnest($1::uuid[], $2::integer[], $3::integer[]) as heard (id, refused, urgent) where block.id = heard.id`,
    [ids, ids.map((id) => countOf(refused, id)), ids.map((id) => countOf(urgent, id))],
  );
}
