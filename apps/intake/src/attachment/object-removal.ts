import { Inject, Injectable } from '@nestjs/common';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import type { DueWork } from '../due/due-work.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';

const BATCH = 20;

/** Notes that an object is to go once `due` has come; what is noted before is kept. */
export async function removeLater(tx: Transaction, keys: readonly string[], due: Instant): Promise<void> {
  await tx.sql(`insert into object_removal (object_key, due_at) select key, $2 from unnest($1::text[]) as gone (key) on conflict (object_key) do update set due_at = least(object_removal.due_at, excluded.due_at)`, [
    keys,
    isoOf(due),
  ]);
}

/** The object stays: its row is about to be committed. False when it has been removed already. */
export async function keepObject(tx: Transaction, key: string): Promise<boolean> {
  return (await tx.sql(`delete from object_removal where object_key = $1 returning object_key`, [key])).length > 0;
}

/**
 * Removes objects that no row speaks for: uploads whose row was never committed, whether refused or cut off by a crash, and attachments of
 * disposed tickets. Each stands in `object_removal` before its first byte is written, so none is forgotten.
 */
@Injectable()
export class ObjectRemoval implements DueWork {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  once(): Promise<'more' | 'done'> {
    return this.uow.run(async (tx) => {
      const due = await tx.sql<{ key: string }>(`select object_key as key from object_removal where due_at <= $1 order by due_at limit $2 for update skip locked`, [isoOf(this.time.now()), BATCH]);
      for (const { key } of due) await this.store.remove(key);
      if (due.length > 0) await tx.sql(`delete from object_removal where object_key = any($1::text[])`, [due.map(({ key }) => key)]);
      return due.length === BATCH ? 'more' : 'done';
    });
  }
}
