import { codeOf, PETITIONER, type ClerkMonth } from './clerk-month.ts';
import { TicketTale } from './ticket-tale.ts';
import type { Items } from './views.ts';

interface Topic {
  readonly id: string;
  readonly label: string;
  readonly tickets: number;
  readonly townCode: string | null;
}
interface Report {
  readonly kind: string;
  readonly unit: string;
  readonly cause: string;
  readonly topicId: string | null;
  readonly dutyAt: string;
  readonly dueOn: string;
}

const TOWN = codeOf('town');
const MATTER = { category: 'help', townCode: TOWN, title: '采砂场扬尘扰民', text: '沙沟箐采砂场昼夜作业，扬尘严重，运砂车噪声大，村民无法休息。' };

/** As many about the same thing as make it concentrated by the pack, all of them sent to one unit, which leaves them lying. */
export async function oneMatterOfMany(month: ClerkMonth): Promise<readonly string[]> {
  const calls = Array.from({ length: month.pack.reports.concentratedFrom }, (_, index) => ({ ...MATTER, petitioner: { name: PETITIONER.name, contact: `1398781${String(index).padStart(4, '0')}` } }));
  const tales = await Promise.all(calls.map((fields) => TicketTale.dispatched(month.hotline, TOWN, fields)));
  return tales.map(({ id }) => id);
}

/** By the next day it is a topic of that town, and owed are a special report of the county and a research report of the unit. */
export async function concentrated(month: ClerkMonth, ids: readonly string[]): Promise<void> {
  const supervisor = month.hotline.as('supervisor');
  const { reports, topics } = month.pack;
  const found = (await supervisor.get<Items<Topic>>(`/intake/v1/topics?townCode=${TOWN}`)).items;
  expect(found).toMatchObject([{ townCode: TOWN, tickets: ids.length }]);
  expect(ids.length).toBeGreaterThanOrEqual(topics.minTickets);
  for (const word of found[0]?.label.split('、') ?? []) expect(MATTER.title + MATTER.text).toContain(word);
  const owed = (await supervisor.get<Items<Report>>('/appraisal/v1/reports?status=due')).items.filter(({ topicId }) => topicId === found[0]?.id);
  const due = (workingDays: number) => month.county.due(owed[0]?.dutyAt ?? '', workingDays).dueOn;
  const expected = [
    { kind: 'research', unit: TOWN, cause: 'concentrated', dueOn: due(reports.research) },
    { kind: 'special', unit: 'county', cause: 'concentrated', dueOn: due(reports.special) },
  ];
  expect(owed.toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject(expected);
}

/** What was left lying is late by the days of the pack, held against whom it was sent to, and against nobody without a person. */
export async function leftLying(month: ClerkMonth, ids: readonly string[]): Promise<void> {
  const { items } = await month.hotline.as('supervisor').get<Items<{ ticketIds: string[]; status: string; unit: string }>>('/supervision/v1/accountability/candidates?ground=late-without-reason&limit=200');
  const proposed = items.filter(({ unit }) => unit === TOWN);
  expect(proposed.flatMap(({ ticketIds }) => ticketIds).sort()).toEqual([...ids].sort());
  expect(new Set(proposed.map(({ status }) => status))).toEqual(new Set(['proposed']));
  expect((await month.leader('town').get<Items<object>>('/supervision/v1/accountability/cases')).items).toEqual([]);
  const overdue = await month.hotline.as('auditor').get<Items<{ ticketId: string }>>(`/sla/v1/clocks?unit=${TOWN}&kind=resolve&overdue=true&limit=200`);
  expect(overdue.items.map(({ ticketId }) => ticketId).sort()).toEqual([...ids].sort());
}
