import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { prefecture } from '@hotline/domain';
import { CLOCK, type Clock } from '@hotline/http';
import { UnitOfWork } from '@hotline/persistence';
import { CountyUnavailable } from '../county/county-api.js';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import { withdraw } from './application.store.js';
import { Circuit } from './circuit.js';
import { LetterWriter, type Letter } from './letter.writer.js';
import { deliveryOf, lockDue, lockMessage, saveDelivery, type StoredMessage } from './message.store.js';
import { PeerPlatform } from './peer-platform.client.js';

/** Messages under way at once in one process; a lane has one at most, in all processes. */
const AT_ONCE = 8;
/** Longer than fetching the words and waiting for the peer together may take. */
const LEASE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Delivers what is due to the prefecture, each lane in its order, safe on any number of replicas. */
@Injectable()
export class Deliveries {
  readonly #log = new Logger('Deliveries');
  readonly circuit: Circuit;
  readonly #rules: prefecture.DeliveryRules;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly peer: PeerPlatform,
    private readonly letters: LetterWriter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PREFECTURE_SETTINGS) { retrySeconds, giveUpDays }: PrefectureConfig,
  ) {
    this.circuit = new Circuit(retrySeconds * 1_000);
    this.#rules = { leaseMs: LEASE_MS, firstPauseMs: retrySeconds * 1_000, longestPauseMs: LONGEST_PAUSE_MS, giveUpAfterMs: giveUpDays * DAY_MS };
  }

  /** Tries what is due and answers how much that was; nothing during a pause or without a peer. */
  async round(): Promise<number> {
    const allowed = this.peer.configured ? this.circuit.allowance(this.clock.now(), AT_ONCE) : 0;
    if (allowed === 0) return 0;
    const begun = await this.#begin(allowed);
    await Promise.all(begun.map((message) => this.#deliver(message)));
    return begun.length;
  }

  /** Each try is on the record before it is made: whoever takes over after a crash repeats it under the same key. */
  #begin(limit: number): Promise<StoredMessage[]> {
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const begun: StoredMessage[] = [];
      for (const message of await lockDue(tx, now, limit)) {
        const before = deliveryOf(message);
        const decision = prefecture.decideDelivery(before, { type: 'Try', at: now }, this.#rules);
        if (!decision.accepted) continue;
        const after = decision.events.reduce(prefecture.evolveDelivery, before);
        await saveDelivery(tx, message.id, after);
        begun.push({ ...message, ...after });
      }
      return begun;
    });
  }

  async #deliver(message: StoredMessage): Promise<void> {
    const letter = await this.#written(message);
    if (letter.kind === 'outdated') return this.#outdated(message, letter.cause);
    if (letter.kind === 'unwritten') return this.#note(message, this.#failure(message, letter.fault));
    const answer = await this.peer.deliver(message.key, letter.content, this.clock.now());
    const { attempts: attempt } = message;
    const at = this.clock.now();
    if (answer.kind === 'unavailable') {
      this.circuit.failed(at);
      return this.#note(message, this.#failure(message, answer.fault, answer.afterMs));
    }
    this.circuit.succeeded();
    if (answer.kind === 'receipt') return this.#note(message, { type: 'Acknowledge', receipt: answer.receipt, attempt, at });
    this.#log.error({ msg: 'the prefecture refused a message: a person must send it again or close it', messageId: message.id, kind: message.kind, fault: answer.fault });
    return this.#note(message, { type: 'Refuse', fault: answer.fault, attempt, at });
  }

  async #written(message: StoredMessage): Promise<Letter> {
    try {
      return await this.letters.write(message);
    } catch (error) {
      if (!(error instanceof CountyUnavailable)) throw error;
      return { kind: 'unwritten', fault: 'county-unavailable' };
    }
  }

  /** The chance that spreads the tries is drawn from message and try, so that it needs no memory and can be looked up. */
  #failure({ key, attempts: attempt }: StoredMessage, fault: string, afterMs?: number): prefecture.DeliveryCommand {
    const chance = createHash('sha256').update(`${key}#${attempt}`).digest().readUInt32BE() / 2 ** 32;
    return { type: 'Fail', fault, attempt, chance, at: this.clock.now(), ...(afterMs !== undefined && { afterMs }) };
  }

  async #note(message: StoredMessage, command: prefecture.DeliveryCommand): Promise<void> {
    const event = await this.uow.run(async (tx) => {
      const stored = await lockMessage(tx, { id: message.id });
      if (!stored) return undefined;
      const before = deliveryOf(stored);
      const decision = prefecture.decideDelivery(before, command, this.#rules);
      if (!decision.accepted) return undefined; // settled meanwhile, or tried anew
      await saveDelivery(tx, stored.id, decision.events.reduce(prefecture.evolveDelivery, before));
      return decision.events[0];
    });
    if (event?.type === 'GivenUp') this.#log.error({ msg: 'a message could not be delivered for days: a person must send it again or close it', messageId: message.id, kind: message.kind, fault: event.fault });
  }

  #outdated(message: StoredMessage, cause: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const stored = await lockMessage(tx, { id: message.id });
      if (!stored) return;
      // This try has not left the house; only an earlier one may have.
      await withdraw(tx, { ...stored, attempts: stored.attempts - 1 }, cause, stored.happenedAt, this.clock.now());
      await tx.sql(`update message set attempts = $2 where id = $1`, [stored.id, stored.attempts]);
    });
  }
}
