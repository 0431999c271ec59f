import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prefectureBlockDecidedV1, type CloudEvent } from '@hotline/contracts';
import { loadPolicyBook } from '@hotline/http';
import { openOrm, UnitOfWork } from '@hotline/persistence';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, WATER } from '../../spec/intake-under-test.js';
import { BlockExpiry } from './block-expiry.js';
import { BlockService } from './block.service.js';

const DAY_MS = 86_400_000;
let intake: IntakeUnderTest;
let now = Date.UTC(2026, 2, 2, 2);
beforeAll(async () => void (intake = await IntakeUnderTest.start({}, { now: () => now })));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
let numbers = 13_900_000_000;
/** A petitioner whom no other test knows. */
const somebody = () => ({ petitioner: { name: '张三丰', contact: String(numbers++) } });
const ask = (evidenceTicketIds: readonly string[], fields: object = {}) =>
  intake.post('supervisor', 'blocks', { ground: 'harassment', evidenceTicketIds, findings: '一周来电四十余次', days: 10, ...fields });
const show = async (id: string) => (await intake.get('supervisor', `blocks/${id}`)).body;

function decided(blockId: string, approved: boolean, at = now): CloudEvent {
  return intake.service.event(prefectureBlockDecidedV1, { subject: blockId, version: 1, at }, { blockId, approved, receipt: 'CX-R-1', decidedAt: new Date(at).toISOString() });
}

async function takenIn(...events: readonly CloudEvent[]): Promise<void> {
  const ids = [...new Set(events.map(({ id }) => id))];
  await eventually(async () => expect(await intake.service.sql('select count(*)::int as n from inbox where event_id = any($1::uuid[])', [ids])).toEqual([{ n: ids.length }]));
}

/** A running block of a petitioner, and what they register with. */
async function running(matter: object = somebody()): Promise<{ id: string; matter: object }> {
  const { body } = await ask([await intake.registered(matter)]);
  expect(verdict(await intake.post('prefecture', `blocks/${body.id}/decision`, { approved: true }))).toBe('200');
  return { id: body.id, matter };
}

