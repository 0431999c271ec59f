import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HotlineApi } from '../../deploy/commands/hotline-api.ts';
import type { GoodRow } from '../../deploy/commands/import/checked-rows.ts';
import { HistorySender, type SentRow } from '../../deploy/commands/import/history-sender.ts';

interface Call {
  readonly token: string;
  readonly ids: readonly string[];
}
type Answer = { readonly status?: number; readonly outcome?: (id: string) => object };

const CREATED = { outcome: 'created', problems: [] };
const refused = (slug: string): object => ({ outcome: 'refused', problems: [{ field: 'unit', slug, message: '说明' }] });

/** A server that keeps intake's side of the conversation, answer by answer. */
class Conversation {
  readonly calls: Call[] = [];
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #server: Server;

  constructor(answer: (call: Call, count: number) => Answer) {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      this.mostAtOnce = Math.max(this.mostAtOnce, (this.#atOnce += 1));
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { rows } = JSON.parse(Buffer.concat(chunks).toString()) as { rows: { externalId: string }[] };
        const call = { token: request.headers.authorization ?? '', ids: rows.map(({ externalId }) => externalId) };
        this.calls.push(call);
        const { status = 200, outcome = () => CREATED } = answer(call, this.calls.length);
        setImmediate(() => {
          this.#atOnce -= 1;
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(status === 200 ? { rows: call.ids.map(outcome) } : { code: 'character-refused', detail: '含有不能保存的字符。' }));
        });
      });
    });
  }

  async send(ids: readonly string[], token: () => Promise<string> = () => Promise.resolve('t')): Promise<Record<string, string>> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const api = new HotlineApi(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`, token);
    const told: SentRow[] = [];
    const sender = new HistorySender(api, (sent) => told.push(...sent));
    try {
      for (const id of ids) await sender.add(row(id));
      await sender.finish();
    } finally {
      this.#server.closeAllConnections();
      this.#server.close();
    }
    return Object.fromEntries(told.map((sent) => [sent.row.externalId, sent.outcome === 'refused' ? sent.row.reasons.map(({ code }) => code).join() : sent.outcome]));
  }
}

function row(id: string, text = '文'): GoodRow {
  return { row: 1, position: 0, original: { id, text }, externalId: id, history: { externalId: id, text, unit: null }, steps: {} as GoodRow['steps'] };
}

describe('sending past tickets', () => {
  it('sends batches of 200, at most four at a time, each row once', async () => {
    const conversation = new Conversation(() => ({}));
    const ids = Array.from({ length: 2_050 }, (_, id) => `${id}`);
    const told = await conversation.send(ids);
    expect(conversation.calls.map((call) => call.ids.length).sort((a, b) => a - b)).toEqual([50, ...Array.from({ length: 10 }, () => 200)]);
    expect(conversation.calls.flatMap((call) => call.ids).sort()).toEqual([...ids].sort());
    expect(conversation.mostAtOnce).toBeLessThanOrEqual(4);
    expect(Object.values(told).every((outcome) => outcome === 'created')).toBe(true);
  });

  it('repeats a batch after an overload, and once more with a fresh token after a 401', async () => {
    const overloaded = new Conversation((_, count) => ({ status: count === 1 ? 503 : 200 }));
    expect(await overloaded.send(['1'])).toEqual({ '1': 'created' });
    const expired = new Conversation(({ token }) => ({ status: token === 'Bearer 2' ? 200 : 401 }));
    let issued = 0;
    expect(await expired.send(['1'], () => Promise.resolve(`${(issued += 1)}`))).toEqual({ '1': 'created' });
    const barred = new Conversation(() => ({ status: 401 }));
    await expect(barred.send(['1'])).rejects.toThrow('401');
    expect(barred.calls).toHaveLength(2);
  });

  it('finds the row that spoils its request and lets the others in', async () => {
    const conversation = new Conversation(({ ids }) => ({ status: ids.includes('3') ? 400 : 200 }));
    expect(await conversation.send(['1', '2', '3', '4'])).toEqual({ '1': 'created', '2': 'created', '3': 'character-refused', '4': 'created' });
  });

  it('asks again for a unit that intake has not heard of yet, and not for anything else', async () => {
    const conversation = new Conversation((_, count) => ({ outcome: (id) => (id === '2' && count < 3 ? refused('unknown-unit') : id === '3' ? refused('unit-without-liaison') : CREATED) }));
    expect(await conversation.send(['1', '2', '3'])).toEqual({ '1': 'created', '2': 'created', '3': 'unit-without-liaison' });
    expect(conversation.calls.map(({ ids }) => ids)).toEqual([['1', '2', '3'], ['2'], ['2']]);
  });
});
