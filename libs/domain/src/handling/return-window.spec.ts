import { after, at, dispatched, given, jointly, opened, rules } from '../../spec/case-in-hand.js';
import { dateOf, dayOf, type Deadline, type WorkingCalendar } from '../shared/index.js';
import { toldReturnDueAt, unitReturnWindow, type CalendarRevision, type Dispatch, type HandlingEvent, type HandlingRules, type UnitPart } from './index.js';

/** The weekday calendar with every deadline some days later or earlier. */
const moved = (days: number): WorkingCalendar => {
  const { calendar } = rules;
  const shifted = (due: Deadline): Deadline => ({ ...due, dueOn: dateOf(dayOf(due.dueOn) + days), dueAt: due.dueAt + days * 86_400_000 });
  return { ...calendar, deadline: (start, count) => shifted(calendar.deadline(start, count)) };
};
const publication = (days: number, allowEarlier = false, rulesFrom = '2017-01-01'): CalendarRevision => ({ calendar: moved(days), allowEarlier, rulesFrom });

/** What holds once these publications were heard of after the first three. */
function since(...revisions: readonly CalendarRevision[]): HandlingRules {
  return { ...rules, calendar: revisions.at(-1)?.calendar ?? rules.calendar, calendarsKnown: 3 + revisions.length, calendarsSince: (known) => revisions.slice(known - 3) };
}

const told: HandlingEvent = { ...dispatched, calendarsKnown: 3 };
const declared: HandlingEvent = { type: 'OnSiteCheckDeclared', dispatchNo: 1, unit: 'water', returnDueAt: at('14T00:00:00'), calendarsKnown: 3, at: at('11T12:00:00') };
const added: HandlingEvent = { type: 'AssistingAdded', dispatchNo: 1, round: 1, unit: 'town', returnDueAt: at('14T00:00:00'), calendarsKnown: 3, at: at('12T10:00:00') };

function inHand(events: readonly HandlingEvent[], unit = 'water'): { readonly dispatch: Dispatch; readonly part: UnitPart } {
  const state = after(events);
  const part = state.status === 'none' ? undefined : state.dispatch?.parts.find((each) => each.unit === unit);
  if (state.status === 'none' || state.dispatch === null || !part) throw new Error('the case is dispatched to the unit');
  return { dispatch: state.dispatch, part };
}

function until(events: readonly HandlingEvent[], under: HandlingRules, unit?: string): number {
  const { dispatch, part } = inHand(events, unit);
  return unitReturnWindow(dispatch, part, under).dueAt;
}

describe('a return window that was told, after publications of the calendar', () => {
  it.each<[string, readonly HandlingEvent[], string | undefined, string]>([
    ['plain', [opened, told], undefined, '12'],
    ['with an on-site check', [opened, told, declared], undefined, '14'],
    ['of a unit brought in later', [opened, told, added], 'town', '14'],
  ])('[Art. 17(return)] never ends earlier, unless the publication says so: %s', (_name, events, unit, day) => {
    const [end, earlier, later] = [0, -1, 1].map((days) => at(`${day}T00:00:00`) + days * 86_400_000);
    expect(until(events, since(), unit)).toBe(end);
    expect(until(events, since(publication(-1)), unit)).toBe(end);
    expect(until(events, since(publication(1)), unit)).toBe(later);
    expect(until(events, since(publication(-1, true)), unit)).toBe(earlier);
  });

  it('[Art. 17(return)] keeps what a publication made later when the next one takes it back, unless that says so', () => {
    expect(until([opened, told], since(publication(2), publication(0)))).toBe(at('14T00:00:00'));
    expect(until([opened, told], since(publication(2), publication(0, true)))).toBe(at('12T00:00:00'));
    expect(until([opened, told], since(publication(0, true), publication(2)))).toBe(at('14T00:00:00'));
  });

  it('[Art. 17(return)] says since when another day holds than the unit was told', () => {
    const { dispatch, part } = inHand([opened, told]);
    const moved = (...revisions: readonly CalendarRevision[]) => unitReturnWindow(dispatch, part, since(...revisions)).moved;
    expect(moved(publication(-1))).toBeNull();
    expect(moved({ ...publication(-1, true), madeAt: at('11T09:00:00') }, { ...publication(-2), madeAt: at('12T09:00:00') })).toEqual({ toldOn: '2018-09-11', at: at('11T09:00:00') });
    expect(moved(publication(2))).toEqual({ toldOn: '2018-09-11', at: null });
    expect(moved(publication(2), publication(0, true))).toBeNull();
    expect(unitReturnWindow({ ...dispatch, returnDueAt: undefined } as unknown as Dispatch, part, since(publication(1))).moved).toBeNull();
  });

  it('[Art. 17(return)] is looked at again by a publication with leave, but not by one of years that it cannot reach', () => {
    expect(until([opened, told], since(publication(-1), publication(-1, true)))).toBe(at('11T00:00:00'));
    expect(until([opened, told], since(publication(-1), publication(-1, true, '2018-09-11')))).toBe(at('11T00:00:00'));
    expect(until([opened, told], since(publication(-1), publication(-1, true, '2018-09-12')))).toBe(at('12T00:00:00'));
  });

  it('[Art. 17(return)] is none of the publications with which it was counted', () => {
    const fresh: HandlingEvent = { ...dispatched, returnDueAt: at('11T00:00:00'), calendarsKnown: 4 };
    expect(until([opened, fresh], since(publication(-1)))).toBe(at('11T00:00:00'));
    expect(until([opened, fresh], since(publication(-1), publication(-2, true)))).toBe(at('10T00:00:00'));
  });

  it('[Art. 17(return)] refuses a return after the end that a publication brought forward', () => {
    const ask = { type: 'AskReturn', unit: 'water', reason: '二次供水由住建部门负责', suggestedUnit: 'housing', at: at('11T09:00:00') } as const;
    given([opened, told]).when(ask, since(publication(-1))).then([{ ...ask, type: 'ReturnAsked', dispatchNo: 1 }]);
    given([opened, told]).when(ask, since(publication(-1, true))).thenRefused('outside-return-window', { values: { until: '2018-09-10T16:00:00.000Z' } });
  });

  it('[Art. 17(return)] is kept with the publications that it was counted with, whoever is told', () => {
    const known = { ...rules, calendarsKnown: 5 };
    given([opened]).when({ type: 'Dispatch', mode: 'transfer', lead: 'water', assisting: [], at: at('10T10:00:00') }, known).then([{ ...dispatched, calendarsKnown: 5 }]);
    given([opened, told]).when({ type: 'AddAssisting', unit: 'town', at: at('12T10:00:00') }, known).then([{ ...added, calendarsKnown: 5 }]);
    given([opened, told]).when({ type: 'DeclareOnSiteCheck', unit: 'water', at: at('11T12:00:00') }, { ...known, calendarsSince: () => [] }).then([{ ...declared, calendarsKnown: 5 }]);
  });
});

describe('the end of the window that a unit was told', () => {
  it('[Art. 17(return)] is that of the dispatch, or of being brought in later; a ruling told none', () => {
    const { dispatch, part } = inHand([opened, jointly, { ...added, unit: 'bridge' }], 'bridge');
    expect(toldReturnDueAt(dispatch, part)).toBe(at('14T00:00:00'));
    expect(toldReturnDueAt(dispatch, dispatch.parts[0])).toBe(at('12T00:00:00'));
    expect(toldReturnDueAt(dispatch, undefined)).toBe(at('12T00:00:00'));
    expect(toldReturnDueAt({}, dispatch.parts[0])).toBeUndefined();
  });
});
