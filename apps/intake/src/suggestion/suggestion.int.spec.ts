import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitRecordedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, TOWN, WATER } from '../../spec/intake-under-test.js';
import { Learner } from './learner.js';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await IntakeUnderTest.start();
  const units: [string, string, string[]][] = [[WATER, '县水务局', ['自来水', '供水管网', '水费']], [ROADS, '县交通运输局', ['公路养护', '公交线路']]];
  for (const [code, name, responsibilities] of units) {
    const recorded = { code, name, kind: 'department', active: true, responsibilities, recordedAt: '2026-01-01T00:00:00.000Z' } as const;
    await intake.service.tell(intake.service.event(unitRecordedV1, { subject: code, version: 1, at: Date.UTC(2026, 0, 1) }, recorded));
  }
  await eventually(async () => expect(await intake.service.sql('select code from unit')).toHaveLength(2));
});
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;

async function learnt(): Promise<void> {
  await eventually(async () => expect(await intake.service.sql('select id from lesson_due limit 1')).toEqual([]), { within: 20_000 });
}

interface Shown {
  categories: { category: string; reason: string }[];
  subjects: { subject: string; level1: string; reason: string }[];
  units: { unit: string; reason: string }[];
  related: { ticketId: string; kind: string; reason: string; likeness: number }[];
}

async function suggested(said: object, caller = 'operator'): Promise<Shown> {
  const { status, body } = await intake.post(caller, 'suggestions', said);
  expect(status).toBe(200);
  return body as Shown;
}

/** What the counts come to; the same however often and in whatever order it was learnt. */
async function counts(): Promise<unknown[]> {
  return [
    await intake.service.sql(`select kind, label, tickets, weight::text from label_count where tickets <> 0 or weight <> 0 order by kind, label`),
    await intake.service.sql(`select kind, word, label, weight::text from word_count order by kind, word, label`),
    await intake.service.sql(`select word, tickets from word_ticket order by word`),
  ];
}

