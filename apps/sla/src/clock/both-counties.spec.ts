import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { compileCalendar, type CalendarYear } from '@hotline/calendar';
import { clock as clocks, extension as extensions, policy } from '@hotline/domain';
import { CATEGORIES, codesOf, instantOf, type Category, type Instant } from '@hotline/domain/shared';

const folder = resolve('deploy/calendar');
const records = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as CalendarYear);
const calendar = compileCalendar(records);

/** What the records say of single days, the stronger layer and the higher version last: a calendar of its own for the expectations. */
const ordered = records.toSorted((a, b) => ['national', 'prefecture', 'county'].indexOf(a.layer) - ['national', 'prefecture', 'county'].indexOf(b.layer) || a.year - b.year || a.version - b.version);
const inForce = ordered.filter((record) => !ordered.some((other) => other.layer === record.layer && other.year === record.year && other.version > record.version));
const named = new Map(inForce.flatMap(({ daysOff, daysWorked }) => [...daysOff.map(({ date }) => [date, false] as const), ...daysWorked.map(({ date }) => [date, true] as const)]));
const works = (date: string): boolean => named.get(date) ?? ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The n-th working day after a date, walked day by day. */
function nth(date: string, n: number): string {
  let day = date;
  for (let left = n; left > 0; ) if (works((day = dayAfter(day)))) left -= 1;
  return day;
}

const at = (date: string, time: string): Instant => instantOf(`${date}T${time}:00+08:00`);
const LATE = at('2026-12-01', '12:00');
const STARTS = ['2018-09-10', '2018-09-21', '2019-04-24', '2020-01-21', '2024-12-30', '2026-02-10'];
const CASES = STARTS.flatMap((start) => codesOf(CATEGORIES).map((category) => [category, start] as const));

