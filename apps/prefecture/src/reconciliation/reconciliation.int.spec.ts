import { randomUUIDv7 as newId } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { localDateOf } from '@hotline/domain/shared';
import { eventually } from '@hotline/testing';
import { PrefectureUnderTest } from '../../spec/prefecture-under-test.js';
import { CALM } from '../../../../test/prefecture/behaviour.js';
import { readSheet } from '../inbox/workbook.js';
import { ReconciliationLoop } from './reconciliation-loop.js';
import { ReconciliationService } from './reconciliation.service.js';

const SOON = { within: 15_000, every: 50 };
const TODAY = localDateOf(Date.now());
let adapter: PrefectureUnderTest;

beforeAll(async () => {
  adapter = await PrefectureUnderTest.start();
});
afterEach(() => void (adapter.peer.behaviour = CALM));
afterAll(() => adapter.stop());

const transfer = (number: string) => ({ number, transferredAt: new Date().toISOString(), category: 'help', title: '路灯不亮', text: '龙川街路灯不亮' });

async function differences(day = TODAY): Promise<string[]> {
  const { body } = await adapter.get(`reconciliations/${day}/differences`);
  return body.items.map((item: Record<string, string>) => `${item['number'] ?? item['reference']} ${item['kind']} ${item['ours']}/${item['theirs']}`);
}

