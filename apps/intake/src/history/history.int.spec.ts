import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitRecordedV1 } from '@hotline/contracts';
import { eventually } from '@hotline/testing';
import { IntakeUnderTest, WATER } from '../../spec/intake-under-test.js';

let intake: IntakeUnderTest;
beforeAll(async () => {
  intake = await IntakeUnderTest.start();
  await recordUnit(1, '元谋县水利局');
  await recordUnit(3, '元谋县水务局');
  await recordUnit(2, '元谋县水利水务局');
  await eventually(async () => expect(await intake.service.sql('select name, version from unit')).toEqual([{ name: '元谋县水务局', version: 3 }]));
});
afterAll(() => intake.stop());

const { verdict } = IntakeUnderTest;
const message = { source: 'old', channel: 'website', category: '求助', title: '水管破裂', text: '老城街水管破裂。', subject: '供水', place: '老城街', unit: '元谋县水务局' };
const steps = { receivedAt: '2018-09-10 09:00', dispatchedAt: '2018-09-10 10:00', contactedAt: '2018-09-11 09:00', feedbackAt: '2018-09-20 16:00', closedAt: '2018-09-21 16:00' };
const full = { ...message, ...steps, satisfaction: '满意', solved: '是' };

function recordUnit(version: number, name: string): Promise<void> {
  const at = Date.UTC(2018, 0, version);
  return intake.service.tell(
    intake.service.event(unitRecordedV1, { subject: WATER, version, at }, { code: WATER, name, kind: 'department', active: true, recordedAt: new Date(at).toISOString() }),
  );
}

function send(...rows: object[]) {
  return intake.post('admin', 'history', { rows });
}

