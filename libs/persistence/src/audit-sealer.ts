import { setTimeout as after } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { gauge } from '@hotline/observability';
import { appendAnchor } from './audit-anchor.js';
import { AUDIT_CONTENT, BEFORE_THE_FIRST, sealOf, type AuditContent } from './audit-chain.js';
import type { Transaction } from './transaction.js';
import type { UnitOfWork } from './unit-of-work.js';

/** Where and how often the head of the chain is told to the world outside of the database. */
export interface AuditAnchoring {
  /** Without it anchors go to the log. */
  readonly file?: string | undefined;
  readonly everySeconds: number;
}

/** Rows a transaction; some ten milliseconds. */
const BATCH = 1_000;
const EVERY_MS = 1_000;
/** How often it is asked whether an anchor is due, unless they are due more often. */
const ANCHOR_LOOK_MS = 60_000;

interface Waiting extends AuditContent {
  readonly mark: string;
  readonly sealed: boolean;
}

/**
 * Chains the audit rows that were committed: every second each replica tries for the lead (a transaction lock), and whoever has it seals a batch in
 * the order of ids. Writers never wait for it. Positions have no gaps; ids may, and a late one gets a later position.
 * Every so often, and at the end, the head of the chain is anchored outside.
 */
export class AuditSealer implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('AuditSealer');
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #takeAway: (() => void)[] = [];
  #failing = false;
  #nextLook = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly service: string,
    private readonly anchoring: AuditAnchoring,
  ) {}

  onModuleInit(): void {
    this.#takeAway = [
      gauge('hotline_audit_unsealed_age_seconds', 'Age of the oldest audit row that is not in the chain yet; 0 when there is none', () => this.unsealedAge()),
      gauge('hotline_audit_anchor_age_seconds', 'Time since the head of the audit chain was last anchored outside of the database; 0 while the chain is empty', () => this.anchorAge()),
    ];
  }

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    for (const takeAway of this.#takeAway) takeAway();
    this.#stop.abort();
    await this.#running;
  }

  /** For when nothing more is written: seals what is left and anchors the head, unless the database is gone or another replica has the lead. */
  async finish(): Promise<void> {
    try {
      await this.seal();
      await this.#anchor(UNANCHORED);
    } catch (error) {
      this.#log.warn({ msg: 'the end of the audit log is not anchored; the next start does it', err: error });
    }
  }

  /** Seals all that waits, a batch a transaction; returns early when another replica has the lead. */
  async seal(): Promise<void> {
    let last: string | undefined = '0';
    while (last !== undefined) last = await this.uow.run((tx) => this.#sealBatch(tx, last ?? '0'));
  }

  /** Anchors the head of the chain if nobody did so lately. */
  anchor(): Promise<void> {
    return this.#anchor(NOT_LATELY);
  }

  /** In seconds; ids are in the order of time nearly enough. */
  unsealedAge(): Promise<number> {
    return this.#age(`select at from audit_unsealed join audit_entry using (id) order by id limit 1`);
  }

  /** In seconds; of a chain that was never anchored, the age of its first row. */
  anchorAge(): Promise<number> {
    return this.#age(`select coalesce((select at from audit_anchored), (select at from audit_seal join audit_entry on id = entry_id order by position limit 1)) as at`);
  }

  #age(of: string): Promise<number> {
    return this.uow.read(async (tx) => {
      const [oldest] = await tx.sql<{ age: number | null }>(`select greatest(extract(epoch from clock_timestamp() - at), 0)::float8 as age from (${of}) oldest`);
      return oldest?.age ?? 0;
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.seal();
        if (Date.now() >= this.#nextLook) await this.#look();
        this.#failing = false;
      } catch (error) {
        if (!this.#failing) this.#log.warn({ msg: 'audit rows could not be sealed or anchored; trying on', err: error });
        this.#failing = true;
      }
      await after(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  #look(): Promise<void> {
    this.#nextLook = Date.now() + Math.min(ANCHOR_LOOK_MS, this.anchoring.everySeconds * 1_000);
    return this.anchor();
  }

  /** Answers after which id to go on; undefined when that was all or another replica leads. */
  async #sealBatch(tx: Transaction, past: string): Promise<string | undefined> {
    if (!(await leads(tx))) return undefined;
    const marks = await tx.sql<Waiting>(WAITING, [past]);
    const rows = marks.filter(({ id, sealed }) => id !== null && !sealed); // a mark without its row stays: `verify audit` names it
    const head = await headOf(tx);
    let [position, hash] = [head?.position ?? 0, head?.hash ?? BEFORE_THE_FIRST];
    const hashes = rows.map((row) => (hash = sealOf(++position, hash, row)));
    const done = marks.filter(({ id }) => id !== null).map(({ mark }) => mark);
    if (done.length > 0) await tx.sql(SEAL, [head?.position ?? 0, rows.map(({ id }) => id), hashes, done]);
    return marks.length < BATCH || this.#stop.signal.aborted ? undefined : marks.at(-1)?.mark;
  }

  #anchor(condition: string): Promise<void> {
    return this.uow.run(async (tx) => {
      if (!(await leads(tx))) return;
      const head = await headOf(tx, `where ${condition}`, condition === NOT_LATELY ? [this.anchoring.everySeconds] : []);
      if (!head) return;
      const anchor = { service: this.service, position: head.position, hash: head.hash, at: new Date().toISOString() };
      if (this.anchoring.file === undefined) this.#log.log({ msg: 'audit anchored', ...anchor });
      else await appendAnchor(this.anchoring.file, anchor);
      await tx.sql(`insert into audit_anchored values ($1, clock_timestamp()) on conflict (one) do update set position = excluded.position, at = excluded.at`, [head.position]);
    });
  }
}

/** By schema: in one database there may be several of a service, of several counties. */
async function leads(tx: Transaction): Promise<boolean> {
  const [lead] = await tx.sql<{ got: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('audit:' || current_schema(), 0)) as got`);
  return lead?.got === true;
}

async function headOf(tx: Transaction, where = '', params: readonly unknown[] = []): Promise<{ position: number; hash: string } | undefined> {
  const [head] = await tx.sql<{ position: number; hash: string }>(`select position::float8 as position, encode(hash, 'hex') as hash from audit_seal ${where} order by position desc limit 1`, params);
  return head;
}

const NOT_LATELY = `not exists (select from audit_anchored where at > clock_timestamp() - make_interval(secs => $1))`;
const UNANCHORED = `not exists (select from audit_anchored where audit_anchored.position >= audit_seal.position)`;

/** Each row by its key, as the relay does: a plan made for a short log reads all of it once it is long. A row that is sealed and marked comes from a restored back-up. */
const WAITING = `
select waiting.id::text as mark, exists (select from audit_seal where entry_id = waiting.id) as sealed, row.*
from (select id from audit_unsealed where id > $1 order by id limit ${BATCH}) waiting
left join lateral (select ${AUDIT_CONTENT} from audit_entry where audit_entry.id = waiting.id offset 0) row on true
order by waiting.id`;

const SEAL = `
with sealed as (
  insert into audit_seal (position, entry_id, hash)
  select $1::bigint + place, entry_id, decode(hash, 'hex') from unnest($2::bigint[], $3::text[]) with ordinality as given (entry_id, hash, place)
)
delete from audit_unsealed where id = any($4::bigint[])`;