describe('the daily reconciliation', () => {
  it('[Art. 12, 14, 17] finds what was planted and nothing else, over all pages of the peer', async () => {
    const run = newId().slice(-6);
    const numbers = Array.from({ length: 7 }, (_, index) => `州-${run}-${index}`);
    await adapter.peer.transfer(...numbers.map(transfer));
    expect((await adapter.post('reconciliations', { day: TODAY })).body).toMatchObject({ day: TODAY, status: 'done', here: 7, there: 7, differences: 0 });
    expect(await differences()).toEqual([]);

    adapter.peer.book.forget(numbers[0] as string);
    adapter.peer.book.record(transfer(`州-${run}-x`));
    await adapter.peer.push('transfers', { ...transfer(numbers[1] as string), title: '别的' });
    const [told] = await adapter.service.sql<{ ticketId: string; ticketNumber: string }>(`select ticket_id as "ticketId", ticket_number as "ticketNumber" from transfer where number = $1`, [numbers[2]]);
    const tale = adapter.tale(numbers[2]);
    adapter.county.documents.set(`/routing/v1/tickets/${told?.ticketId}`, { dispatch: null, past: [], upstreamReturns: [{ reason: '属州级', askedAt: (tale.returnAsked.data as { askedAt: string }).askedAt, accepted: null }] });
    const mine = <E extends { data: object; subject: string }>(event: E): E => ({ ...event, subject: told?.ticketId, data: { ...event.data, ticketId: told?.ticketId } }) as E;
    await adapter.service.tell(mine(tale.registered), mine(tale.returnAsked));
    const application = await eventually(() => {
      const found = adapter.peer.messages.find(({ prefectureNumber }) => prefectureNumber === numbers[2]);
      if (!found) throw new Error('not yet');
      return found;
    }, SOON);
    await adapter.peer.decide(application, true, { record: false });
    await adapter.peer.decide(application, false);

    expect((await adapter.post('reconciliations', { day: TODAY })).body).toMatchObject({ status: 'done', here: 7, there: 7, differences: 6 });
    const expected = [
      `${numbers[0]} missing-there 办理中/无`,
      expect.stringMatching(new RegExp(`^${numbers[1]} other-content [0-9a-f]{16}/[0-9a-f]{16}$`)),
      `${numbers[2]} contradicting-decision 同意/不同意`,
      `${numbers[2]} other-decision 同意/不同意`,
      `${numbers[2]} other-state 已退回州级/办理中`,
      `州-${run}-x missing-here 无/办理中`,
    ];
    expect(await differences()).toEqual(expected);

    const file = await request(adapter.service.server).get(`/prefecture/v1/reconciliations/${TODAY}/file`).set('Authorization', await adapter.service.as('auditor')).buffer().parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    });
    const path = join(mkdtempSync(join(tmpdir(), 'report-')), 'report.xlsx');
    writeFileSync(path, file.body as Buffer);
    const { headings, rows } = await readSheet(path);
    expect([headings[0], rows.length]).toEqual([expect.stringContaining('与州级平台对账报告'), 2 + 6]);
    expect(rows[2]?.cells.slice(0, 2)).toEqual(['本县有、州级无', numbers[0]]);
    const first = (await adapter.get(`reconciliations/${TODAY}/differences?limit=4`)).body;
    expect((await adapter.get(`reconciliations/${TODAY}/differences?limit=4&cursor=${first.next}`)).body).toMatchObject({ items: [{ number: numbers[2] }, { kindText: '州级有、本县无' }], next: null });
  });

  it('[Art. 14] is made once a day by the timer, however many replicas look, and made up for after a stop', async () => {
    const loop = adapter.service.app.get(ReconciliationLoop, { strict: false });
    await adapter.service.sql(`delete from reconciliation`);
    const dayBefore = (days: number): string => localDateOf(Date.now() - days * 86_400_000);
    await adapter.service.sql(`insert into reconciliation (day, status, lease_until, from_day, finished_at) values ($1, 'done', now(), $1, now())`, [dayBefore(5)]);
    const before = adapter.peer.requests;
    await Promise.all([loop.look(), loop.look(), loop.look()]);
    const made = await adapter.service.sql<{ day: string }>(`select day::text as day from reconciliation where status = 'done' order by day`);
    expect(made.length).toBeGreaterThanOrEqual(4);
    expect(made.at(-1)?.day).toBe(dayBefore(made.length === 5 ? 1 : 2));
    const asked = adapter.peer.requests - before;
    await loop.look();
    expect(adapter.peer.requests - before).toBe(asked);
    const list = (await adapter.get('reconciliations?limit=2')).body;
    expect(list.items).toHaveLength(2);
    expect((await adapter.get(`reconciliations?limit=2&cursor=${list.next}`)).body.items[0].day < list.items[1].day).toBe(true);
  });

  it('[Art. 14] is made up for where it failed although a later day was made, and made again where a person ordered it before its day was over', async () => {
    await adapter.service.sql(`delete from reconciliation`);
    const dayBefore = (days: number): string => localDateOf(Date.now() - days * 86_400_000);
    const known = (days: number, status: string, finishedAt: string | null) =>
      adapter.service.sql(`insert into reconciliation (day, status, lease_until, from_day, finished_at) values ($1, $2, now(), $1, $3)`, [dayBefore(days), status, finishedAt]);
    await known(5, 'done', `${dayBefore(4)}T02:00:00+08:00`);
    await known(4, 'failed', null);
    await known(3, 'done', `${dayBefore(3)}T12:00:00+08:00`);
    await known(2, 'done', `${dayBefore(1)}T02:00:00+08:00`);
    await adapter.service.app.get(ReconciliationLoop, { strict: false }).look();
    const rows = await adapter.service.sql<{ day: string; status: string; fresh: boolean }>(
      `select day::text as day, status, finished_at > now() - interval '1 minute' as fresh from reconciliation where day <= $1 order by day`,
      [dayBefore(2)],
    );
    expect(rows.map(({ status, fresh }) => [status, fresh])).toEqual([['done', false], ['done', true], ['done', true], ['done', false]]);
  });

  it('[Art. 14] that was taken over is not overwritten by who comes back late', async () => {
    const day = localDateOf(Date.now() - 41 * 86_400_000);
    const service = adapter.service.app.get(ReconciliationService, { strict: false });
    const row = () => adapter.service.sql(`select status, fault, finished_at from reconciliation where day = $1`, [day]);
    adapter.peer.behaviour = { ...CALM, slowMs: 400 };
    const late = service.make(day);
    await eventually(async () => expect(await row()).toMatchObject([{ status: 'running' }]));
    await adapter.service.sql(`update reconciliation set lease_until = now() - interval '1 second' where day = $1`, [day]);
    adapter.peer.behaviour = CALM;
    await service.make(day);
    const made = await row();
    expect(made).toMatchObject([{ status: 'done' }]);
    await late;
    expect(await row()).toEqual(made);
  });

  it('[Art. 14] says of what failed whether it was the peer’s list or our own side', async () => {
    const day = localDateOf(Date.now() - 42 * 86_400_000);
    const ordered = async () => (await adapter.post('reconciliations', { day })).body;
    const endless = `州-${'长'.repeat(130)}`;
    adapter.peer.book.record({ ...transfer(endless), transferredAt: new Date(Date.now() - 43 * 86_400_000).toISOString() });
    expect(await ordered()).toMatchObject({ status: 'failed', fault: 'peer-list-unreadable' });
    adapter.peer.book.forget(endless);
    await adapter.service.sql(`alter table contradiction rename to contradiction_away`);
    expect(await ordered()).toMatchObject({ status: 'failed', fault: 'comparison-failed' });
    await adapter.service.sql(`alter table contradiction_away rename to contradiction`);
    expect(await ordered()).toMatchObject({ status: 'done', fault: null });
  });

  it('[Art. 14] that the peer will not serve is failed, says so, and is taken up again', async () => {
    adapter.peer.behaviour = { ...CALM, failing: 1 };
    const day = localDateOf(Date.now() - 40 * 86_400_000);
    expect((await adapter.post('reconciliations', { day })).body).toMatchObject({ status: 'failed', fault: 'peer-list-unavailable', finishedAt: null });
    adapter.peer.behaviour = CALM;
    await adapter.service.app.get(ReconciliationService, { strict: false }).make(day);
    expect((await adapter.get(`reconciliations/${day}`)).body).toMatchObject({ status: 'done', differences: 0 });
  });

  it('refuses days that are none, not over, or have no report, and whoever has no business with it', async () => {
    expect((await adapter.post('reconciliations', { day: '2018-02-30' })).body).toMatchObject({ status: 400, errors: [{ field: 'day' }] });
    expect((await adapter.post('reconciliations', { day: '2099-01-01' })).body).toMatchObject({ code: 'report-not-over' });
    expect((await adapter.get('reconciliations/2010-01-01')).body).toMatchObject({ code: 'no-such-report' });
    expect((await adapter.get('reconciliations/2010-13-01/file')).status).toBe(400);
    for (const role of ['unit', 'leader', 'operator', 'analyst', 'prefecture']) expect((await adapter.get('reconciliations', role)).status).toBe(403);
    expect((await adapter.post('reconciliations', { day: TODAY }, 'auditor')).status).toBe(403);
  });
});
