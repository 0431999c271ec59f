import { randomUUIDv7 as newId } from 'node:crypto';
import { prefecture } from '@hotline/domain';
import { assertRefusalsCovered } from '@hotline/http';
import { eventually } from '@hotline/testing';
import { OLD_KEY, OWN_KEY, PrefectureUnderTest } from '../../spec/prefecture-under-test.js';
import { signed } from '../../../../test/prefecture/shared-secret.js';
import { PREFECTURE_REFUSALS } from '../prefecture.refusals.js';

const PETITIONER = { name: '欧阳慕容', contact: '13987654321', idNumber: '532328199001011234' };
const WORDS = { title: '龙川街路灯不亮', text: '龙川街北段的路灯已有一周不亮。' };
let adapter: PrefectureUnderTest;

beforeAll(async () => {
  adapter = await PrefectureUnderTest.start();
});
afterAll(() => adapter.stop());

/** The prefecture's own limit goes on to intake under intake's name for it. */
const DUE = { dueOn: '2018-09-28' };
const transfer = (number = `楚州12345-${newId()}`) => ({ number, transferredAt: '2018-09-21T09:30:00+08:00', category: 'complaint', ...WORDS, petitioner: PETITIONER });

async function rowsThatSay(secret: string): Promise<string[]> {
  const tables = await adapter.service.sql<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'prefecture'`);
  expect(tables.length).toBeGreaterThan(8);
  const found = await Promise.all(tables.map(async ({ name }) => ((await adapter.service.sql(`select 1 from prefecture."${name}" t where t::text like $1`, [`%${secret}%`])).length > 0 ? [name] : [])));
  return found.flat();
}

describe('transfers of the prefecture', () => {
  it('has a text for each refusal', () => {
    const heard = prefecture.DELIVERY_REFUSALS.filter((slug) => slug !== 'message-not-due' && slug !== 'stale-attempt');
    assertRefusalsCovered([...prefecture.TRANSFER_REFUSALS, ...prefecture.APPLICATION_REFUSALS, ...heard, 'no-such-message', 'no-such-report', 'no-peer-configured', 'report-not-over'], PREFECTURE_REFUSALS);
  });

  it('[Art. 14] sent three times, shuffled and at once, are registered once each and answered by the same receipt', async () => {
    adapter.peer.behaviour = { ...adapter.peer.behaviour, copies: 3 };
    const [one, other] = [{ ...transfer(), ...DUE }, transfer()];
    const answers = await adapter.peer.transfer(one, other);
    adapter.peer.behaviour = { ...adapter.peer.behaviour, copies: 1 };
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => `${body['number']} ${body['ticketNumber']}`)).size).toBe(2);
    const registered = adapter.county.registered.filter((each) => each['prefectureNumber'] === one.number);
    expect(registered).toEqual([{ channel: 'prefecture', prefectureNumber: one.number, receivedAt: '2018-09-21T01:30:00.000Z', petitionerKind: 'individual', category: 'complaint', ...WORDS, petitioner: PETITIONER, prefectureDueOn: DUE.dueOn }]);
    const again = await adapter.peer.push('transfers', one);
    expect(again.body).toMatchObject({ number: one.number, ticketNumber: expect.stringMatching(/^YM/), receivedAt: expect.stringMatching(/Z$/) });
    const { body } = await adapter.get(`transfers?number=${encodeURIComponent(one.number)}`);
    expect(body.items).toMatchObject([{ number: one.number, status: 'registered', way: 'webhook', ticketNumber: again.body['ticketNumber'] }]);
  });

  it('[Art. 10] leave neither person nor words in database, outbox or log', async () => {
    await adapter.peer.transfer(transfer());
    for (const secret of [...Object.values(PETITIONER), ...Object.values(WORDS)]) {
      expect(await rowsThatSay(secret)).toEqual([]);
      expect(adapter.service.logLines.join('')).not.toContain(secret);
    }
    expect(await rowsThatSay('YM20180921')).toContain('transfer');
  });

  it('[Art. 10, 14] are turned away unless signed with a key of ours, over this very body, in the last five minutes', async () => {
    const body = transfer();
    const text = JSON.stringify(body);
    const count = adapter.county.registered.length;
    const minutes = (past: number) => Date.now() - past * 60_000;
    const wrong = [
      signed({ ...OWN_KEY, secret: 'another-secret-altogether' }, text),
      signed({ ...OWN_KEY, id: 'k9' }, text),
      signed(OWN_KEY, `${text} `),
      signed(OWN_KEY, text, minutes(5.1)),
      signed(OWN_KEY, text, minutes(-5.1)),
      { ...signed(OWN_KEY, text), 'x-hotline-timestamp': String(Math.floor(minutes(1) / 1_000)) },
      { 'x-hotline-signature': 'zz' },
      { 'x-hotline-signature': '' },
    ];
    for (const headers of wrong) expect(await adapter.peer.push('transfers', body, headers)).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
    expect(adapter.county.registered.length).toBe(count);
    expect((await adapter.peer.push('transfers', body, signed(OLD_KEY, text, minutes(4.9)))).status).toBe(200);
  });

  it('[Art. 12] with other content under a known number are refused and noted; the first content stands', async () => {
    const first = transfer();
    const [receipt] = await adapter.peer.transfer(first);
    for (let times = 0; times < 3; times++) expect(await adapter.peer.push('transfers', { ...first, title: '另一件事' })).toMatchObject({ status: 409, body: { code: 'transfer-contradicts' } });
    expect(await adapter.peer.push('transfers', first)).toEqual(receipt);
    expect(await adapter.service.sql(`select kind, count(*)::int as n from contradiction where number = $1 group by kind`, [first.number])).toEqual([{ kind: 'other-content', n: 1 }]);
  });

  it('[Art. 14] wait at the prefecture while intake is away, and are taken when they are repeated', async () => {
    const body = transfer();
    adapter.county.up = false;
    const text = JSON.stringify(body);
    const response = await fetch(`${adapter.peer.county}/v1/inbound/transfers`, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...signed(OWN_KEY, text) } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await adapter.service.sql(`select status from transfer where number = $1`, [body.number])).toEqual([{ status: 'arriving' }]);
    const pushed = await adapter.peer.insist('transfers', body, async () => void (adapter.county.up = true));
    expect(pushed).toMatchObject({ status: 200, body: { number: body.number } });
  });

  it('[Art. 14] that intake refuses are told why, and may come mended under the same number', async () => {
    const bad = { ...transfer(), title: '路'.repeat(121) };
    expect(await adapter.peer.push('transfers', bad)).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ field: 'title' }] } });
    expect((await adapter.get(`transfers?status=refused`)).body.items).toMatchObject([{ number: bad.number, cause: 'validation-failed' }]);
    expect(await adapter.peer.push('transfers', { ...bad, title: '路灯' })).toMatchObject({ status: 200 });
  });

  const ledger = async (query: string): Promise<Record<string, unknown>[]> => (await adapter.get(`transfers?${query}`)).body.items as Record<string, unknown>[];
  const lineOf = (number: string) => ledger(`number=${encodeURIComponent(number)}`);

  it('[Art. 14] that were typed in at the desk are in the ledger from their registration on, told twice and late, and once', async () => {
    const [desk, local, past] = [adapter.tale(`楚州-手工-${newId()}`), adapter.tale(null), adapter.tale(`楚州-往年-${newId()}`)];
    await adapter.service.tell(desk.dispatched, local.registered, desk.registered, desk.registered, past.registered, adapter.importedOf(past));
    const line = { number: desk.prefectureNumber, status: 'registered', way: 'desk', ticketId: desk.ticketId, ticketNumber: desk.ticketNumber, cause: null, transferredAt: expect.stringMatching(/Z$/), arrivedAt: desk.registered.time, registeredAt: desk.registered.time };
    await eventually(async () => expect(await lineOf(desk.prefectureNumber ?? '')).toEqual([line]));
    await adapter.service.tell(desk.registered);
    await eventually(async () => expect(await lineOf(past.prefectureNumber ?? '')).toEqual([]));
    const whole = await ledger('limit=100');
    expect(whole.filter(({ way }) => way === 'desk')).toEqual([line]);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await adapter.get(`transfers?limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...body.items.map(({ number }: { number: string }) => number));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(paged).toEqual(whole.map(({ number }) => number));
  });

  it('[Art. 14] that came by themselves keep their line when the event of the ticket tells of it; one that was refused and then typed in shows the ticket', async () => {
    const own = transfer();
    await adapter.peer.transfer(own);
    const [before] = await lineOf(own.number);
    const same = adapter.tale(own.number);
    const refused = { ...transfer(), title: '路'.repeat(121) };
    await adapter.peer.push('transfers', refused);
    expect(await lineOf(refused.number)).toMatchObject([{ status: 'refused', way: 'webhook' }]);
    const typed = adapter.tale(refused.number);
    await adapter.service.tell(same.registered, typed.registered);
    await eventually(async () => expect(await lineOf(refused.number)).toMatchObject([{ status: 'registered', way: 'desk', ticketNumber: typed.ticketNumber }]));
    expect(await lineOf(own.number)).toEqual([before]);
    expect(before).toMatchObject({ way: 'webhook', status: 'registered' });
    expect((await ledger('status=refused&limit=100')).map(({ number }) => number)).not.toContain(refused.number);
  });

  it('[Art. 14] whose number was typed in at the desk before are that ticket: asked to wait for its event, then answered by its receipt, whatever they say', async () => {
    const own = transfer();
    const desk = adapter.tale(own.number);
    adapter.county.typedIn.add(own.number);
    expect(await adapter.peer.push('transfers', own)).toMatchObject({ status: 503 });
    await adapter.service.tell(desk.registered, desk.registered);
    await eventually(async () => expect(await adapter.service.sql(`select status, way from transfer where number = $1`, [own.number])).toEqual([{ status: 'registered', way: 'desk' }]));
    const receipt = { status: 200, body: { number: own.number, ticketNumber: desk.ticketNumber, receivedAt: new Date(desk.registered.time).toISOString() } };
    for (const body of [own, { ...own, title: '州级的标题' }, own]) expect(await adapter.peer.push('transfers', body)).toMatchObject(receipt);
    expect(await lineOf(own.number)).toMatchObject([{ status: 'registered', way: 'desk', ticketId: desk.ticketId, ticketNumber: desk.ticketNumber }]);
    expect(await adapter.service.sql(`select from contradiction where number = $1`, [own.number])).toEqual([]);
  });

  it('[Art. 14] that come after the event of the desk’s ticket are settled at once', async () => {
    const own = transfer();
    const desk = adapter.tale(own.number);
    adapter.county.typedIn.add(own.number);
    await adapter.service.tell(desk.registered);
    await eventually(async () => expect(await lineOf(own.number)).toMatchObject([{ way: 'desk' }]));
    expect(await adapter.peer.push('transfers', own)).toMatchObject({ status: 200, body: { ticketNumber: desk.ticketNumber } });
    expect(await adapter.service.sql(`select status, way from transfer where number = $1`, [own.number])).toEqual([{ status: 'registered', way: 'desk' }]);
  });

  it('answers rubbish by what is wrong with it, and says nobody who only has a token', async () => {
    for (const rubbish of [{}, [], { ...transfer(), number: '' }, { ...transfer(), transferredAt: '昨天' }, { ...transfer(), category: '表扬' }, { ...transfer(), surprise: 1 }]) {
      expect(await adapter.peer.push('transfers', rubbish)).toMatchObject({ status: 400, body: { title: expect.stringMatching(/\p{Script=Han}/u) } });
    }
    expect((await adapter.post('inbound/transfers', transfer(), 'prefecture')).status).toBe(401);
    expect((await adapter.get('transfers', 'unit')).status).toBe(403);
  });
});
