import { access } from 'node:fs/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Signal } from '@hotline/messaging';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { Inbox } from './inbox.js';

const LOOK_EVERY_MS = 2_000;
const LEAD = `select pg_try_advisory_lock(hashtextextended('inbox:' || current_schema(), 0)) as got`;

/** Looks into the folder for dropped files; of several replicas one at a time, by a session lock that ends with its process. */
@Injectable()
export class InboxLoop implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('InboxLoop');
  readonly #signal = new Signal();
  #running: Promise<void> | undefined;
  #stopping = false;
  #failing = false;

  constructor(
    private readonly inbox: Inbox,
    private readonly orm: MikroORM,
    @Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.inboxPath !== undefined) this.#running = this.#run(this.config.inboxPath);
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopping = true;
    this.#signal.raise();
    await this.#running;
  }

  async #run(folder: string): Promise<void> {
    while (!this.#stopping) {
      try {
        await this.#look(folder);
        this.#failing = false;
      } catch (error) {
        if (!this.#failing) this.#log.warn({ msg: 'the inbox cannot be read, trying again', err: error });
        this.#failing = true;
      }
      if (!this.#stopping) await this.#signal.wait(LOOK_EVERY_MS);
    }
  }

  async #look(folder: string): Promise<void> {
    const pool = await this.orm.driver.getConnection().getNativeClient();
    const client = await pool.connect();
    let leading = false;
    try {
      leading = (await client.query<{ got: boolean }>(LEAD)).rows[0]?.got === true;
      if (leading) await access(folder); // one that has gone, say a share, is missed, not made anew
      if (leading) await this.inbox.empty(folder);
    } finally {
      client.release(leading); // ends the session and with it the lock
    }
  }
}
