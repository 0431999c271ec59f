import { codeOf, type ClerkMonth } from './clerk-month.ts';
import { shifted } from './county.ts';
import type { Items } from './views.ts';

/** A change of liaison that the pack's days still cover, and one that they do not, which becomes a candidate for accountability. */
export async function liaisonChanges(month: ClerkMonth): Promise<void> {
  const { reportWithin } = month.pack.liaison;
  for (const [unit, workingDays] of [['farming', reportWithin], ['lands', reportWithin + 1]] as const) {
    const changedOn = month.county.workingDaysAgo(month.today, workingDays);
    const change = { liaison: { name: '联络员乙', phone: '0878-0000133' }, changedOn };
    expect(await month.unit(unit).post(`/routing/v1/units/${codeOf(unit)}/liaison-changes`, change, { status: 201 })).toMatchObject({ workingDays, late: workingDays > reportWithin });
  }
  const { items: late } = await month.hotline.as('admin').get<Items<object>>('/routing/v1/liaison-changes?late=true');
  expect(late).toMatchObject([{ unit: codeOf('lands'), late: true }]);
  await month.rest();
  const { items } = await month.hotline.as('supervisor').get<Items<object>>('/supervision/v1/accountability/candidates?ground=liaison-change-unreported');
  expect(items).toMatchObject([{ status: 'proposed', unit: codeOf('lands') }]);
}

/** A day of a roster without an officer is shown beforehand, and told on the day; where the pack says so, of who never kept a roster too. */
export async function dutyGap(month: ClerkMonth): Promise<void> {
  const [today, tomorrow] = [month.today, shifted(month.today, 1)];
  await month.unit('lands').put(`/routing/v1/duty-rosters/${codeOf('lands')}`, { days: [{ date: today, officer: '值班员甲', phone: '0878-0000134' }] });
  const gapsOf = async (unit: string) => (await month.hotline.as('supervisor').get<Items<object>>(`/routing/v1/duty-rosters/gaps?from=${today}&to=${tomorrow}&unit=${unit}`)).items;
  expect(await gapsOf(codeOf('lands'))).toEqual([{ unit: codeOf('lands'), date: tomorrow }]);
  const withoutRoster = [codeOf('farming'), 'county'];
  for (const unit of withoutRoster) expect(await gapsOf(unit)).toEqual(everyUnit(month) ? [today, tomorrow].map((date) => ({ unit, date })) : []);

  const told = async (unit: string) => (await month.events()).filter(({ type, subject }) => type === 'hotline.unit.duty-gap-found.v1' && subject.startsWith(`${unit}:`)).map(({ subject }) => subject);
  const before = await told(codeOf('lands'));
  expect(before).not.toContain(`${codeOf('lands')}:${tomorrow}`);
  await month.moveTo(`${tomorrow} 09:00`);
  await month.moveTo(`${tomorrow} 09:30`);
  expect((await told(codeOf('lands'))).filter((subject) => !before.includes(subject))).toEqual([`${codeOf('lands')}:${tomorrow}`]);
  for (const unit of withoutRoster) expect((await told(unit)).filter((subject) => subject.endsWith(tomorrow))).toEqual(everyUnit(month) ? [`${unit}:${tomorrow}`] : []);
}

/** Whether who keeps no duty roster at all has gaps. */
export function everyUnit({ pack }: ClerkMonth): boolean {
  return pack.dutyRosters === 'all-units';
}