describe('suggestions for the desk', () => {
  it('[Art. 13, 15] name category, subject and unit with a reason, before any ticket taught anything', async () => {
    const said = { title: '自来水停水', text: '请问我们这一片的自来水什么时候恢复供水，已经停水两天了。' };
    const { categories, subjects, units } = await suggested(said);
    expect([categories[0]?.category, subjects[0]?.subject, units[0]?.unit]).toEqual(['consultation', '城乡建设/市政设施/供水', WATER]);
    expect(units[0]?.reason).toContain('“自来水”');
    expect(subjects[0]?.reason).toMatch(/自来水|停水|供水/);
    expect(subjects).toHaveLength(3);
  });

  it('learn from what people decided, so that they grow better with use', async () => {
    const said = { title: '滴水湾闸门锈蚀', text: '闸门锈蚀严重，关不严，灌溉渠漏失。' };
    const before = (await suggested(said)).units.map(({ unit }) => unit);
    for (let nth = 0; nth < 4; nth++) {
      const id = await intake.registered({ title: '闸门锈蚀', text: `闸门锈蚀，第${nth}次检查时关不严。`, subject: '科技与信息产业', category: 'suggestion', townCode: '532328202' });
      await intake.service.tell(intake.dispatched(id, 1, { lead: ROADS }));
      await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.status).toBe('dispatched'));
    }
    await learnt();
    const after = await suggested(said);
    expect([before[0], after.units[0]?.unit]).toEqual([undefined, ROADS]);
    expect(after.units[0]?.reason).toContain('此前派给该单位 4 件');
    expect(after.subjects.map(({ level1 }) => level1)).toContain('科技与信息产业');
  });

  it('unlearn when a ticket is sent to another unit, and count the same whatever the order and however many learn', async () => {
    const id = await intake.registered({ title: '桥面伸缩缝破损', text: '桥面伸缩缝破损，过车有巨响。', subject: '交通运输/道路建设/公路养护' });
    await intake.service.tell(intake.dispatched(id, 1, { lead: WATER }), intake.returned(id, 1), intake.dispatched(id, 2, { lead: ROADS }));
    await eventually(async () => expect((await intake.get('operator', `tickets/${id}`)).body.units).toHaveLength(2));
    await learnt();
    expect(await intake.service.sql(`select label from word_count where kind = 'unit' and word = '伸缩缝'`)).toEqual([{ label: ROADS }]);
    const once = await counts();
    await intake.service.sql(`insert into lesson_due (ticket_id) select id from ticket cross join generate_series(1, 3) order by random()`);
    const learner = intake.service.app.get(Learner);
    await Promise.all(Array.from({ length: 4 }, () => learner.once()));
    await learnt();
    expect(await counts()).toEqual(once);
    await intake.service.sql(`truncate ticket_lesson, label_count, word_count, word_ticket; insert into lesson_due (ticket_id) select id from ticket order by id desc`);
    await learnt();
    expect(await counts()).toEqual(once);
  });

  it('[Art. 17(2)] find repeats of the same petitioner and duplicates of others, and never link anything by themselves', async () => {
    const petitioner = { name: '普建国', contact: '13987001122' };
    const first = await intake.registered({ title: '广场舞音响扰民', text: '每晚广场舞音响太大，无法休息。', townCode: TOWN, petitioner });
    const other = await intake.registered({ title: '广场舞音响太吵', text: '广场舞音响声音大，影响休息。', townCode: TOWN });
    const far = await intake.registered({ title: '退耕还林补助', text: '退耕还林补助款没有到账。', townCode: TOWN });
    await learnt();
    const { related } = await suggested({ title: '广场舞音响', text: '广场舞音响扰民，请处理。', townCode: TOWN, contact: '+86 139-8700-1122' });
    expect(related.slice(0, 2).map(({ ticketId, kind }) => `${kind} ${ticketId}`)).toEqual([`repeat ${first}`, `duplicate ${other}`]);
    expect(related.map(({ ticketId }) => ticketId)).not.toContain(far);
    expect(related[0]?.reason).toBe('联系方式相同，都提到“扰民”、“广场”、“音响”，在同一乡镇');
    const own = (await intake.get('dispatcher', `tickets/${first}/suggestions`)).body as Shown;
    expect(own.related.map(({ ticketId }) => ticketId)).toEqual([other]);
    expect((await intake.get('operator', `tickets/${first}`)).body.version).toBe(1);
  });

  it('[Art. 10] quote no word to those who only count, and keep no name or number', async () => {
    const petitioner = { name: '欧阳靖琬', contact: '13987654321' };
    const id = await intake.registered({ title: '欧阳靖琬反映路灯不亮', text: '我叫欧阳靖琬，电话13987654321，王建国家门口的路灯不亮。', petitioner });
    await learnt();
    const { status, body } = await intake.get('analyst', `tickets/${id}/suggestions`);
    expect([status, /“[^”]*灯[^”]*”/.test(JSON.stringify(body)), JSON.stringify(body).includes('用词')]).toEqual([200, false, true]);
    expect(JSON.stringify((await intake.get('operator', `tickets/${id}/suggestions`)).body)).toMatch(/“[^”]*灯[^”]*”/);
    for (const table of ['ticket_lesson', 'word_count', 'word_ticket', 'label_count']) {
      const kept = JSON.stringify(await intake.service.sql(`select ${table}::text as row from ${table}`));
      expect([table, ['欧阳', '靖琬', '建国', '13987654321'].filter((word) => kept.includes(word))]).toEqual([table, []]);
    }
    expect(intake.service.logLines.join('')).not.toMatch(/靖琬|13987654321/);
  });

  it.each([
    ['an unknown ticket', 'operator', 'tickets/0190f0a0-0000-7000-8000-000000000001/suggestions', '404 not-found'],
    ['a unit', `unit@${WATER}`, 'tickets/0190f0a0-0000-7000-8000-000000000001/suggestions', '403 role-not-allowed'],
  ])('are not there for %s', async (_, caller, path, expected) => {
    expect(verdict(await intake.get(caller, path))).toBe(expected);
  });

  it('take rubbish calmly, and at length', async () => {
    for (const text of ['！？…', 'asdf 1234 qwer', '的了吗呢', '水'.repeat(20_000)]) {
      const { subjects, related } = await suggested({ title: text.slice(0, 50), text });
      expect([subjects.length, related.length]).toEqual([3, 0]);
    }
    expect(verdict(await intake.post('operator', 'suggestions', { title: '无正文' }))).toBe('400 validation-failed');
  });

  it('answer while the petitioner is still on the line', async () => {
    const said = { title: '路灯不亮', text: '龙川街北段的路灯已有一周不亮，出行不便，请尽快维修。'.repeat(10) };
    const times: number[] = [];
    for (let nth = 0; nth < 21; nth++) {
      const began = performance.now();
      await suggested(said);
      times.push(performance.now() - began);
    }
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(200); // 50 on a quiet machine; this one may be busy
  });
});
