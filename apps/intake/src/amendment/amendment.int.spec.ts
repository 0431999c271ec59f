import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent, TicketCorrectedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, ROADS, TOWN, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start()));
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const seen = async (id: string, caller = 'operator') => (await intake.get(caller, `tickets/${id}`)).body;
const revealed = async (id: string) => (await intake.post('operator', `tickets/${id}/identity-views`, { purpose: '核对' })).body;

describe('a correction', () => {
  it('[Art. 13, 21] puts subject, township, place and title right, keeps what they were, and tells the codes alone', async () => {
    const id = await intake.registered({ subject: undefined, townCode: undefined });
    const corrected = await intake.post('operator', `tickets/${id}/corrections`, { subject: '城乡建设', townCode: TOWN, title: '龙川街北段路灯不亮', reason: '登记时未选' });
    expect([verdict(corrected), corrected.body.version, corrected.body.subject, corrected.body.townCode]).toEqual(['200', 2, '城乡建设', TOWN]);
    const [{ changes, reason }] = (await seen(id)).corrections;
    expect([changes.slice(0, 2), reason]).toEqual([[{ field: 'subject', was: null, is: '城乡建设' }, { field: 'townCode', was: null, is: TOWN }], '登记时未选']);
    expect(changes[2]).toMatchObject({ field: 'title', is: '龙川街北段路灯不亮' });
    const told = (await intake.service.told()).find(({ subject, type }) => subject === id && type === 'hotline.ticket.corrected.v1') as CloudEvent<TicketCorrectedV1>;
    expect([told.version, told.data]).toEqual([2, { ticketId: id, subject: '城乡建设', townCode: TOWN, correctedAt: expect.any(String) }]);
    expect(JSON.stringify(await intake.service.sql(`select details from audit_entry where target = $1 and action = 'CorrectTicket'`, [id]))).not.toContain('龙川街');
  });

  it('[Art. 10] shows those who only count no words', async () => {
    const id = await intake.registered({ subject: undefined });
    await intake.post('dispatcher', `tickets/${id}/corrections`, { place: '某户门前', subject: '环境保护', reason: '核实地点' });
    expect((await seen(id, 'analyst')).corrections).toEqual([{ changes: [{ field: 'subject', was: null, is: '环境保护' }], reason: null, at: expect.any(String) }]);
  });

  it('refuses what changes nothing, is not there or out of date, and callers without the right', async () => {
    const id = await intake.registered({ subject: '环境保护' });
    const correct = (body: object, caller = 'operator', headers = {}) => intake.post(caller, `tickets/${id}/corrections`, body, { headers });
    expect(verdict(await correct({ subject: '环境保护', reason: '无' }))).toBe('422 nothing-to-correct');
    expect(verdict(await correct({ subject: '城乡建设' }))).toBe('400 validation-failed');
    expect(verdict(await correct({ subject: '城乡建设', reason: '核对' }, 'operator', { 'If-Match': '"v7"' }))).toMatch(/^412/);
    expect(verdict(await correct({ subject: '城乡建设', reason: '核对' }, `unit@${WATER}`))).toBe('403 role-not-allowed');
    expect(verdict(await intake.post('operator', 'tickets/0198a000-0000-7000-8000-000000000000/corrections', { subject: '城乡建设', reason: '核对' }))).toBe('404 no-such-ticket');
    expect((await seen(id)).corrections).toEqual([]);
  });
});