describe('a block', () => {
  it('[Art. 24] is asked for with evidence, approved by the prefecture, and then keeps ordinary matters out, politely and with its end', async () => {
    const matter = somebody();
    const evidence = [await intake.registered(matter), await intake.registered(matter)];
    const asked = await ask(evidence);
    expect([verdict(asked), asked.body.status, asked.body.evidenceTicketIds]).toEqual(['201', 'asked', evidence]);
    expect(verdict(await intake.register(matter))).toBe('201');
    await intake.post('prefecture', `blocks/${asked.body.id}/decision`, { approved: true });
    const refused = await intake.register(matter);
    expect([verdict(refused), refused.body.detail]).toEqual(['403 petitioner-blocked', expect.stringContaining('2026-03-12 10:00')]);
    expect(await show(asked.body.id)).toMatchObject({ status: 'running', startedAt: '2026-03-02T02:00:00.000Z', until: '2026-03-12T02:00:00.000Z', reviewDueAt: '2026-03-12T02:00:00.000Z', attempts: 1 });
    expect(await intake.told(asked.body.id)).toEqual(['1 block.asked.v1', '2 block.started.v1']);
    expect(verdict(await intake.register(somebody()))).toBe('201');
    expect(verdict(await intake.register({}))).toBe('201');
  });

  it('[Art. 24] never stops an emergency, which is registered and reported at once', async () => {
    const { id, matter } = await running();
    const urgent = await intake.register({ ...matter, emergency: true, emergencyKind: 'urgent' });
    expect([verdict(urgent), await intake.told(urgent.body.id)]).toEqual(['201', ['1 ticket.registered.v1', '2 ticket.escalated.v1']]);
    expect(await show(id)).toMatchObject({ attempts: 0, emergencies: 1 });
  });

  it('[Art. 12, 24] never stops what the prefecture sends down', async () => {
    const { matter } = await running();
    expect(verdict(await intake.register({ ...matter, channel: 'prefecture', prefectureNumber: 'CX-24' }))).toBe('201');
  });

  it.each([
    ['a number written otherwise', { petitioner: { contact: '+86 139-8765-4321' } }],
    ['the number that calls', { particulars: { callerNumber: '13987654321' } }],
    ['the number that sends', { channel: 'sms', particulars: { senderNumber: '013987654321' } }],
  ])('[Art. 24] knows the petitioner again by %s', async (_, matter) => {
    const [known] = await intake.service.sql<{ n: number }>(`select count(*)::int as n from block where status = 'running' and findings = '专号'`);
    if (known?.n === 0) {
      const { body } = await ask([await intake.registered({ petitioner: { contact: '13987654321' } })], { findings: '专号' });
      await intake.post('prefecture', `blocks/${body.id}/decision`, { approved: true });
    }
    expect(verdict(await intake.register(matter))).toBe('403 petitioner-blocked');
  });

  it('[Art. 24] holds for those it names in a batch and for none of the others; a repeated key is answered as before', async () => {
    const matter = somebody();
    const first = await intake.register(matter, 'operator', { 'Idempotency-Key': 'before-the-block' });
    const { body } = await ask([first.body.id]);
    await intake.post('prefecture', `blocks/${body.id}/decision`, { approved: true });
    const sent = Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? matter : somebody()));
    const answers = await Promise.all(sent.map((each) => intake.register(each)));
    expect(answers.map(verdict)).toEqual(sent.map((each) => (each === matter ? '403 petitioner-blocked' : '201')));
    expect(await show(body.id)).toMatchObject({ attempts: 10 });
    const again = await intake.register(matter, 'operator', { 'Idempotency-Key': 'before-the-block' });
    expect([verdict(again), again.body.id]).toEqual(['201', first.body.id]);
    const key = await intake.register(matter, 'operator', { 'Idempotency-Key': 'within-the-block' });
    expect([verdict(key), await intake.service.sql(`select 1 from idempotency_key where key = 'within-the-block'`)]).toEqual(['403 petitioner-blocked', []]);
  });

  it('[Art. 24] ends by its time, told once whatever the number of replicas, and then knows nobody any more', async () => {
    const blocks = await Promise.all(Array.from({ length: 8 }, () => running()));
    now += 10 * DAY_MS;
    const orm = await openOrm({ name: 'replica', url: intake.service.databaseUrl, schema: 'intake', poolMax: 4, entities: [], migrations: [] });
    const uow = new UnitOfWork(orm, intake.service.county);
    const replicas = Array.from({ length: 3 }, () => new BlockExpiry(uow, intake.service.app.get(BlockService), { now: () => now }));
    await Promise.all(replicas.map((replica) => replica.once()));
    await orm.close(true);
    await eventually(async () => {
      for (const { id } of blocks) expect(await intake.told(id)).toEqual(['1 block.asked.v1', '2 block.started.v1', '3 block.ended.v1']);
    });
    expect(await show(blocks[0]?.id ?? '')).toMatchObject({ status: 'ended', cause: 'expired', endedAt: new Date(now).toISOString() });
    expect(await intake.service.sql('select 1 from block_index where block_id = any($1::uuid[])', [blocks.map(({ id }) => id)])).toEqual([]);
    expect(verdict(await intake.register(blocks[0]?.matter))).toBe('201');
  });

  it('[Art. 24] is reviewed: kept with a reason, or lifted, and then the petitioner is heard again', async () => {
    const { id, matter } = await running();
    const review = (keep: boolean, reason = '复核') => intake.post('supervisor', `blocks/${id}/reviews`, { keep, reason });
    expect([await review(true), await intake.register(matter), await review(false, '已书面承诺'), await intake.register(matter), await review(false)].map(verdict)).toEqual(['200', '403 petitioner-blocked', '200', '201', '409 block-not-running']);
    expect(await show(id)).toMatchObject({ status: 'ended', cause: 'lifted', reviews: [{ keep: true, by: 'supervisor' }, { keep: false, reason: '已书面承诺' }] });
    expect(await intake.told(id)).toEqual(['1 block.asked.v1', '2 block.started.v1', '4 block.ended.v1']);
  });
});

