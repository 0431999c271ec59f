import { Injectable, Inject } from '@nestjs/common';
import { isoOf } from '@hotline/domain/shared';
import { UnitOfWork } from '@hotline/persistence';
import { CountyApi, type CountyAnswer } from '../county/county-api.js';
import { PREFECTURE_SETTINGS, type PrefectureConfig } from '../prefecture.config.js';
import type { StoredMessage } from './message.store.js';

/** What is sent, or why it is out of date, or why it cannot be written now. */
export type Letter = { readonly kind: 'letter'; readonly content: object } | { readonly kind: 'outdated'; readonly cause: string } | { readonly kind: 'unwritten'; readonly fault: string };

type Words = { readonly kind: 'words'; readonly words: Readonly<Record<string, unknown>> } | Exclude<Letter, { kind: 'letter' }>;

/** Writes a message out at the moment of sending: the words come from the service that owns them and are kept nowhere here (Art. 10). */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly county: CountyApi,
    private readonly uow: UnitOfWork,
    @Inject(PREFECTURE_SETTINGS) private readonly config: PrefectureConfig,
  ) {}

  /** Throws CountyUnavailable while a service that has the words does not answer. */
  async write(message: StoredMessage): Promise<Letter> {
    const found = await this.#wordsFor(message);
    if (found.kind !== 'words') return found;
    const { key, kind, prefectureNumber, ticketNumber, happenedAt, codes } = message;
    const { evidenceTicketIds: _, ...shown } = codes;
    return { kind: 'letter', content: { key, kind, county: this.config.county, prefectureNumber, ticketNumber, happenedAt: isoOf(happenedAt), ...shown, ...found.words } };
  }

  async #wordsFor(message: StoredMessage): Promise<Words> {
    const ticketId = message.ticketId ?? '';
    switch (message.kind) {
      case 'progress':
      case 'closing':
      case 'withdrawal':
        return words({});
      case 'answer':
        return had(await this.county.ticket(ticketId), ({ answer }) => (answer ? words({ answer: answer.answer }) : unwritten('no-answer')));
      case 'feedback':
        return had(await this.county.handlingOf(ticketId), ({ dispatch, past }) => {
          const handled = [...past, ...(dispatch ? [dispatch] : [])].find(({ dispatchNo }) => dispatchNo === message.codes['dispatchNo']);
          return handled?.result ? words({ result: handled.result }) : unwritten('no-result');
        });
      case 'return':
        return had(await this.county.handlingOf(ticketId), ({ upstreamReturns }) => {
          const asked = upstreamReturns.find(({ askedAt }) => askedAt === message.codes['askedAt']);
          return asked?.accepted === null ? words({ reason: asked.reason }) : outdated();
        });
      case 'extension':
        return had(await this.county.extension(String(message.codes['extensionId'])), ({ status, reason }) => (status === 'forwarded' ? words({ reason }) : outdated()));
      case 'block':
        return words({ evidence: await this.#numbersOf(message.codes['evidenceTicketIds']) });
    }
  }

  #numbersOf(ticketIds: unknown): Promise<readonly string[]> {
    return this.uow.read(async (tx) => {
      const rows = await tx.sql<{ number: string }>(`select number from known_ticket where ticket_id = any($1::uuid[]) and number is not null order by number`, [ticketIds]);
      return rows.map(({ number }) => number);
    });
  }
}

function had<T>(answer: CountyAnswer<T>, read: (value: T) => Words): Words {
  return answer.ok ? read(answer.value) : unwritten(`county-${answer.problem.status}`);
}

function words(found: Readonly<Record<string, unknown>>): Words {
  return { kind: 'words', words: found };
}

function unwritten(fault: string): Words {
  return { kind: 'unwritten', fault };
}

function outdated(): Words {
  return { kind: 'outdated', cause: 'application-out-of-date' };
}
