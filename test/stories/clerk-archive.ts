import pg from 'pg';
import { EventInspector } from '../../deploy/commands/asyncapi/sound-event.ts';
import { storiesOf, toldEvents } from '../../deploy/commands/simulate/event-log.ts';
import { Verdicts } from '../../deploy/commands/simulate/verdicts.ts';
import { WallCalendar } from '../../deploy/commands/simulate/wall-calendar.ts';
import { HARASSER } from './clerk-desk.ts';
import { SEALED } from './clerk-intake.ts';
import { codeOf, PETITIONER, WORDS, type ClerkMonth } from './clerk-month.ts';
import type { TicketTale } from './ticket-tale.ts';
import type { Items } from './views.ts';
import { filesThatSay, messagesOf, payloadsOf, rowsThatSay } from './whereabouts.ts';

interface ArchiveFile {
  readonly ticketId: string;
  readonly retainUntil: string | null;
  readonly held: boolean;
  readonly disposedAt: string | null;
  readonly erasedAt: string | null;
}
interface Disposal {
  readonly disposalId: string;
  readonly status: string;
  readonly ticketIds: readonly string[];
  readonly decision: { readonly certificateNo: string | null; readonly disposed: readonly string[] } | null;
}

/** Two files of the same day and unit, of which one is held. */
export interface TwoFiles {
  readonly kept: TicketTale;
  readonly destroyed: TicketTale;
}

/** Two closed files: of one the auditor says that it is kept, whatever its age; neither may go before its time. */
export async function fileHeld(month: ClerkMonth): Promise<TwoFiles> {
  const [auditor, supervisor] = [month.hotline.as('auditor'), month.hotline.as('supervisor')];
  const [kept, destroyed] = [await month.dispatched('housing'), await month.dispatched('housing')];
  for (const tale of [kept, destroyed]) await month.handled(tale, 'housing');
  await auditor.post(`/supervision/v1/archive/files/${kept.id}/holds`, { reason: '审计机关调阅，审计结束前不得销毁。' }, { status: 201 });
  const retainUntil = `${2018 + month.pack.archive.retentionYears}${month.today.slice(4)}`;
  expect(await supervisor.get<ArchiveFile>(`/supervision/v1/archive/files/${kept.id}`)).toMatchObject({ held: true, retainUntil });
  expect((await supervisor.refused('/supervision/v1/archive/disposals', undefined, 409)).code).toBe('nothing-to-dispose-of');
  return { kept, destroyed };
}

/** Years later one person proposes what is over and another approves; the certificate has a number, and what is held stays. */
export async function disposed(month: ClerkMonth, { kept, destroyed }: TwoFiles): Promise<readonly string[]> {
  const [supervisor, admin] = [month.hotline.as('supervisor'), month.hotline.as('admin')];
  await month.moveTo(`${2018 + month.pack.archive.retentionYears}-11-05 10:00`);
  const proposed = await supervisor.post<Disposal>('/supervision/v1/archive/disposals', undefined, { status: 201 });
  expect(proposed.ticketIds).toContain(destroyed.id);
  expect(proposed.ticketIds).not.toContain(kept.id);
  const path = `/supervision/v1/archive/disposals/${proposed.disposalId}`;
  expect((await supervisor.refused(`${path}/approval`, undefined, 409)).code).toBe('proposer-cannot-approve');
  await supervisor.get(`${path}/certificate`, 404);
  const approved = await admin.post<Disposal>(`${path}/approval`);
  expect(approved).toMatchObject({ status: 'approved', decision: { disposed: proposed.ticketIds, spared: [], certificateNo: expect.stringContaining(month.today.slice(0, 4)) } });
  await month.rest();
  await month.expectPaper(`${path}/certificate`, '%PDF');
  const files = (await supervisor.get<Items<ArchiveFile>>('/supervision/v1/archive/files?disposed=true&limit=200')).items;
  expect(files.map(({ ticketId }) => ticketId).sort()).toEqual([...proposed.ticketIds].sort());
  expect(files.filter(({ erasedAt }) => erasedAt === null)).toEqual([]);
  return proposed.ticketIds;
}

