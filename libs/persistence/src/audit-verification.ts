import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { AuditAnchor } from './audit-anchor.js';
import { AUDIT_CONTENT, type AuditContent } from './audit-chain.js';
import { ChainWalk, type AuditFinding, type Link } from './audit-walk.js';

/** What a look through one service's audit log came to. */
export interface AuditReport {
  readonly findings: readonly AuditFinding[];
  /** Position of the last seal. */
  readonly sealed: number;
  /** Rows whose words were emptied, each on record (Art. 20). */
  readonly erased: number;
  /** Rows too young to be sealed. */
  readonly waiting: number;
  /** Anchors of the service that were compared. */
  readonly anchors: number;
}

/** What is verified: the schema of one service, against its anchors. */
export interface AuditedService {
  readonly service: string;
  readonly schema: string;
  readonly anchors: readonly AuditAnchor[];
}

const PAGE = 5_000;
/** A sealer needs a second; what waits longer than this was forgotten, or nobody seals. */
const SEALED_WITHIN_SECONDS = 60;

/**
 * Recomputes the chain of a service page by page and names all that does not fit, in the order of positions; undefined when the schema has no audit
 * log. Changes nothing, trusts no function or trigger of the database, and may run beside the live service: each page is one statement.
 */
export async function verifyAudit(client: Pick<ClientBase, 'query'>, { service, schema, anchors }: AuditedService): Promise<AuditReport | undefined> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema)) throw new Error(`no name of a schema: ${schema}`);
  const { rows } = await client.query<{ log: string | null }>('select to_regclass($1) as log', [`${schema}.audit_seal`]);
  if (!rows[0]?.log) return undefined;
  const walk = new ChainWalk(anchors.filter((anchor) => anchor.service === service));
  const words = new ErasedWords();
  for (let page = await links(client, schema, 0); page.length > 0; page = await links(client, schema, page.at(-1)?.position ?? Infinity)) {
    for (const link of page) {
      walk.take(link);
      if (link.content) words.take(link.position, link.content);
    }
  }
  const unfit = walk.end();
  const known = new Set(unfit.map(({ position }) => position));
  const unbound = words.findings(await erasuresOnTheirWay(client, schema)).filter(({ position }) => !known.has(position));
  const findings = [...unfit, ...unbound, ...(await sealedByNobody(client, schema))];
  const { left, waiting } = await unsealed(client, schema);
  return { findings: [...findings, ...left].sort(byPosition), sealed: walk.position, erased: words.count, waiting, anchors: walk.anchors };
}

/** A row with what its salted digest was made of. */
interface Worded extends AuditContent {
  readonly words: string | null;
  readonly salt: string | null;
}

const WORDED = `${AUDIT_CONTENT}, encode(salt, 'hex') as salt,
  (select jsonb_object_agg(key, value)::text from jsonb_each(details) where key in ('purpose', 'reason')) as words`;

async function links(client: Pick<ClientBase, 'query'>, schema: string, past: number): Promise<readonly Link<Worded>[]> {
  const { rows } = await client.query<Worded & { position: number; entry: string; hash: string }>(
    `select seal.position::float8 as position, seal.entry_id::text as entry, encode(seal.hash, 'hex') as hash, row.*
     from (select * from ${schema}.audit_seal where position > $1 order by position limit ${PAGE}) seal
     left join lateral (select ${WORDED} from ${schema}.audit_entry where audit_entry.id = seal.entry_id offset 0) row on true
     order by seal.position`,
    [past],
  );
  return rows.map(({ position, entry, hash, ...content }) => ({ position, entry, hash, content: content.id === null ? undefined : content }));
}

/** Whether the words of rows are those that were sealed, or were emptied by an act that is itself on record. */
class ErasedWords {
  readonly #found: AuditFinding[] = [];
  readonly #erased = new Map<string, number>();
  readonly #recorded = new Set<string>();

  get count(): number {
    return this.#erased.size;
  }

  take(position: number, { id, digest, salt, words, action, rest }: Worded): void {
    if (action === ERASURE) this.#recorded.add(entryOf(rest));
    if (digest !== null && salt === null && emptied(words)) this.#erased.set(id, position);
    else if (digest !== bound(salt, words)) this.#found.push({ kind: 'row-edited', position, entry: id });
  }

  findings(onTheirWay: readonly string[]): readonly AuditFinding[] {
    const recorded = new Set([...this.#recorded, ...onTheirWay]);
    const bare = [...this.#erased].filter(([entry]) => !recorded.has(entry));
    return [...this.#found, ...bare.map(([entry, position]) => ({ kind: 'words-erased-off-record', position, entry }) as const)];
  }
}

const ERASURE = 'EraseAuditWords';

function bound(salt: string | null, words: string | null): string | null {
  if (words === null && salt === null) return null;
  return createHash('sha256').update(Buffer.from(salt ?? '', 'hex')).update(words ?? '').digest('hex');
}

function emptied(words: string | null): boolean {
  return words !== null && Object.values(JSON.parse(words) as object).every((word) => word === '');
}

function entryOf(details: string): string {
  return String((JSON.parse(details) as { entry?: unknown }).entry);
}

async function erasuresOnTheirWay(client: Pick<ClientBase, 'query'>, schema: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ rest: string }>(`select details::text as rest from ${schema}.audit_unsealed join ${schema}.audit_entry using (id) where action = $1`, [ERASURE]);
  return rows.map(({ rest }) => entryOf(rest));
}

async function sealedByNobody(client: Pick<ClientBase, 'query'>, schema: string): Promise<readonly AuditFinding[]> {
  const found: AuditFinding[] = [];
  for (let past: string | null = '-9223372036854775808'; past !== null; ) {
    const page: { rows: { last: string | null; loose: string[] | null }[] } = await client.query(
      `select max(id)::text as last, array_agg(id::text order by id) filter (where entry_id is null and marked is null) as loose
       from (select id from ${schema}.audit_entry where id > $1 order by id limit ${PAGE}) row
       left join (select entry_id from ${schema}.audit_seal) seal on entry_id = id left join (select id as marked from ${schema}.audit_unsealed) mark on marked = id`,
      [past],
    );
    for (const entry of page.rows[0]?.loose ?? []) found.push({ kind: 'row-inserted', entry });
    past = page.rows[0]?.last ?? null;
  }
  return found;
}

async function unsealed(client: Pick<ClientBase, 'query'>, schema: string): Promise<{ readonly left: readonly AuditFinding[]; readonly waiting: number }> {
  const { rows } = await client.query<{ entry: string; there: boolean; late: boolean | null }>(
    `select mark.id::text as entry, row.id is not null as there, row.at < clock_timestamp() - make_interval(secs => ${SEALED_WITHIN_SECONDS}) as late
     from ${schema}.audit_unsealed mark left join ${schema}.audit_entry row using (id) where not exists (select from ${schema}.audit_seal where entry_id = mark.id) order by mark.id`,
  );
  const left = rows.filter(({ there, late }) => !there || late).map(({ entry, there }) => ({ kind: there ? 'left-unsealed' : 'row-removed', entry }) as const);
  return { left, waiting: rows.length - left.length };
}

/** Those without a position come last. */
function byPosition(one: AuditFinding, other: AuditFinding): number {
  return (one.position ?? Number.MAX_SAFE_INTEGER) - (other.position ?? Number.MAX_SAFE_INTEGER);
}
