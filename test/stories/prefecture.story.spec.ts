import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, freePort } from '@hotline/testing';
import { CALM } from '../prefecture/behaviour.ts';
import { PeerPlatform, type CountyMessage } from '../prefecture/peer-platform.ts';
import { StoryStack } from '../setup/story-stack.ts';
import { counties, type County } from './county.ts';
import { recordUnit } from './directory.ts';
import { Hotline } from './hotline.ts';
import { TicketTale } from './ticket-tale.ts';
import type { CaseView, ExtensionView, Items, TicketView } from './views.ts';
import { filesThatSay, messagesOf, rowsThatSay } from './whereabouts.ts';

const LIGHTS = 'YM-ZJJ';
const SCHOOLS = 'YM-JYTYJ';
const OWN_KEY = { id: 'prefecture-2026', secret: 'the-secret-of-the-prefecture' };
const COUNTY_KEY = { id: 'county-2026', secret: 'the-secret-of-the-county' };
const PETITIONER = { name: '端木清泉', contact: '13987800917' };
const WORDS = { title: '龙川街南段路灯五日不亮', text: '龙川街南段客运站旁的路灯已五日不亮，请尽快维修。' };
const SECRETS = [...Object.values(PETITIONER), ...Object.values(WORDS)];
const SOON = { within: 40_000, every: 100 };
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

interface MessageLine {
  readonly kind: string;
  readonly status: string;
  readonly receipt: string | null;
}
interface DifferenceLine {
  readonly kind: string;
  readonly number: string;
}

let peer: PeerPlatform;
let stack: StoryStack;
let hotline: Hotline;
let county: County;

/** The prefecture pushes a transfer, as its platform plays today; the county's ticket is found by the receipt and accepted. */
async function transferred(number: string, category: string): Promise<TicketTale> {
  const answers = await peer.transfer({ number, transferredAt: new Date(Date.now() - 60_000).toISOString(), category, ...WORDS, petitioner: PETITIONER });
  const receipts = new Set(answers.map(({ status, body }) => `${status} ${String(body['ticketNumber'])}`));
  expect([...receipts]).toEqual([expect.stringMatching(new RegExp(`^200 ${county.numberPrefix}\\d`))]);
  const { items } = await hotline.as('dispatcher').get<Items<TicketView>>(`/intake/v1/tickets?number=${encodeURIComponent([...receipts][0]?.slice(4) ?? '')}`);
  const [ticket] = items;
  expect(items).toMatchObject([{ channel: 'prefecture', prefectureNumber: number }]);
  const tale = TicketTale.of(hotline, ticket?.id ?? '');
  await tale.accept();
  return tale;
}

function heardOf(number: string): string[] {
  return peer.messages.filter(({ prefectureNumber }) => prefectureNumber === number).map(({ kind }) => kind);
}

/** Waits for the newest message of a kind about a transfer. */
function heard(number: string, kind: string, times = 1): Promise<CountyMessage> {
  return eventually(() => {
    const found = peer.messages.filter((message) => message.prefectureNumber === number && message.kind === kind);
    expect(found).toHaveLength(times);
    return found.at(-1) as CountyMessage;
  }, SOON);
}