/** Of what was destroyed nobody reads name or words again; codes and times stay, and so does the file that is held. */
export async function unreadable(month: ClerkMonth, { kept, destroyed }: TwoFiles, allDestroyed: readonly string[]): Promise<void> {
  const operator = month.hotline.as('operator');
  const pathOf = (tale: TicketTale) => `/intake/v1/tickets/${tale.id}/identity-views`;
  expect((await operator.refused(pathOf(destroyed), { purpose: '核对' }, 410)).code).toBe('ticket-disposed');
  expect(await destroyed.ticket()).toMatchObject({ title: null, petitioner: null, disposed: { certificateNo: expect.any(String) } });
  expect((await destroyed.handling()).dispatch).toMatchObject({ lead: codeOf('housing') });
  expect(await operator.post(pathOf(kept), { purpose: '核对' })).toMatchObject(PETITIONER);
  const keys = (await month.books.rows<{ id: string }>('select ticket_id as id from intake.identity_data_key')).map(({ id }) => id);
  expect(keys).toContain(kept.id);
  expect(keys.filter((id) => allDestroyed.includes(id))).toEqual([]);
}

/** The hold is lifted, and what it kept goes the same way, under the next number; figures that were frozen stand on what stays. */
export async function holdLifted(month: ClerkMonth, { kept }: TwoFiles, period: string): Promise<void> {
  const [supervisor, admin, auditor] = [month.hotline.as('supervisor'), month.hotline.as('admin'), month.hotline.as('auditor')];
  const { holds } = await auditor.get<{ holds: { id: string }[] }>(`/supervision/v1/archive/files/${kept.id}`);
  await auditor.post(`/supervision/v1/archive/holds/${holds[0]?.id}/lifting`, { reason: '审计结束。' });
  const proposed = await admin.post<Disposal>('/supervision/v1/archive/disposals', undefined, { status: 201 });
  expect(proposed.ticketIds).toEqual([kept.id]);
  const approved = await supervisor.post<Disposal>(`/supervision/v1/archive/disposals/${proposed.disposalId}/approval`);
  expect(approved.decision?.certificateNo).toMatch(/\b0*2\b/);
  await month.rest();
  expect(await kept.ticket()).toMatchObject({ title: null, petitioner: null, disposed: { certificateNo: approved.decision?.certificateNo } });
  expect(await auditor.get(`${period}/comparison`)).toMatchObject({ equal: true, unequalUnits: [] });
}

/** Logs, the whole stream and every table: nobody is named, words are where they are handled, and nothing is unsettled or was given up. */
export async function nobodyIsNamed(month: ClerkMonth): Promise<void> {
  const { stack } = month;
  const [secrets, words] = [[...SEALED, ...Object.values(HARASSER)], Object.values(WORDS)];
  expect(stack.logs().get('intake.log')).toContain('/intake/v1/tickets');
  expect(filesThatSay([...secrets, ...words], stack.logs())).toEqual([]);
  const messages = await messagesOf(stack);
  expect(messages.length).toBeGreaterThan(200);
  expect(messages.filter((message) => [...secrets, ...words].some((secret) => message.includes(secret)))).toEqual([]);
  expect(await rowsThatSay(secrets, stack.databaseUrl)).toEqual([]);
  expect(await rowsThatSay(words, stack.databaseUrl)).toEqual(['intake.ticket']);
  expect(await month.books.unsettled()).toEqual({});
  const errors = [...stack.logs()].flatMap(([name, text]) => text.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line)).map((line) => `${name}: ${line}`));
  expect(errors).toEqual([]);
}

/** A stranger who subscribes can read and trace every event of the month. */
export async function eventsAreSound({ stack }: ClerkMonth): Promise<void> {
  const inspector = new EventInspector();
  const flaws = (await payloadsOf(stack)).map((text) => inspector.flawsOf(text));
  expect(flaws.length).toBeGreaterThan(200);
  expect([...new Set(flaws.flat())]).toEqual([]);
}

/** Nobody is warned on a day off, or before the hour of the pack. */
export async function warnedAtWork(month: ClerkMonth): Promise<void> {
  const warned = (await month.events()).filter(({ type }) => type === 'hotline.clock.warned.v1').map(({ time }) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString());
  expect(warned.length).toBeGreaterThan(5);
  expect(warned.filter((time) => !month.county.works(time.slice(0, 10)) || Number(time.slice(11, 13)) < month.pack.warnings.hour)).toEqual([]);
}

/** Each verdict worked out once more, from the log of events and a calendar read off the wall; what nobody decided yet has none. */
export async function verdictsStand(month: ClerkMonth): Promise<void> {
  const database = new pg.Client({ connectionString: month.stack.databaseUrl });
  await database.connect();
  try {
    const verdicts = new Verdicts(month.pack, new WallCalendar(month.pack.county));
    const stories = await storiesOf(toldEvents(database));
    expect([...stories].flatMap(([ticketId, story]) => verdicts.disagreements(ticketId, story))).toEqual([]);
    expect(verdicts.checked).toBeGreaterThan(75);
  } finally {
    await database.end();
  }
}
