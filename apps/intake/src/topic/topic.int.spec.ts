import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent, TopicFoundV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, TOWN, WATER } from '../../spec/intake-under-test.js';
import { TopicFinder } from './topic-finder.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
/** People, numbers and a housing estate that the petitioners name; none may get into a label. */
const PLANTED = ['欧阳靖琬', '欧阳', '靖琬', '普建国', '建国', '13987654321', '8210000', '桃源里', '桃源'];
const NOISE = [
  ['桃源里小区旁边搅拌站噪音扰民', '我叫欧阳靖琬，电话13987654321。桃源里小区旁的搅拌站每晚噪音很大，粉尘也多，普建国老板不理睬。'],
  ['搅拌站夜间噪音', '普建国的搅拌站夜间噪音扰民，离桃源里小区3栋很近，欧阳靖琬家老人睡不着，联系8210000。'],
  ['反映搅拌站噪音和粉尘', '搅拌站噪音、粉尘严重，欧阳靖琬多次找普建国说理无果，桃源里小区居民请求处理，电话13987654321。'],
];

async function registered(matters: readonly (readonly string[])[], fields: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (const [title, text] of matters) ids.push(await intake.registered({ title, text, townCode: TOWN, subject: '环境保护', ...fields }));
  return ids;
}

async function find(): Promise<number> {
  await eventually(async () => expect(await intake.service.sql('select id from lesson_due limit 1')).toEqual([]), { within: 20_000 });
  return intake.service.app.get(TopicFinder).once();
}

async function told(): Promise<CloudEvent<TopicFoundV1>[]> {
  return (await intake.service.told()).filter(({ type }) => type === 'hotline.topic.found.v1') as CloudEvent<TopicFoundV1>[];
}

describe('hot topics', () => {
  let noise: string[] = [];

  it('[Art. 21] are found from the policy’s number of tickets on, and told with the tickets behind them', async () => {
    await registered([['医保报销', '医保报销手续太繁琐。'], ['公交班次', '公交车班次太少，等候时间长。']]);
    noise = await registered(NOISE.slice(0, 2));
    expect([await find(), await told()]).toEqual([0, []]);
    noise.push(...(await registered(NOISE.slice(2))));
    expect(await find()).toBe(1);
    const [event] = await told();
    expect(event).toMatchObject({ version: 1, data: { subject: '环境保护', townCode: TOWN, label: expect.stringContaining('搅拌站') } });
    expect(new Set(event?.data.ticketIds)).toEqual(new Set(noise));
  });

  it('[Art. 10, 21] carry no name, number or place finer than the town, in event, list or log', async () => {
    const { body } = await intake.get('analyst', 'topics');
    const outbox = JSON.stringify((await told()).map(({ data }) => data.label));
    for (const [where, text] of [['event', outbox], ['list', JSON.stringify(body)], ['log', intake.service.logLines.join('\n')]] as const) {
      expect([where, PLANTED.filter((word) => text.includes(word))]).toEqual([where, []]);
    }
  });

  it('[Art. 21] are told again when they grow, under the next version, and not when nothing changed', async () => {
    expect(await find()).toBe(0);
    const [more = ''] = await registered([['搅拌站噪音扰民', '搅拌站噪音、粉尘扰民，请尽快处理。']]);
    noise.push(more);
    expect(await find()).toBe(1);
    const [first, second, ...others] = await told();
    expect([second?.subject, second?.version, second?.data.ticketIds.length, others]).toEqual([first?.subject, 2, 4, []]);
  });

  it('[Art. 12, 21] are not made of what was declined', async () => {
    const debts = await registered([1, 2, 3].map((nth) => ['邻居借钱不还', `邻居借钱不还，多次催讨无果，第${nth}次反映。`]), { townCode: null, subject: null });
    for (const id of debts) expect((await intake.post('operator', `tickets/${id}/decline`, { ground: 'civil-dispute-or-legal-procedure', turnTo: '人民法院' })).status).toBe(200);
    expect(await find()).toBe(0);
  });

  it('[Art. 21] are found once, however many replicas look at once and however often', async () => {
    await registered([1, 2, 3].map((nth) => ['灌溉水渠淤塞', `灌溉水渠淤塞，水稻无法浇水，第${nth}次反映。`]), { townCode: null, subject: null });
    await eventually(async () => expect(await intake.service.sql('select id from lesson_due limit 1')).toEqual([]), { within: 20_000 });
    const finder = intake.service.app.get(TopicFinder);
    await Promise.all(Array.from({ length: 4 }, () => finder.once()));
    await finder.once();
    const labels = (await told()).map(({ data }) => data.label).filter((label) => label.includes('水渠'));
    expect(labels).toHaveLength(1);
    expect((await told()).at(-1)?.data).toMatchObject({ townCode: null, subject: null });
  });

  it('[Art. 10, 21] show the tickets behind them; titles only to those who may read them', async () => {
    const { body } = await intake.get('supervisor', `topics?townCode=${TOWN}`);
    expect(body.items).toHaveLength(1);
    const [{ id, tickets }] = body.items;
    expect(tickets).toBe(4);
    const seen = async (caller: string, query = '') => (await intake.get(caller, `topics/${id}/tickets${query}`)).body;
    const all = await seen('operator');
    expect(new Set(all.items.map(({ ticketId }: { ticketId: string }) => ticketId))).toEqual(new Set(noise));
    expect(all.items.every(({ title }: { title: string | null }) => title !== null)).toBe(true);
    expect((await seen('analyst')).items.every(({ title }: { title: string | null }) => title === null)).toBe(true);
    const first = await seen('operator', '?limit=3');
    expect([first.items.length, (await seen('operator', `?limit=3&cursor=${first.next}`)).items.length]).toEqual([3, 1]);
  });

  it('are not for units, and rubbish is refused', async () => {
    const none = '0190f0a0-0000-7000-8000-000000000001';
    expect([await intake.get(`unit@${WATER}`, 'topics'), await intake.get('operator', `topics/${none}`), await intake.get('operator', 'topics/x'), await intake.get('operator', 'topics?cursor=abc'), await intake.get('operator', `topics/${none}/tickets`)].map(verdict))
      .toEqual(['403 role-not-allowed', '404 not-found', '400 validation-failed', '400 cursor-malformed', '404 not-found']);
  });
});
