import { codeOf, PETITIONER, UNITS, WORDS, type ClerkMonth } from './clerk-month.ts';
import { everyUnit } from './clerk-staff.ts';
import { command } from './command-line.ts';
import { TicketTale } from './ticket-tale.ts';
import type { Items } from './views.ts';

interface Bulletin {
  readonly status: string;
  readonly hash: string;
  readonly number: string;
  readonly figures: {
    readonly channels: readonly { readonly code: string; readonly count: number }[];
    readonly topics: readonly { readonly township: string | null; readonly tickets: number }[];
    readonly overdue: readonly { readonly ticketId: string }[];
    readonly totals: Readonly<Record<string, { readonly count: number }>>;
    readonly rates: readonly { readonly rate: string; readonly month: { readonly numerator: number; readonly denominator: number } }[];
  };
}

const MONTH = '2018-09';

/** Drafted from what happened, issued as it was read, the same for everybody, as a paper and as a workbook. */
export async function bulletin(month: ClerkMonth, many: readonly string[]): Promise<void> {
  const [analyst, supervisor, unit] = [month.hotline.as('analyst'), month.hotline.as('supervisor'), month.unit('water')];
  const path = `/appraisal/v1/bulletins/${MONTH}`;
  const draft = await analyst.post<Bulletin>(`${path}/draft`, {}, { status: 201 });
  const told = await month.events();
  const count = (type: string) => told.filter((event) => event.type === `hotline.ticket.${type}.v1`).length;
  const { totals, channels, rates } = draft.figures;
  expect(Object.fromEntries(Object.entries(totals).map(([name, each]) => [name, each.count]))).toMatchObject({ received: count('registered'), declined: count('declined'), answered: count('answered') });
  expect(channels.reduce((sum, channel) => sum + channel.count, 0)).toBe(count('registered'));
  expect(channels.filter((channel) => channel.count > 0).map(({ code }) => code).sort()).toEqual(['app', 'email', 'phone', 'prefecture', 'sms', 'website', 'wechat'].sort());
  expect(draft.figures.topics).toContainEqual(expect.objectContaining({ township: UNITS.town[1], tickets: many.length }));
  expect(draft.figures.overdue.map(({ ticketId }) => ticketId)).toEqual(expect.arrayContaining([...many]));
  for (const { month: terms } of rates) expect(terms.numerator).toBeLessThanOrEqual(terms.denominator);
  await unit.get(path, 404);
  await supervisor.refused(`${path}/issue`, { hash: '0'.repeat(64), issuer: '王主任' }, 409);
  const issued = await supervisor.post<Bulletin>(`${path}/issue`, { hash: draft.hash, issuer: '王主任' });
  expect(issued).toMatchObject({ status: 'issued', hash: draft.hash, figures: draft.figures });
  expect(await unit.get<Bulletin>(path)).toEqual(issued);
  await month.expectPaper(`${path}/file?format=pdf`, '%PDF');
  await month.expectPaper(`${path}/file?format=xlsx`, 'PK\u0003\u0004');
  const page = (await analyst.download(`${path}/file?format=html`)).bytes.toString('utf8');
  expect(page).toContain(month.county.name);
  for (const secret of [...Object.values(PETITIONER), ...Object.values(WORDS)]) expect(page).not.toContain(secret);
}

interface Period {
  readonly periodId: string;
  readonly status: string;
  readonly hash: string | null;
  readonly units: readonly { readonly code: string }[];
}
interface Score {
  readonly unit: string;
  readonly points: number;
  readonly tickets: number;
  readonly complete: boolean;
  readonly items: readonly { readonly code: string; readonly kind: string; readonly points: number | null; readonly numerator: number | null; readonly denominator: number | null }[];
}

/** What people score they score with evidence that the record holds beside it; what is computed stands with both terms. */
export async function scored(month: ClerkMonth): Promise<string> {
  const supervisor = month.hotline.as('supervisor');
  const { periodId } = await supervisor.post<Period>('/appraisal/v1/periods', { period: MONTH }, { status: 201 });
  const period = `/appraisal/v1/periods/${periodId}`;
  await month.unit('water').get(period, 404);
  const { units } = await supervisor.post<Period>(`${period}/preview`).then(() => supervisor.get<Period>(period));
  expect(units.map(({ code }) => code)).toEqual(expect.arrayContaining(['water', 'roads', 'lands', 'health'].map((unit) => codeOf(unit as 'water'))));

  const evidence = (await supervisor.get<Items<{ unit: string; dutyGaps: string[] }>>(`${period}/evidence`)).items;
  const of = (unit: Parameters<typeof codeOf>[0]) => evidence.find((each) => each.unit === codeOf(unit));
  expect(of('lands')).toMatchObject({ liaisonChanges: [{ late: false }, { late: true }] });
  expect(of('lands')).toHaveProperty('dutyGaps.0');
  expect([of('farming')?.dutyGaps.length === 0, of('lands')?.dutyGaps.includes('2018-09-20')]).toEqual([!everyUnit(month), true]);
  expect(of('health')).toHaveProperty('knowledge.0');
  expect(of('housing')).toHaveProperty('silentAssists.0');
  expect(of('farming')).toHaveProperty('followUps.0');
  expect(of('farming')).toHaveProperty('accountability.0');

  const manual = Object.values(month.pack.appraisal.dimensions).flat().filter(({ kind }) => kind === 'manual');
  const items = units.flatMap(({ code: unit }) => manual.map(({ code: item, weight }) => ({ unit, item, points: weight - 1, evidence: '年度资料与日常检查记录。' })));
  const [first] = items;
  await supervisor.refused(`${period}/manual-scores`, { items: [{ ...first, points: (first?.points ?? 0) + 2 }] }, 422);
  expect((await supervisor.refused(`${period}/signatures/county`, undefined, 409)).code).toBe('manual-scores-missing');
  await supervisor.post(`${period}/manual-scores`, { items });
  const scores = (await supervisor.get<Items<Score>>(`${period}/scores?limit=200`)).items;
  expect(scores.every(({ complete }) => complete)).toBe(true);
  for (const { unit, items: own } of scores) {
    const { numerator, denominator } = own.find(({ code }) => code === 'on-time-close') as Score['items'][number];
    expect([unit, `${numerator}/${denominator}`]).toEqual([unit, await onTimeByTheClocks(month, unit)]);
  }
  return period;
}