describe('a supplement', () => {
  it('[Art. 2] is read by whoever reads the matter, in the order in which it was said', async () => {
    const id = await intake.registered({ receivedAt: '2018-11-01T09:00:00+08:00' });
    const add = (text: string, receivedAt?: string) => intake.post('operator', `tickets/${id}/supplements`, { text, ...(receivedAt && { receivedAt }) });
    expect(verdict(await add('昨晚又有两盏不亮。'))).toBe('200');
    expect(verdict(await add('已持续一周。', '2018-11-01T10:00:00+08:00'))).toBe('200');
    expect((await seen(id)).supplements).toMatchObject([{ text: '已持续一周。', receivedAt: '2018-11-01T02:00:00.000Z' }, { text: '昨晚又有两盏不亮。' }]);
    expect((await seen(id, 'analyst')).supplements).toEqual([]);
    expect((await intake.told(id)).slice(1)).toEqual(['2 ticket.supplemented.v1', '3 ticket.supplemented.v1']);
  });

  it('refuses a moment that cannot be', async () => {
    const id = await intake.registered();
    expect(verdict(await intake.post('operator', `tickets/${id}/supplements`, { text: '补充', receivedAt: new Date(Date.now() + 86_400_000).toISOString() }))).toBe('422 received-in-the-future');
    expect(verdict(await intake.post('operator', `tickets/${id}/supplements`, { text: '补充', receivedAt: '2018-01-01T00:00:00Z' }))).toBe('422 received-before-the-ticket');
  });
});

describe('amendments of a protected ticket', () => {
  const secret = { petitioner: { name: '普一', contact: '13987000000', secret: true } };
  const unit = `unit@${WATER}`;
  const codes = { changes: [{ field: 'subject', was: null, is: '环境保护' }], reason: null, at: expect.any(String) };
  const whole = { changes: [codes.changes[0], { field: 'place', was: '普一家门前', is: '龙川街' }, { field: 'title', was: '普一反映路灯不亮', is: '路灯不亮' }], reason: '普一要求隐去姓名', at: expect.any(String) };
  const amended = async (fields: object): Promise<string> => {
    const id = await intake.registered({ subject: undefined, place: '普一家门前', title: '普一反映路灯不亮', ...fields });
    await intake.post('operator', `tickets/${id}/corrections`, { subject: '环境保护', place: '龙川街', title: '路灯不亮', reason: '普一要求隐去姓名' });
    await intake.post('operator', `tickets/${id}/supplements`, { text: '昨晚又有两盏不亮。' });
    return id;
  };
  const withUnit = async (id: string, dispatchNo = 1, fields: object = {}): Promise<void> => {
    await intake.service.tell(intake.dispatched(id, dispatchNo, fields));
    await eventually(async () => expect((await intake.get(unit, `tickets/${id}`)).status).toBe(200));
  };

  it.each([['a report', { category: 'report' }], ['a petitioner who asks for it', secret]])('[Art. 10] of %s: the unit reads what was said later like the matter itself, and neither what was taken back nor why', async (_, fields) => {
    const id = await amended(fields);
    await withUnit(id);
    const { body } = await intake.get(unit, `tickets/${id}`);
    expect(body).toMatchObject({ title: '路灯不亮', place: '龙川街', petitioner: null, supplements: [{ text: '昨晚又有两盏不亮。' }] });
    expect(body.corrections).toEqual([codes]);
    expect(JSON.stringify(body)).not.toContain('普一');
    expect((await seen(id)).corrections).toEqual([whole]);
    await intake.post('supervisor', `tickets/${id}/identity-approvals`, { unit: WATER, reason: '须当面核实，分管领导书面同意' });
    expect((await intake.get(unit, `tickets/${id}`)).body.corrections).toEqual([whole]);
  });

  it('[Art. 10] of a ticket that is not, the unit reads all', async () => {
    const id = await amended({});
    await withUnit(id);
    expect((await intake.get(unit, `tickets/${id}`)).body).toMatchObject({ corrections: [whole], supplements: [{ text: '昨晚又有两盏不亮。' }] });
  });

  const ENDS: [string, (id: string) => CloudEvent][] = [['returned it', (id) => intake.returned(id, 1)], ['saw its dispatch recalled', (id) => intake.withdrawn(id, 1)]];
  describe.each(ENDS)('of which a unit %s', (_, ended) => {
    it.each([['protected', secret], ['open', {}]])('[Art. 10] that is %s, show that unit nothing any more, and the next one what it may see', async (_kind, fields) => {
      const id = await amended(fields);
      await withUnit(id);
      await intake.service.tell(ended(id));
      await eventually(async () => expect((await intake.get(unit, `tickets/${id}`)).status).toBe(404));
      await intake.post('operator', `tickets/${id}/supplements`, { text: '已持续两周。' });
      await intake.service.tell(intake.dispatched(id, 2, { lead: ROADS }));
      await eventually(async () => expect((await intake.get(`unit@${ROADS}`, `tickets/${id}`)).body.supplements).toHaveLength(2));
      const answers = await Promise.all(['', '/sheet?format=html', '/attachments'].map((path) => intake.get(unit, `tickets/${id}${path}`)));
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(JSON.stringify(answers.map(({ body, text }) => [body, text]))).not.toMatch(/不亮|两周|普一/);
      expect((await intake.get(unit, 'tickets')).body.items.map((line: { id: string }) => line.id)).not.toContain(id);
      expect((await intake.get(`unit@${ROADS}`, `tickets/${id}`)).body.corrections).toEqual([fields === secret ? codes : whole]);
    });
  });
});