function packOf(name: string): policy.PolicyPack {
  const parsed = policy.parsePolicyPack(parse(readFileSync(resolve(`deploy/policy/${name}.yaml`), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.pack;
}

describe.each(['yuanmou-2018', 'yunling-2024'])('under the pack %s', (name) => {
  const pack = packOf(name);
  const rules = { calendar, ...policy.policyBook([pack]) };
  const ref = policy.policyRef(pack);
  const { limits, categories } = pack;
  const dispatched = (category: Category, start: string): clocks.TicketFact => ({
    type: 'dispatched', dispatchNo: 1, round: 1, category, mode: 'joint', lead: 'water', assisting: ['town'], policy: ref, prefectureTransfer: false, at: at(start, '15:00'),
  });
  const settle = (facts: readonly clocks.TicketFact[], now = LATE): ReadonlyMap<string, clocks.Clock> =>
    new Map(clocks.reconcileTicket([], facts, now, rules).map(({ clock }) => [clock.key, clock]));

  it.each(CASES)('[Art. 14, 15, 17, 18] every limit of a %s dispatched on %s is the pack’s, counted day by day', (category, start) => {
    const answered = nth(start, 1);
    const found = settle([
      dispatched(category, start),
      { type: 'return-asked', dispatchNo: 1, unit: 'town', at: at(start, '16:00') },
      { type: 'feedback-given', dispatchNo: 1, at: at(answered, '09:00') },
    ]);
    const { resolve: days } = categories[category];
    const due = Object.fromEntries([...found].map(([key, { dueOn }]) => [key, dueOn]));
    expect(due).toEqual({
      'unit-sign:1:water': nth(start, limits.unitSign),
      'unit-sign:1:town': nth(start, limits.unitSign),
      'first-contact:1:water': nth(start, limits.firstContact),
      'return-window:1:water': nth(start, limits.returnWindow),
      'return-window:1:town': nth(start, limits.returnWindow),
      'return-review:1:county:town': nth(start, limits.returnReview),
      'resolve:1:water': nth(start, days),
      'assist:1:town': nth(start, Math.max(1, days - limits.assistBeforeResolve)),
      'paper-filing:1:water': nth(answered, limits.paperFiling),
    });
  });

  it.each(CASES)('[Art. 17(1)–(3)] a %s dispatched on %s is on time to the last minute of its limit, and late from the next', (category, start) => {
    const last = nth(start, categories[category].resolve);
    const verdict = (moment: Instant): unknown => settle([dispatched(category, start), { type: 'feedback-given', dispatchNo: 1, at: moment }]).get('resolve:1:water')?.verdict;
    expect(verdict(at(last, '23:59'))).toBe('on-time');
    expect(verdict(at(dayAfter(last), '00:00'))).toBe('late');
  });

  it.each(codesOf(CATEGORIES))('[Art. 17(1)–(3)] a %s is extended up to its cap by whom the pack names, and the days are added to the original due date', (category) => {
    const start = '2018-09-10';
    const askedAt = at('2018-09-11', '09:00');
    const cap = categories[category].extensionCap;
    const resolveClock = settle([dispatched(category, start)], askedAt).get('resolve:1:water') ?? null;
    const under = { now: askedAt, resolve: resolveClock, alreadyThisRound: 0, daysThisRound: 0, grantedThisRound: 0, statutory: false, policy: pack };
    const ask = (workingDays: number) => extensions.decide(extensions.initial, { type: 'AskExtension', extensionId: 'x1', unit: 'water', reason: '需现场勘察', workingDays, at: askedAt }, under);
    expect(ask(cap + 1)).toMatchObject({ accepted: false, refusal: { slug: 'over-the-cap' } });
    expect(ask(cap)).toMatchObject({ accepted: true, events: [{ prefectureReviews: category === 'consultation' && pack.prefectureReviews.includes('consultation') }] });
    const granted: clocks.TicketFact[] = [
      { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: cap, at: askedAt },
      { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: true, workingDays: cap, at: askedAt },
    ];
    expect(settle([dispatched(category, start), ...granted]).get('resolve:1:water')?.dueOn).toBe(nth(start, categories[category].resolve + cap));
  });

  it('[Art. 17(1)] gives back only what reviewers took beyond the pack’s own limits', () => {
    const [start, asked] = ['2018-09-10', '2018-09-11'];
    const took = limits.extensionReviewCounty + 2;
    const refused: clocks.TicketFact[] = [
      { type: 'extension-asked', extensionId: 'x1', dispatchNo: 1, unit: 'water', workingDays: 1, at: at(asked, '09:00') },
      { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: false, workingDays: 1, at: at(nth(asked, took), '09:00') },
    ];
    expect(settle([dispatched('complaint', start), ...refused]).get('resolve:1:water')?.dueOn).toBe(nth(start, categories.complaint.resolve + 2));
  });

  it('[Art. 13] counts a changed category by the same pack, from the original start', () => {
    const changed: clocks.TicketFact = { type: 'category-changed', category: 'report', previous: 'consultation', at: at('2018-09-12', '09:00') };
    expect(settle([dispatched('consultation', '2018-09-10'), changed]).get('resolve:1:water')?.dueOn).toBe(nth('2018-09-10', categories.report.resolve));
  });

  it('[Art. 17] warns only when and where the pack says', () => {
    const first = settle([dispatched('help', '2018-09-10')], at('2018-09-10', '15:00')).get('resolve:1:water');
    if (!first) throw new Error('no resolve clock');
    const said: string[] = [];
    for (let clock = first; clock.wakeAt !== null; ) {
      const now = clock.wakeAt;
      const events = clocks.tick(clock, now, rules);
      said.push(...events.map((event) => `${new Date(now + 8 * 3_600_000).toISOString().slice(0, 13)} ${event.type === 'ClockWarned' ? event.which : event.type}`));
      clock = events.reduce<clocks.Clock>(clocks.evolve, clock);
    }
    const { resolve: days } = categories.help;
    const hour = String(pack.warnings.hour).padStart(2, '0');
    expect(said).toEqual([
      ...(pack.warnings.atHalf ? [`${nth('2018-09-10', Math.floor(days / 2) + 1)}T${hour} half`] : []),
      `${nth('2018-09-10', days)}T${hour} last-day`,
      `${dayAfter(nth('2018-09-10', days))}T00 ClockWentOverdue`,
    ]);
  });
});
