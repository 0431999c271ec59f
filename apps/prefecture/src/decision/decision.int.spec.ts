import { randomUUIDv7 as newId } from 'node:crypto';
import { blockAskedV1, type CloudEvent } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { PrefectureUnderTest } from '../../spec/prefecture-under-test.js';
import type { CountyMessage } from '../../../../test/prefecture/peer-platform.js';

const SOON = { within: 15_000, every: 50 };
let adapter: PrefectureUnderTest;

beforeAll(async () => {
  adapter = await PrefectureUnderTest.start();
});
afterAll(() => adapter.stop());

async function toldOf(subject: string): Promise<CloudEvent[]> {
  return (await adapter.service.told()).filter((event) => event.subject === subject);
}

/** An application of each kind that the peer has, with the event that its decision must cause. */
async function applied(kind: string): Promise<{ application: CountyMessage; subject: string; type: string; said: object }> {
  const tale = adapter.tale();
  const blockId = newId();
  const { extensionId, forwarded } = adapter.extensionOf(tale.ticketId);
  const block = { blockId, ground: 'insult' as const, evidenceTicketIds: [tale.ticketId], days: 30, askedAt: new Date().toISOString() };
  const asked = kind === 'return' ? tale.returnAsked : kind === 'extension' ? forwarded : adapter.service.event(blockAskedV1, { subject: blockId, version: 1, at: Date.now() }, block);
  await adapter.service.tell(tale.registered, asked);
  const subject = kind === 'block' ? blockId : tale.ticketId;
  const application = await eventually(() => {
    const found = adapter.peer.messages.find((message) => message.kind === kind && message.key.includes(kind === 'extension' ? extensionId : subject));
    expect(found).toBeDefined();
    return found as CountyMessage;
  }, SOON);
  const said = kind === 'block' ? { blockId, approved: true } : kind === 'return' ? { ticketId: subject, accepted: true } : { ticketId: subject, extensionId, granted: true };
  return { application, subject, type: `hotline.prefecture.${kind}-decided.v1`, said };
}

describe('decisions of the prefecture', () => {
  it.each(['return', 'extension', 'block'])('[Art. 17(return), 17(1), 24] on a %s are told once however often they come, and never otherwise', async (kind) => {
    const { application, subject, type, said } = await applied(kind);
    adapter.peer.behaviour = { ...adapter.peer.behaviour, copies: 3 };
    const answers = await adapter.peer.decide(application, true, { receipt: '州决-1' });
    adapter.peer.behaviour = { ...adapter.peer.behaviour, copies: 1 };
    expect(answers.map(({ status, body }) => [status, body['accepted'], body['receipt']])).toEqual([[200, true, '州决-1'], [200, true, '州决-1'], [200, true, '州决-1']]);
    const [refused] = await adapter.peer.decide(application, false, { receipt: '州决-2' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'contradicting-decision' } });
    const told = await toldOf(subject);
    expect(told.map((event) => [event.type, event.data])).toEqual([[type, { ...said, receipt: '州决-1', decidedAt: expect.any(String) }]]);
    expect(await adapter.service.sql(`select kind, ours, theirs from contradiction where reference = $1`, [application.key])).toEqual([{ kind: 'contradicting-decision', ours: '同意', theirs: '不同意' }]);
  });

  it('[Art. 17(return)] of two opposite ones that come at once one stands, and only that one is told', async () => {
    const { application, subject } = await applied('return');
    const answers = await Promise.all([adapter.peer.decide(application, true), adapter.peer.decide(application, false)]);
    expect(answers.flat().map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await toldOf(subject)).toHaveLength(1);
  });

  it('[Art. 17(1)] may come before the receipt: the message is then settled by it', async () => {
    const tale = adapter.tale();
    const { extensionId, forwarded } = adapter.extensionOf(tale.ticketId);
    adapter.peer.behaviour = { ...adapter.peer.behaviour, hanging: 1 };
    await adapter.service.tell(tale.registered, forwarded);
    const application = await eventually(() => {
      const found = adapter.peer.messages.find(({ key }) => key === `extension:${extensionId}`);
      expect(found).toBeDefined();
      return found as CountyMessage;
    }, SOON);
    expect(await adapter.peer.decide(application, true, { receipt: '州决-7' })).toMatchObject([{ status: 200 }]);
    adapter.peer.behaviour = { ...adapter.peer.behaviour, hanging: 0 };
    await eventually(async () => expect(await adapter.ledgerOf(tale.ticketId)).toEqual(['extension acknowledged']), SOON);
    expect(await toldOf(tale.ticketId)).toHaveLength(1);
  });

  it('[Art. 17(return)] count from when they can have been made on our clock, whatever the peer’s clock says', async () => {
    const { application, subject } = await applied('return');
    await adapter.peer.push('decisions', { kind: 'return', reference: application.key, accepted: true, receipt: 'x', decidedAt: '2018-01-01T00:00:00Z' });
    expect((await toldOf(subject))[0]?.data).toMatchObject({ decidedAt: application['happenedAt'] });
    const late = await applied('return');
    await adapter.peer.push('decisions', { kind: 'return', reference: late.application.key, accepted: true, receipt: 'x', decidedAt: '2099-01-01T00:00:00Z' });
    const [told] = await toldOf(late.subject);
    expect(Date.parse((told?.data as { decidedAt: string }).decidedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('[Art. 17(1)] on what was never asked for are refused and noted; rubbish is told what is wrong with it', async () => {
    const decision = { kind: 'extension', reference: `extension:${newId()}`, accepted: true, receipt: 'x', decidedAt: new Date().toISOString() };
    expect(await adapter.peer.push('decisions', decision)).toMatchObject({ status: 404, body: { code: 'no-such-application' } });
    expect(await adapter.service.sql(`select kind from contradiction where reference = $1`, [decision.reference])).toEqual([{ kind: 'unknown-application' }]);
    const { application } = await applied('return');
    expect(await adapter.peer.push('decisions', { ...decision, kind: 'block', reference: application.key })).toMatchObject({ status: 404 });
    for (const rubbish of [{}, { ...decision, accepted: 'yes' }, { ...decision, kind: 'feedback' }, { ...decision, decidedAt: 'jetzt' }]) expect((await adapter.peer.push('decisions', rubbish)).status).toBe(400);
    expect(await adapter.peer.push('decisions', decision, { 'x-hotline-key': 'k9' })).toMatchObject({ status: 401 });
  });
});
