import { randomUUIDv7 as newId } from 'node:crypto';
import { blockAskedV1, extensionGrantedV1, ticketHistoryImportedV1, ticketUpstreamReturnDecidedV1, type CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { PrefectureUnderTest, UNIT, type Tale } from '../../spec/prefecture-under-test.js';
import { CALM, PLAYS } from '../../../../test/prefecture/behaviour.js';
import { SeededChance } from '../../../../test/prefecture/seeded-chance.js';
import { Deliveries } from './deliveries.js';

const SOON = { within: 15_000, every: 50 };
const WHOLE = ['progress', 'feedback', 'closing'];
let adapter: PrefectureUnderTest;

beforeAll(async () => {
  adapter = await PrefectureUnderTest.start();
});
afterEach(() => {
  adapter.peer.behaviour = CALM;
  adapter.peer.refuses = new Set();
  adapter.county.up = true;
});
afterAll(() => adapter.stop());

const whole = ({ registered, dispatched, feedbackGiven, closed }: Tale): CloudEvent[] => [registered, dispatched, feedbackGiven, closed];

async function settled(tale: Tale, kinds: readonly string[]): Promise<void> {
  await eventually(async () => {
    expect(adapter.heardOf(tale.ticketNumber)).toEqual(kinds);
    expect(await adapter.ledgerOf(tale.ticketId)).toEqual(expect.arrayContaining(kinds.map((kind) => `${kind} acknowledged`)));
  }, SOON);
}

describe('what the county tells the prefecture', () => {
  it.each([
    ['in order', (events: CloudEvent[]) => events],
    ['backwards', (events: CloudEvent[]) => [...events].reverse()],
    ['three times, shuffled', (events: CloudEvent[]) => new SeededChance(5).shuffled([...events, ...events, ...events])],
  ])('[Art. 14, 16, 18] is told once, feedback before closing, with the words of the result: %s', async (_, order) => {
    const tale = adapter.tale();
    await adapter.service.tell(...order(whole(tale)));
    await eventually(() => expect([...adapter.heardOf(tale.ticketNumber)].sort()).toEqual([...WHOLE].sort()), SOON);
    const heard = adapter.heardOf(tale.ticketNumber);
    expect(heard.indexOf('feedback')).toBeLessThan(heard.indexOf('closing'));
    const feedback = adapter.peer.messages.find(({ kind, ticketNumber }) => kind === 'feedback' && ticketNumber === tale.ticketNumber);
    expect(feedback).toMatchObject({ prefectureNumber: tale.prefectureNumber, county: adapter.service.county, unit: UNIT, resultCode: 'resolved', result: { text: '已更换灯具，恢复照明。' } });
    await eventually(async () => expect(await adapter.ledgerOf(tale.ticketId)).toEqual(expect.arrayContaining(WHOLE.map((kind) => `${kind} acknowledged`))), SOON);
    const receipts = await adapter.service.sql<{ receipt: string }>(`select receipt from message where lane = $1`, [tale.ticketId]);
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(3);
    expect(await adapter.service.sql(`select 1 from message where codes::text like '%灯具%'`)).toEqual([]);
  });

  it('[Art. 14] is nothing about tickets of the county’s own and of the past, but every consultation’s extension (Art. 17(1))', async () => {
    const own = adapter.tale(null);
    const past = adapter.tale();
    const imported = adapter.service.event(ticketHistoryImportedV1, { subject: past.ticketId, version: 1, at: 0 }, {
      ...{ ticketId: past.ticketId, category: 'help', prefectureTransfer: true, petitionerKind: 'individual', unit: UNIT, receivedAt: '2018-09-10T01:00:00.000Z', dispatchedAt: '2018-09-10T02:00:00.000Z' },
      ...{ signedAt: null, contactedAt: null, feedbackAt: null, closedAt: null, satisfaction: null, solved: null },
    });
    const { forwarded } = adapter.extensionOf(own.ticketId);
    await adapter.service.tell(own.feedbackGiven, ...whole(own), forwarded, imported, ...whole(past));
    await settled(own, ['extension']);
    expect(adapter.peer.messages.at(-1)).toMatchObject({ kind: 'extension', prefectureNumber: null, workingDays: 3, reason: '须向州教育局核实' });
    await eventually(async () => expect(await adapter.service.sql(`select past from known_ticket where ticket_id = $1`, [past.ticketId])).toEqual([{ past: true }]), SOON);
    expect(adapter.heardOf(past.ticketNumber)).toEqual([]);
    expect(await adapter.ledgerOf(own.ticketId)).toEqual(['extension acknowledged']);
  });

  it('[Art. 14, 17] survives a peer that fails, breaks off, is busy and slow: nothing lost, nothing twice, each ticket in order', async () => {
    adapter.peer.behaviour = { ...PLAYS.chaos, slowMs: 10, failing: 0.3 };
    const tales = Array.from({ length: 8 }, () => adapter.tale());
    await adapter.service.tell(...tales.flatMap(whole));
    const deliveries = adapter.service.app.get(Deliveries, { strict: false });
    await eventually(async () => {
      await Promise.all(Array.from({ length: 4 }, () => deliveries.round())); // as so many replicas would
      for (const { ticketId } of tales) expect(await adapter.ledgerOf(ticketId)).toEqual(WHOLE.map((kind) => `${kind} acknowledged`));
    }, { within: 60_000, every: 50 });
    for (const { ticketNumber } of tales) expect(adapter.heardOf(ticketNumber)).toEqual(WHOLE);
  }, 90_000);

  it('[Art. 14] waits in order while the peer is down, asks it less and less, and is delivered when it is back', async () => {
    adapter.peer.behaviour = { ...CALM, failing: 1 };
    const before = adapter.peer.requests;
    const tales = [adapter.tale(), adapter.tale(), adapter.tale()];
    await adapter.service.tell(...tales.flatMap(whole));
    await eventually(async () => expect((await adapter.get('status')).body).toMatchObject({ peer: 'paused', pausedUntil: expect.any(String) }), SOON);
    expect(adapter.peer.requests - before).toBeLessThan(20);
    adapter.peer.behaviour = CALM;
    for (const tale of tales) await settled(tale, WHOLE);
    await eventually(async () => expect((await adapter.get('status')).body).toMatchObject({ peer: 'connected', waiting: 0, sent: 0 }), SOON);
  });

  it('[Art. 14] is sent again under its key when the process died in the middle, and the peer has it once', async () => {
    const tale = adapter.tale();
    await adapter.service.tell(tale.registered, tale.dispatched);
    await settled(tale, ['progress']);
    const [before] = await adapter.service.sql<{ receipt: string; attempts: number }>(`select receipt, attempts from message where lane = $1`, [tale.ticketId]);
    await adapter.service.sql(`update message set status = 'sent', receipt = null, settled_at = null, next_attempt_at = now() + interval '300 milliseconds' where lane = $1`, [tale.ticketId]);
    await settled(tale, ['progress']);
    expect(await adapter.service.sql(`select receipt, attempts from message where lane = $1`, [tale.ticketId])).toEqual([{ receipt: before?.receipt, attempts: (before?.attempts ?? 0) + 1 }]);
  });

  it('[Art. 18] that the peer refuses waits for a person, holds back what follows, and is sent again or closed', async () => {
    adapter.peer.refuses = new Set(['feedback']);
    const tale = adapter.tale();
    await adapter.service.tell(...whole(tale));
    await eventually(async () => expect(await adapter.ledgerOf(tale.ticketId)).toEqual(['progress acknowledged', 'feedback refused', 'closing waiting']), SOON);
    const { body } = await adapter.get(`messages?status=refused&ticketId=${tale.ticketId}`);
    expect(body.items).toMatchObject([{ kind: 'feedback', fault: 'peer-422', attempts: 1, nextAttemptAt: null }]);
    const { id } = body.items[0];
    expect((await adapter.post(`messages/${id}/resend`, {}, 'operator')).status).toBe(403);
    expect((await adapter.post(`messages/${id}/closing`, {})).status).toBe(400);
    adapter.peer.refuses = new Set();
    expect((await adapter.post(`messages/${id}/resend`)).body).toMatchObject({ id, status: 'waiting' });
    await settled(tale, WHOLE);
    expect((await adapter.post(`messages/${id}/resend`)).body).toMatchObject({ code: 'message-not-stuck' });
    expect((await adapter.post(`messages/${id}/closing`, { reason: '已电话告知' })).body).toMatchObject({ code: 'message-settled' });
    expect((await adapter.post(`messages/999999999/resend`)).body).toMatchObject({ code: 'no-such-message' });

    adapter.peer.refuses = new Set(['progress']);
    const other = adapter.tale();
    await adapter.service.tell(...whole(other));
    await eventually(async () => expect((await adapter.ledgerOf(other.ticketId))[0]).toBe('progress refused'), SOON);
    const refused = (await adapter.get(`messages?ticketId=${other.ticketId}&limit=1`)).body;
    expect(refused.next).not.toBeNull();
    const closing = await adapter.post(`messages/${refused.items[0].id}/closing`, { reason: '已电话告知州级' });
    expect(closing.body).toMatchObject({ status: 'closed', closedBy: 'test-dispatcher', closingReason: '已电话告知州级' });
    await settled(other, ['feedback', 'closing']);
  });

  it('[Art. 18] waits for the words while the county’s own service is away', async () => {
    adapter.county.up = false;
    const tale = adapter.tale();
    await adapter.service.tell(...whole(tale));
    await eventually(async () => expect(await adapter.service.sql(`select fault from message where lane = $1 and kind = 'feedback'`, [tale.ticketId])).toEqual([{ fault: 'county-unavailable' }]), SOON);
    adapter.county.up = true;
    await settled(tale, WHOLE);
  });

  it('[Art. 17(return)] does not send an application that was decided otherwise, and takes back one that was sent', async () => {
    adapter.peer.refuses = new Set(['progress']);
    const [unsent, sent] = [adapter.tale(), adapter.tale()];
    const decided = ({ ticketId }: Tale) => adapter.service.event(ticketUpstreamReturnDecidedV1, { subject: ticketId, version: 8, at: Date.now() }, { ticketId, accepted: false, decidedAt: new Date().toISOString() });
    await adapter.service.tell(sent.registered, sent.returnAsked);
    await settled(sent, ['return']);
    adapter.county.documents.set(`/routing/v1/tickets/${unsent.ticketId}`, { dispatch: null, past: [], upstreamReturns: [] });
    await adapter.service.tell(decided(sent), decided(unsent), unsent.registered, unsent.returnAsked);
    await settled(sent, ['return', 'withdrawal']);
    await eventually(async () => expect(await adapter.ledgerOf(unsent.ticketId)).toEqual(['return withdrawn']), SOON);
    expect(adapter.heardOf(unsent.ticketNumber)).toEqual([]);
    const key = (await adapter.get(`messages?ticketId=${sent.ticketId}`)).body.items[0].key;
    expect(await adapter.peer.push('decisions', { kind: 'return', reference: key, accepted: true, receipt: 'P-9', decidedAt: new Date().toISOString() })).toMatchObject({ status: 409, body: { code: 'application-withdrawn' } });
  });

  it('[Art. 17(1)] takes back an extension that somebody granted without the prefecture’s platform', async () => {
    const tale = adapter.tale();
    const { extensionId, forwarded } = adapter.extensionOf(tale.ticketId);
    await adapter.service.tell(tale.registered, forwarded);
    await settled(tale, ['extension']);
    const terms = { extensionId, ticketId: tale.ticketId, dispatchNo: 1, round: 1, unit: UNIT, workingDays: 3, decidedBy: 'prefecture', decidedAt: new Date().toISOString() };
    const granted = adapter.service.event(extensionGrantedV1, { subject: tale.ticketId, version: 10, at: Date.now() }, terms);
    await adapter.service.tell(granted, granted);
    await settled(tale, ['extension', 'withdrawal']);
  });

  it('[Art. 24] asks for a block by the numbers of the evidence, naming nobody', async () => {
    const evidence = adapter.tale();
    const blockId = newId();
    await adapter.service.tell(evidence.registered, adapter.service.event(blockAskedV1, { subject: blockId, version: 1, at: Date.now() }, { blockId, ground: 'harassment', evidenceTicketIds: [evidence.ticketId], days: 30, askedAt: new Date().toISOString() }));
    await eventually(() => expect(adapter.peer.messages.find(({ key }) => key === `block:${blockId}`)).toMatchObject({ kind: 'block', ground: 'harassment', days: 30, evidence: [evidence.ticketNumber] }), SOON);
  });
});

describe('a peer that stays away', () => {
  let impatient: PrefectureUnderTest;

  beforeAll(async () => {
    impatient = await PrefectureUnderTest.start({ PREFECTURE_GIVE_UP_DAYS: '0' });
  });
  afterAll(() => impatient.stop());

  it('[Art. 14] leaves the message to a person after days, who sends it again', async () => {
    impatient.peer.behaviour = { ...CALM, failing: 1 };
    const tale = impatient.tale();
    await impatient.service.tell(tale.registered, tale.dispatched, tale.feedbackGiven);
    await eventually(async () => expect(await impatient.ledgerOf(tale.ticketId)).toEqual(['progress given-up', 'feedback waiting']), SOON);
    const lines = () => [...adapter.service.logLines, ...impatient.service.logLines].join(''); // two services in one process share Nest's logger
    await eventually(() => expect(lines()).toContain('a message could not be delivered for days'), SOON);
    impatient.peer.behaviour = CALM;
    const { body } = await impatient.get('messages?status=given-up');
    expect(body.items).toMatchObject([{ kind: 'progress', fault: 'peer-500' }]);
    expect((await impatient.post(`messages/${body.items[0].id}/resend`)).status).toBe(200);
    await eventually(() => expect(impatient.heardOf(tale.ticketNumber)).toEqual(['progress', 'feedback']), SOON);
  });
});

describe('without a peer', () => {
  it('[Art. 14] keeps everything waiting, tries nothing, and says so', async () => {
    const alone = await PrefectureUnderTest.start({}, false);
    const tale = alone.tale();
    await alone.service.tell(...whole(tale));
    await eventually(async () => expect((await alone.get('status')).body).toMatchObject({ peer: 'no-peer-configured', waiting: 3, sent: 0, refused: 0 }), SOON);
    expect(await alone.service.sql(`select sum(attempts)::int as tries from message`)).toEqual([{ tries: 0 }]);
    expect((await alone.post('reconciliations', { day: '2018-09-21' })).body).toMatchObject({ code: 'no-peer-configured' });
    expect((await fetch(`${alone.peer.county}/health/ready`)).status).toBe(200);
    await alone.stop();
  }, 30_000);
});