describe.each(counties)('%s and the prefecture', (lived) => {
  const { extensionCap } = lived.pack.categories.consultation;
  const decidedAbove = ['consultation', 'prefecture-transfer'].some((what) => lived.pack.prefectureReviews.some((each) => each === what));

  beforeAll(async () => {
    county = lived;
    peer = await PeerPlatform.start({ countyKey: COUNTY_KEY, ownKey: OWN_KEY, seed: 12345, port: await freePort() });
    stack = await StoryStack.start({
      ...county.environment,
      PREFECTURE_PEER_URL: peer.url,
      PREFECTURE_PEER_KEY: `${COUNTY_KEY.id}:${COUNTY_KEY.secret}`,
      PREFECTURE_INBOUND_KEYS: `${OWN_KEY.id}:${OWN_KEY.secret}`,
      PREFECTURE_PEER_TIMEOUT: '2',
      PREFECTURE_RETRY_SECONDS: '0.2',
    });
    hotline = new Hotline(stack.url, stack.issuer);
    peer.county = `${stack.url}/prefecture`;
    await recordUnit(hotline, LIGHTS, '元谋县住建局');
    await recordUnit(hotline, SCHOOLS, '元谋县教育体育局');
  }, 240_000);
  afterEach(() => void (peer.behaviour = CALM));
  afterAll(async () => {
    await stack?.stop();
    await peer?.stop();
  }, 60_000);

  it('[Art. 14, 17(1), 18] a transfer comes down, gets more time from whoever decides on it in the county, and goes back up as feedback and closing with receipts', async () => {
    const number = '楚州12345-2026-000101';
    peer.behaviour = { ...CALM, copies: 3 };
    const tale = await transferred(number, 'consultation');
    await tale.dispatch({ mode: 'transfer', lead: SCHOOLS });
    expect(await heard(number, 'progress')).toMatchObject({ lead: SCHOOLS, ticketNumber: (await tale.ticket()).number });

    const asked = await eventually(() => hotline.as('unit', SCHOOLS).post<ExtensionView>(`/sla/v1/tickets/${tale.id}/extensions`, { workingDays: extensionCap, reason: '须向州教育局核实。' }), SOON);
    expect(asked.prefectureReviews).toBe(decidedAbove);
    await hotline.as('dispatcher').post(`/sla/v1/extensions/${asked.id}/${decidedAbove ? 'forward' : 'grant'}`);
    if (decidedAbove) {
      const application = await heard(number, 'extension');
      expect(application).toMatchObject({ extensionId: asked.id, workingDays: extensionCap, reason: '须向州教育局核实。' });
      await peer.decide(application, true, { receipt: '州延-101' });
    }
    const granted = { status: 'granted', decidedBy: decidedAbove ? 'prefecture' : 'county' };
    await eventually(async () => expect(await hotline.as('prefecture').get<ExtensionView>(`/sla/v1/extensions/${asked.id}`)).toMatchObject(granted), SOON);

    peer.behaviour = { ...CALM, failing: 0.3, resetting: 0.2, copies: 3 };
    await tale.handle(SCHOOLS);
    expect(await heard(number, 'feedback')).toMatchObject({ unit: SCHOOLS, resultCode: 'resolved', result: { text: '已更换损坏的灯具，恢复照明。' } });
    await heard(number, 'closing');
    const kinds = ['progress', ...(decidedAbove ? ['extension'] : []), 'feedback', 'closing'];
    expect(heardOf(number)).toEqual(kinds);
    await eventually(async () => {
      const { items } = await hotline.as('dispatcher').get<Items<MessageLine>>(`/prefecture/v1/messages?ticketId=${tale.id}`);
      expect(items.map(({ kind, status }) => `${kind} ${status}`)).toEqual(kinds.map((kind) => `${kind} acknowledged`));
      expect(items.every(({ receipt }) => receipt?.startsWith('州回-'))).toBe(true);
    }, SOON);
  }, 180_000);

  it('[Art. 12, 17(return)] what is not the county’s is offered back, refused, offered again and taken', async () => {
    const number = '楚州12345-2026-000102';
    const tale = await transferred(number, 'complaint');
    const ask = (reason: string) => hotline.as('dispatcher').post<CaseView>(`/routing/v1/tickets/${tale.id}/upstream-return`, { reason });
    await ask('高速公路由州级管理。');
    const first = await heard(number, 'return');
    expect(first).toMatchObject({ reason: '高速公路由州级管理。' });
    await peer.decide(first, false);
    await tale.waitFor('awaiting-dispatch');
    await ask('经核实确属州级管理路段，附路产权属说明。');
    const second = await heard(number, 'return', 2);
    peer.behaviour = { ...CALM, copies: 3 };
    await peer.decide(second, true);
    await tale.waitFor('returned-upstream');
    expect((await peer.decide(second, false, { record: false })).map(({ status }) => status)).toEqual([409, 409, 409]);
    expect((await tale.handling()).status).toBe('returned-upstream');
  }, 120_000);

  it('[Art. 14, 16] nothing is lost, twice or out of order while the prefecture is down, with two processes that deliver', async () => {
    await stack.addReplica('prefecture');
    const numbers = ['楚州12345-2026-000103', '楚州12345-2026-000104', '楚州12345-2026-000105'];
    const tales = [];
    for (const number of numbers) tales.push(await transferred(number, 'help'));
    const { port } = peer;
    await peer.stop();
    for (const tale of tales) {
      await tale.dispatch({ mode: 'transfer', lead: LIGHTS });
      await tale.handle(LIGHTS);
    }
    await eventually(async () => expect(await hotline.as('dispatcher').get('/prefecture/v1/status')).toMatchObject({ peer: 'paused' }), SOON);
    peer.behaviour = { ...CALM, failing: 0.2, resetting: 0.2 };
    await peer.listen(port);
    for (const number of numbers) await eventually(() => expect(heardOf(number)).toEqual(['progress', 'feedback', 'closing']), { within: 60_000, every: 200 });
    await eventually(async () => expect(await hotline.as('dispatcher').get('/prefecture/v1/status')).toMatchObject({ peer: 'connected', waiting: 0, refused: 0, givenUp: 0 }), SOON);
  }, 240_000);

  it('[Art. 12, 14, 17] the reconciliation names what the two sides disagree on, and only that', async () => {
    peer.book.forget('楚州12345-2026-000103');
    const lost = { number: '楚州12345-2026-000199', transferredAt: new Date().toISOString(), category: 'help', ...WORDS };
    peer.book.record(lost);
    const [again] = await Promise.all([peer.push('transfers', { ...lost, number: '楚州12345-2026-000104', title: '另一件事' })]);
    expect(again).toMatchObject({ status: 409, body: { code: 'transfer-contradicts' } });
    expect(await hotline.as('dispatcher').post('/prefecture/v1/reconciliations', { day: TODAY })).toMatchObject({ status: 'done', here: 5, there: 5, differences: 4 });
    const { items } = await hotline.as('auditor').get<Items<DifferenceLine>>(`/prefecture/v1/reconciliations/${TODAY}/differences`);
    expect(items.map(({ number, kind }) => `${number.slice(-3)} ${kind}`)).toEqual(['102 contradicting-decision', '103 missing-there', '104 other-content', '199 missing-here']);
  }, 60_000);

  it('[Art. 10] neither the adapter, nor the bus, nor a log has kept who complained of what', async () => {
    expect(filesThatSay(SECRETS, stack.logs())).toEqual([]);
    expect((await messagesOf(stack)).filter((message) => SECRETS.some((secret) => message.includes(secret)))).toEqual([]);
    expect(await rowsThatSay(Object.values(PETITIONER), stack.databaseUrl)).toEqual([]);
    expect((await rowsThatSay(Object.values(WORDS), stack.databaseUrl)).filter((table) => !table.startsWith('intake.'))).toEqual([]);
  }, 60_000);
});