describe('the word of the prefecture over the bus', () => {
  const asked = async (matter = somebody()) => ({ id: (await ask([await intake.registered(matter)])).body.id as string, matter });

  it.each([
    ['once', (events: CloudEvent[]) => events],
    ['twice', (events: CloudEvent[]) => [...events, ...events]],
  ])('[Art. 24] starts the block from its own moment, told %s', async (_, order) => {
    const { id, matter } = await asked();
    const event = decided(id, true);
    await intake.service.tell(...order([event]));
    await takenIn(event);
    expect([verdict(await intake.register(matter)), (await show(id)).until]).toEqual(['403 petitioner-blocked', new Date(now + 10 * DAY_MS).toISOString()]);
    expect(await intake.told(id)).toEqual(['1 block.asked.v1', '2 block.started.v1']);
  });

  it('[Art. 24] is the first one that counts, and a word on an unknown block is passed over', async () => {
    const { id, matter } = await asked();
    const [no, yes, unknown] = [decided(id, false), decided(id, true), decided('0190f0a0-0000-7000-8000-000000000001', true)];
    await intake.service.tell(unknown, no, yes, no);
    await takenIn(unknown, no, yes);
    expect([await show(id), verdict(await intake.register(matter))]).toEqual([expect.objectContaining({ status: 'ended', cause: 'refused', startedAt: null }), '201']);
    expect(await intake.told(id)).toEqual(['1 block.asked.v1', '2 block.ended.v1']);
    expect(verdict(await intake.post('prefecture', `blocks/${id}/decision`, { approved: true }))).toBe('409 block-already-decided');
  });
});

describe('what is refused', () => {
  it('[Art. 24] evidence that is missing, anonymous or of several petitioners, and a second request for the same', async () => {
    const [one, other, nobody] = [await intake.registered(somebody()), await intake.registered(somebody()), await intake.registered()];
    const { maxDays } = loadPolicyBook('deploy/policy/yuanmou-2018.yaml', '532328').policyAt('2026-01-01').block;
    const told = (await intake.service.told()).length;
    expect([await ask([one, other]), await ask([nobody]), await ask(['0190f0a0-0000-7000-8000-000000000001']), await ask([one], { days: maxDays + 1 })].map(verdict)).toEqual([
      '422 block-evidence-of-several-petitioners',
      '422 block-evidence-anonymous',
      '422 block-evidence-unknown',
      '422 block-days-out-of-range',
    ]);
    for (const fields of [{ findings: ' ' }, { ground: 'rude' }, { evidenceTicketIds: [] }, { evidenceTicketIds: ['x'] }, { days: 0 }]) expect(verdict(await ask([one], fields))).toBe('400 validation-failed');
    expect((await intake.service.told()).length).toBe(told);
    expect([await ask([one]), await ask([one])].map(verdict)).toEqual(['201', '409 block-in-force']);
  });

  it('[Art. 24] whoever is not asked: the county alone asks and reviews, the prefecture alone decides', async () => {
    const { body } = await ask([await intake.registered(somebody())]);
    for (const caller of ['operator', 'prefecture', `unit@${WATER}`]) expect(verdict(await intake.post(caller, 'blocks', {}))).toBe('403 role-not-allowed');
    for (const caller of ['supervisor', 'operator', 'admin']) expect(verdict(await intake.post(caller, `blocks/${body.id}/decision`, { approved: true }))).toBe('403 role-not-allowed');
    expect(verdict(await intake.get(`unit@${WATER}`, 'blocks'))).toBe('403 role-not-allowed');
    expect(verdict(await intake.get('supervisor', 'blocks/0190f0a0-0000-7000-8000-000000000001'))).toBe('404 no-such-block');
    const page = await intake.get('prefecture', 'blocks?limit=1&status=asked');
    const next = await intake.get('prefecture', `blocks?limit=1&status=asked&cursor=${page.body.next}`);
    expect(next.body.items[0].id).not.toBe(page.body.items[0].id);
  });

  it('[Art. 10] no block, event, log or table tells who it is about', async () => {
    await running({ petitioner: { name: '欧阳靖琬', contact: '13712345678' } });
    await intake.register({ petitioner: { name: '欧阳靖琬', contact: '13712345678' } });
    const rows = [await intake.service.sql('select * from block'), await intake.service.sql(`select encode(blind, 'escape') from block_index`), await intake.service.sql('select * from audit_entry')];
    expect(JSON.stringify([rows, await intake.service.told(), intake.service.logLines, (await intake.get('supervisor', 'blocks?limit=200')).body])).not.toMatch(/欧阳靖琬|13712345678/);
  });
});