/** The same two terms out of the time service: the clocks that fell due in the month and were decided, or ran over. */
async function onTimeByTheClocks(month: ClerkMonth, unit: string): Promise<string> {
  const due = `unit=${unit}&kind=resolve&dueFrom=${MONTH}-01&dueTo=${MONTH}-30&limit=200`;
  const count = async (which: string) => (await month.hotline.as('auditor').get<Items<object>>(`/sla/v1/clocks?${due}&${which}`)).items.length;
  const [inTime, late, missed] = [await count('verdict=on-time'), await count('verdict=late'), await count('verdict=running&overdue=true')];
  return `${inTime}/${inTime + late + missed}`;
}

/** A unit objects, is heard and upheld; both bodies sign, each in its own person; what is frozen comes out the same when it is counted again. */
export async function signedAndFrozen(month: ClerkMonth, period: string): Promise<void> {
  const [supervisor, inspector, leader] = [month.hotline.as('supervisor'), month.hotline.as('inspector'), month.leader('water')];
  const [item] = Object.values(month.pack.appraisal.dimensions).flat().filter(({ kind }) => kind === 'manual');
  const pointsOf = async () => (await leader.get<Items<Score>>(`${period}/scores`)).items.map(({ unit, items }) => [unit, items.find(({ code }) => code === item?.code)?.points]);
  expect(await pointsOf()).toEqual([[codeOf('water'), (item?.weight ?? 0) - 1]]);
  const { appealId } = await leader.post<{ appealId: string }>(`${period}/appeals`, { item: item?.code, reason: '包案领导已到位，佐证材料附后。' }, { status: 201 });
  expect((await supervisor.refused(`${period}/signatures/county`, undefined, 409)).code).toBe('appeals-undecided');
  await supervisor.post(`${period}/appeals/${appealId}/decision`, { upheld: true, reason: '材料属实。', points: item?.weight });
  expect(await pointsOf()).toEqual([[codeOf('water'), item?.weight]]);

  await inspector.refused(`${period}/signatures/office`, undefined, 409);
  expect(await supervisor.post<Period>(`${period}/signatures/county`)).toMatchObject({ status: 'county-signed' });
  const frozen = await inspector.post<Period>(`${period}/signatures/office`);
  expect(frozen).toMatchObject({ status: 'frozen', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await month.hotline.as('auditor').get(`${period}/comparison`)).toMatchObject({ equal: true, hash: frozen.hash, recomputedHash: frozen.hash, unequalUnits: [], since: [] });
  await supervisor.refused(`${period}/preview`, undefined, 409);
  await month.expectPaper(`${period}/export?format=xlsx`, 'PK\u0003\u0004');
}

/** What was left lying in September is closed in October: the frozen month stays as it was signed and says what would count otherwise, and the bulletin is not touched. */
export async function lateAnswerChangesNothing(month: ClerkMonth, period: string, [late = '']: readonly string[]): Promise<void> {
  const auditor = month.hotline.as('auditor');
  const [before, printed] = [await auditor.get<Items<Score>>(`${period}/scores?limit=200`), await auditor.get<Bulletin>(`/appraisal/v1/bulletins/${MONTH}`)];
  await month.handled(TicketTale.of(month.hotline, late), 'town');
  const comparison = await auditor.get<{ readonly since: readonly { readonly thing: { readonly rate: string; readonly ticketId: string }; readonly before: string; readonly now: string }[] }>(`${period}/comparison`);
  expect(comparison).toMatchObject({ equal: true, unequalUnits: [] });
  expect(comparison.since.filter(({ thing }) => thing.ticketId !== late)).toEqual([]);
  expect(comparison.since.map(({ thing, before: then, now }) => [thing.rate, then, now])).toContainEqual(['close', 'counted', 'hit']);
  expect(await auditor.get(`${period}/scores?limit=200`)).toEqual(before);
  expect(await auditor.get(`/appraisal/v1/bulletins/${MONTH}`)).toEqual(printed);
}

/** All that the appraisal knows comes out the same, row by row, when it is built anew out of what the services told. */
export async function factsRebuilt(month: ClerkMonth): Promise<void> {
  const { databaseUrl, natsUrl, county } = month.stack;
  for (const from of ['history', 'stream']) {
    const { code, stdout, stderr } = await command('rebuild-appraisal', ['--from', from], { ...month.county.environment, DATABASE_URL: databaseUrl, NATS_URL: natsUrl, HOTLINE_COUNTY: county });
    expect([code, code === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  }
}