describe('who the petitioner is', () => {
  it('[Art. 10] is put right in the vault; what was known stays sealed, and no answer, event or audit entry shows either', async () => {
    const id = await intake.registered({ petitioner: { name: '欧阳靖琬', contact: '13987654321' } });
    const corrected = await intake.post('operator', `tickets/${id}/petitioner`, { contact: '13812349876' });
    expect([verdict(corrected), JSON.stringify(corrected.body).includes('1381234')]).toEqual(['200', false]);
    expect((await seen(id)).petitioner).toMatchObject({ name: '欧**', contact: '138****9876' });
    expect(await revealed(id)).toEqual({ ticketId: id, name: '欧阳靖琬', contact: '13812349876', idNumber: null });
    const traces = JSON.stringify([await intake.service.told(), await intake.service.sql('select details from audit_entry where target = $1', [id])]);
    expect(['13987654321', '13812349876', '欧阳'].filter((word) => traces.includes(word))).toEqual([]);
    expect(verdict(await intake.post('operator', `tickets/${id}/petitioner`, { contact: '13812349876' }))).toBe('422 nothing-to-correct');
    expect(verdict(await intake.post('dispatcher', `tickets/${id}/petitioner`, { contact: '13812349870' }))).toBe('403 role-not-allowed');
  });

  it('[Art. 10, 24] can be told late by an anonymous one, who is known again from then on by the old ways and the new', async () => {
    const id = await intake.registered({ petitioner: undefined });
    expect((await seen(id)).petitioner).toBeNull();
    for (const body of [{ name: '普建国' }, { contact: '13800001111' }, { contact: '13800002222' }]) await intake.post('operator', `tickets/${id}/petitioner`, body);
    expect(await revealed(id)).toMatchObject({ name: '普建国', contact: '13800002222' });
    expect(await intake.service.sql('select count(*)::int as n from petitioner_index where ticket_id = $1', [id])).toEqual([{ n: 2 }]);
  });

  it('[Art. 10, 17] tells once that whoever could not be contacted can be, and nothing else', async () => {
    const id = await intake.registered({ petitioner: undefined });
    for (const body of [{ name: '普建国' }, { contact: '13800001111' }, { contact: '13800002222' }]) await intake.post('operator', `tickets/${id}/petitioner`, body);
    expect((await intake.told(id)).slice(1)).toEqual(['3 ticket.contact-left.v1']);
    const told = (await intake.service.told()).find(({ subject, type }) => subject === id && type === 'hotline.ticket.contact-left.v1');
    expect(told?.data).toEqual({ ticketId: id, leftAt: expect.any(String) });
    const known = await intake.registered({ petitioner: { name: '普一', contact: '13987000000' } });
    await intake.post('operator', `tickets/${known}/petitioner`, { contact: '13800003333' });
    expect((await intake.told(known)).slice(1)).toEqual([]);
  });
});
