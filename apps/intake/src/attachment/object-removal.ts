import { Inject, Injectable } from '@nestjs/common';
import { isoOf, type Instant } from '@hotline/domain/shared';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork, type Transaction } from '@hotline/persistence';
import type { DueWork } from '../due/due-work.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';

/** When what the store did not remove is tried again; another replica may take it over then. */
const AGAIN_MS = 60_000;

/** Notes that an object is to go once `due` has come; what is noted before is kept. */
export async function removeLater(tx: Transaction, keys: readonly string[], due: Instant): Promise<void> {
  await tx.sql(`insert into object_removal (object_key, due_at) select key, $2 from unnest($1::text[]) as gone (key) on conflict (object_key) do update set due_at = least(object_removal.due_at, excluded.due_at)`, [
    keys,
    isoOf(due),
  ]);
}

/** The object stays: its row is about to be committed. False when its removal has begun. */
export async function keepObject(tx: Transaction, key: string): Promise<boolean> {
  return (await tx.sql(`delete from object_removal where object_key = $1 and not under_way returning object_key`, [key])).length > 0;
}

/** Takes the next object that is to go; what a row speaks for stays, however it came to be noted. */
async function takeNext(tx: Transaction, now: Instant): Promise<string | undefined> {
  const spoken = `exists (select 1 from attachment where attachment.object_key = gone.object_key)`;
  await tx.sql(`delete from object_removal where object_key in (select object_key from object_removal gone where due_at <= $1 and ${spoken} for update skip locked)`, [isoOf(now)]);
  const [taken] = await tx.sql<{ key: string }>(
    `update object_removal set under_way = true, due_at = $2
     where object_key = (select object_key from object_removal gone where due_at <= $1 and not ${spoken} order by due_at limit 1 for update skip locked) returning object_key as key`,
    [isoOf(now), isoOf(now + AGAIN_MS)],
  );
  return taken?.key;
}

/**
 * Removes objects that no row speaks for: uploads whose row was never committed, whether refused or cut off by a crash, and attachments of
 * disposed tickets. Each stands in `object_removal` before its first byte is written, so none is forgotten. The store is asked outside of any
 * transaction, one object at a time: one that is silent holds no row and no connection, and one object that will not go stops no other.
 */
@Injectable()
export class ObjectRemoval implements DueWork {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  async once(): Promise<'more' | 'done'> {
    const key = await this.uow.run((tx) => takeNext(tx, this.time.now()));
    if (key === undefined) return 'done';
    await this.store.remove(key);
    await this.uow.run((tx) => tx.sql(`delete from object_removal where object_key = $1`, [key]));
    return 'more';
  }
}