describe('past tickets', () => {
  it('come in accepted, with their own times, and tell the others what to replay', async () => {
    const { status, body } = await send({ ...full, externalId: 'H-1' });
    expect([status, body]).toEqual([200, { rows: [{ outcome: 'created', ticketId: expect.any(String), problems: [] }], created: 1, unchanged: 0, refused: 0 }]);
    const id = body.rows[0].ticketId as string;
    const shown = await intake.get('operator', `tickets/${id}`);
    expect(shown.body).toMatchObject({ status: 'accepted', version: 3, number: 'YM20180910-000001', channel: 'website', category: 'help', title: '水管破裂', receivedAt: '2018-09-10T01:00:00.000Z' });
    expect(shown.body).toMatchObject({ registeredAt: '2018-09-10T01:00:00.000Z', acceptedAt: '2018-09-10T01:00:00.000Z', source: 'old', externalId: 'H-1' });
    expect(await intake.told(id)).toEqual(['1 ticket.registered.v1', '2 ticket.accepted.v1', '3 ticket.history-imported.v1']);
    const imported = (await intake.service.told()).find(({ subject, type }) => subject === id && type.includes('history'));
    expect(imported?.data).toMatchObject({ ticketId: id, unit: WATER, dispatchedAt: '2018-09-10T02:00:00.000Z', closedAt: '2018-09-21T08:00:00.000Z', satisfaction: 'satisfied', solved: true });
  });

  it('change nothing when they come again, be it in one batch, in two at once, or later', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({ ...full, externalId: `again-${index % 20}` }));
    const [one, other] = await Promise.all([send(...rows), send(...rows)]);
    expect([one.body.created + other.body.created, one.body.refused + other.body.refused]).toEqual([20, 0]);
    const told = await intake.count('outbox');
    const later = await send(...rows);
    expect(later.body).toMatchObject({ created: 0, unchanged: 40, refused: 0 });
    const idsByOrigin = new Set(later.body.rows.map(({ ticketId }: { ticketId: string }) => ticketId));
    expect([idsByOrigin.size, await intake.count('outbox')]).toEqual([20, told]);
  });

  it('that come again with other content are refused and stay as they are; in other words the same is the same', async () => {
    const { feedbackAt: _feedbackAt, closedAt: _closedAt, satisfaction: _satisfaction, solved: _solved, ...open } = { ...full, externalId: 'grown' };
    const { body: first } = await send(open);
    const ticketId = first.rows[0].ticketId as string;
    const told = await intake.count('outbox');
    const otherWords = { ...open, category: 'help', unit: WATER, receivedAt: '2018-09-10T01:00:00Z', satisfaction: '' };
    const { body } = await send({ ...open, ...full }, { ...open, text: '另一件事。' }, open, otherWords, { ...open, receivedAt: '2018-02-30 09:00' });
    const brief = body.rows.map(({ outcome, problems }: { outcome: string; problems: { slug: string }[] }) => [outcome, ...problems.map(({ slug }) => slug)].join(' '));
    expect(brief).toEqual(['refused known-with-other-content', 'refused known-with-other-content', 'unchanged', 'unchanged', 'refused not-an-instant']);
    expect(body.rows[0]).toMatchObject({ ticketId, problems: [{ field: 'externalId', message: expect.stringContaining('已存在，但内容不同，未更新') }] });
    expect(await intake.count('outbox')).toBe(told);
    expect((await intake.get('operator', `tickets/${ticketId}`)).body).toMatchObject({ version: 3, title: '水管破裂' });
  });

  it('under one origin twice in one batch are told apart by their content', async () => {
    const { body } = await send({ ...full, externalId: 'twice' }, { ...full, externalId: 'twice', title: '别的' }, { ...full, externalId: 'twice' });
    expect(body.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['created', 'refused', 'unchanged']);
  });

  it('that came in before content was compared count as unchanged', async () => {
    await send({ ...full, externalId: 'early' });
    await intake.service.sql(`update ticket set history_fingerprint = null where external_id = 'early'`);
    expect((await send({ ...full, externalId: 'early', title: '改过' })).body).toMatchObject({ unchanged: 1, refused: 0 });
  });

  it('are refused row by row with what is wrong, and a wrong row hurts no other', async () => {
    const { body } = await send(
      { ...full, externalId: 'wrong-1', feedbackAt: '2018-09-09 09:00' },
      { ...full, externalId: 'wrong-2', unit: '没有的局', title: undefined },
      { ...full, externalId: 'right' },
      { ...full, externalId: 'wrong-3', phone: '13800000000' },
      { ...full, externalId: 'wrong-4', receivedAt: '2018-02-30 09:00' },
      { ...full, externalId: '' },
    );
    expect(body.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'refused', 'created', 'refused', 'refused', 'refused']);
    const slugs = body.rows.map(({ problems }: { problems: { field: string; slug: string }[] }) => problems.map(({ field, slug }) => `${field} ${slug}`));
    expect(slugs).toEqual([
      ['feedbackAt times-not-in-order'],
      ['title cell-missing', 'unit unknown-unit'],
      [],
      ['phone column-unknown'],
      ['receivedAt not-an-instant'],
      ['externalId cell-missing'],
    ]);
    for (const { problems } of body.rows) for (const { message: text } of problems) expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.stringify(body)).not.toContain('13800000000');
  });

  it('of the prefecture keep their number to themselves', async () => {
    await intake.register({ channel: 'prefecture', prefectureNumber: 'CX-7' }, 'prefecture');
    const { body } = await send({ ...full, channel: 'prefecture', externalId: 'CX-7' }, { ...full, channel: '州级平台转办', externalId: 'CX-8' });
    expect(body.rows).toMatchObject([{ outcome: 'refused', problems: [{ slug: 'prefecture-number-already-registered' }] }, { outcome: 'created' }]);
  });

  it('are counted by what the other services have done with them', async () => {
    const { body } = await send({ ...full, source: 'counted', externalId: 'C-1' }, { ...full, source: 'counted', externalId: 'C-2' });
    const [first, second] = body.rows.map(({ ticketId }: { ticketId: string }) => ticketId) as [string, string];
    await intake.service.tell(intake.dispatched(first, 1), intake.dispatched(second, 1), intake.closed(first, 1));
    await eventually(async () => expect((await intake.get('admin', 'history/status?source=counted')).body).toEqual({ registered: 2, dispatched: 2, closed: 1 }));
  });

  it('are the administrator’s to bring in, at most 200 at a time', async () => {
    const row = { ...full, externalId: 'nobody' };
    expect(verdict(await intake.post('operator', 'history', { rows: [row] }))).toBe('403 role-not-allowed');
    for (const rows of [[], ['a text'], Array.from({ length: 201 }, () => row), undefined]) expect(verdict(await intake.post('admin', 'history', { rows }))).toBe('400 validation-failed');
  });

  it('answer the same to a repeated Idempotency-Key', async () => {
    const post = (externalId: string) => intake.post('admin', 'history', { rows: [{ ...full, externalId }] }, { headers: { 'Idempotency-Key': 'batch-1' } });
    const [first, again] = [await post('key-1'), await post('key-1')];
    expect(again.body).toEqual(first.body);
    expect(verdict(await post('key-2'))).toBe('422 idempotency-key-reused');
  });
});
