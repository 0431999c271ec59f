import { createHash } from 'node:crypto';
import { isoOf, momentOf, PETITIONER, WORDS, type ClerkMonth } from './clerk-month.ts';
import { TicketTale } from './ticket-tale.ts';
import type { TicketView } from './views.ts';

/** What each channel brings beside the matter: sealed with the identity, and open on the ticket. */
const CHANNELS = [
  ['phone', { callerNumber: '13987806601' }, { callRecordId: 'LY20180902-0001' }],
  ['sms', { senderNumber: '13987806602' }, { messageId: 'DX-0002' }],
  ['email', { senderAddress: 'linghu6628@example.com' }, { messageId: 'YJ-0003' }],
  ['wechat', { openId: 'oLingHuYunFan6628' }, { messageId: 'WX-0004' }],
  ['app', { accountId: 'linghu-account-6628', deviceId: 'linghu-device-6628' }, { submissionId: 'AP-0005' }],
  ['website', {}, { sessionId: 'WZ-0006', submissionId: 'TJ-0006' }],
] as const;

/** Everything of the petitioner that may be in no log, event or column in clear. */
export const SEALED: readonly string[] = [...Object.values(PETITIONER), ...CHANNELS.flatMap(([, sealed]) => Object.values(sealed))];

interface Particulars {
  readonly channel: string;
  readonly particulars: Readonly<Record<string, string>>;
}

/** On a Sunday night each channel brings what it has, and what tells who it is shows only to who looks on the record. */
export async function sixChannels(month: ClerkMonth): Promise<void> {
  const operator = month.hotline.as('operator');
  for (const [channel, sealed, open] of CHANNELS) {
    const tale = await TicketTale.accepted(month.hotline, { channel, ...WORDS, particulars: { ...sealed, ...open }, petitioner: PETITIONER });
    const seen = await operator.get<Particulars>(`/intake/v1/tickets/${tale.id}`);
    expect([seen.channel, seen.particulars]).toEqual([channel, open]);
    expect(JSON.stringify(seen)).not.toContain(PETITIONER.contact);
    for (const secret of Object.values(sealed)) expect(JSON.stringify(seen)).not.toContain(secret);
    const looked = await operator.post<object>(`/intake/v1/tickets/${tale.id}/identity-views`, { purpose: '核对来电', purposeCode: 'verify' });
    expect(looked).toMatchObject({ ...PETITIONER, ...(Object.keys(sealed).length > 0 && { particulars: sealed }) });
  }
  const foreign = { channel: 'phone', petitionerKind: 'individual', category: 'help', ...WORDS, particulars: { openId: 'oLingHuYunFan6628' } };
  await operator.refused('/intake/v1/tickets', foreign, 422);
}

/** A transfer keeps its own number, its due date and the time of the transfer, from which the county's own clock runs. */
export async function transferFromAbove(month: ClerkMonth): Promise<void> {
  const fields = { channel: 'prefecture', prefectureNumber: '楚州12345-2018-006628', prefectureDueOn: '2018-09-25', receivedAt: momentOf('2018-09-02 22:10'), category: 'complaint', ...WORDS };
  const tale = await TicketTale.accepted(month.hotline, fields, 'prefecture');
  expect(await tale.ticket()).toMatchObject({ prefectureNumber: fields.prefectureNumber, prefectureDueOn: '2018-09-25', receivedAt: isoOf('2018-09-02 22:10') });
  const clock = await month.theClock(tale, 'county-dispatch');
  expect(clock.startedAt).toBe(isoOf('2018-09-02 22:10'));
  month.expectDue(clock, month.pack.limits.countyDispatch);
  await month.hotline.as('dispatcher').post(`/routing/v1/tickets/${tale.id}/upstream-return`, { reason: '井盖由州级管网公司管护。' });
  await month.hotline.as('prefecture').post(`/routing/v1/tickets/${tale.id}/upstream-return/decision`, { accepted: true });
  expect((await month.theClock(tale, 'county-dispatch')).verdict).toBe('on-time');
}

interface Attachment {
  readonly id: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** A photo goes up, is what was sent, and comes down to be saved, never to be shown; what only calls itself a photo is refused. */
export async function attachments(month: ClerkMonth): Promise<void> {
  const operator = month.hotline.as('operator');
  const { id } = await TicketTale.register(month.hotline, { ...WORDS, petitioner: PETITIONER });
  const path = `/intake/v1/tickets/${id}/attachments`;
  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000, 7)]);
  const stored = await operator.upload<Attachment>(path, '井盖.jpg', photo);
  expect(stored).toMatchObject({ status: 201, body: { mediaType: 'image/jpeg', size: photo.length, sha256: createHash('sha256').update(photo).digest('hex') } });
  const got = await operator.download(`${path}/${stored.body.id}`);
  expect(got).toMatchObject({ status: 200, type: 'image/jpeg' });
  expect(got.disposition).toMatch(/^attachment; /);
  expect(got.bytes.equals(photo)).toBe(true);
  const page = await operator.upload<{ code: string }>(path, '井盖.jpg', Buffer.from(`<!doctype html><script>alert(1)</script>${' '.repeat(200)}`));
  expect([page.status, page.body.code]).toEqual([415, 'attachment-type-refused']);
  expect((await operator.get<{ items: object[] }>(path)).items).toHaveLength(1);
}

interface WaitingEscalation {
  readonly ticketId: string;
  readonly late: boolean;
}

/** What is sudden is told to whom the pack names, at night; one is acknowledged in time and one is not, and handling goes on. */
export async function emergencies(month: ClerkMonth): Promise<void> {
  const { operator, supervisor } = { operator: month.hotline.as('operator'), supervisor: month.hotline.as('supervisor') };
  const minutes = month.pack.limits.emergencyReportMinutes;
  const tales = [];
  for (const emergencyKind of ['sudden', 'sensitive']) tales.push(await TicketTale.accepted(month.hotline, { ...WORDS, petitioner: PETITIONER, emergency: true, emergencyKind }));
  const [inTime, late] = tales as [TicketTale, TicketTale];
  const [clock] = await month.clocks(inTime, 'emergency-report');
  expect(Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '')).toBe(minutes * 60_000);
  const report = (ticket: TicketView) => ticket.escalations[0] as TicketView['escalations'][number];
  expect(report(await inTime.ticket())).toMatchObject({ kind: 'sudden', recipients: month.pack.emergency.recipients, acknowledgedAt: null });

  const acknowledge = async (tale: TicketTale) => supervisor.post(`/intake/v1/tickets/${tale.id}/escalations/${report(await tale.ticket()).escalationId}/acknowledgement`, { by: '县应急办值班员' });
  await month.moveBy(minutes - 1);
  await acknowledge(inTime);
  expect(report(await inTime.ticket())).toMatchObject({ acknowledgedAt: new Date(month.now).toISOString(), acknowledgedBy: '县应急办值班员' });
  await month.moveBy(2);
  const { items } = await operator.get<{ items: WaitingEscalation[] }>('/intake/v1/escalations');
  expect(items.map(({ ticketId, late: tooLate }) => [ticketId, tooLate])).toEqual([[late.id, true]]);
  await acknowledge(late);
  expect((await month.theClock(inTime, 'emergency-report')).verdict).toBe('on-time');
  expect((await month.theClock(late, 'emergency-report')).verdict).toBe('late');
  expect((await operator.get<{ items: object[] }>('/intake/v1/escalations')).items).toEqual([]);
}
