import { ratesOf, type ClockFact, type ClosedFact, type DispatchFact, type Period, type RateFacts, type RateKind, type VisitFact } from './index.js';

const september: Period = { from: '2018-09-01', to: '2018-09-30' };
const nothing: RateFacts = { clocks: [], dispatches: [], returns: [], extensions: [], closed: [], visits: [], withdrawn: [], declined: [] };

const clock = (ticketId: string, parts: Partial<ClockFact> = {}): ClockFact => ({
  ticketId,
  dispatchNo: 1,
  kind: 'resolve',
  unit: 'water',
  dueOn: '2018-09-17',
  verdict: 'on-time',
  overdue: false,
  ...parts,
});
const dispatch = (ticketId: string, parts: Partial<DispatchFact> = {}): DispatchFact => ({
  ticketId,
  dispatchNo: 1,
  round: 1,
  unit: 'water',
  role: 'lead',
  dispatchedOn: '2018-09-10',
  ...parts,
});
const closed = (ticketId: string, parts: Partial<ClosedFact> = {}): ClosedFact => ({
  ticketId,
  dispatchNo: 1,
  round: 1,
  unit: 'water',
  closedOn: '2018-09-20',
  ...parts,
});
const visit = (ticketId: string, parts: Partial<VisitFact> = {}): VisitFact => ({
  ticketId,
  dispatchNo: 1,
  unit: 'water',
  visitedOn: '2018-09-25',
  reached: true,
  solved: true,
  satisfaction: 'satisfied',
  ...parts,
});

/** `numerator/denominator` of one unit's rate, with the tickets behind both. */
function figures(kind: RateKind, facts: Partial<RateFacts>, unit = 'water'): [string, string, string] {
  const rate = ratesOf({ ...nothing, ...facts }, september, 5).find((entry) => entry.unit === unit)?.rates[kind];
  if (!rate) throw new Error(`${unit} has no rates`);
  const tickets = (list: typeof rate.numeratorTickets): string => list.map((item) => `${item.ticketId}.${item.dispatchNo}`).join(' ');
  return [`${rate.numerator}/${rate.denominator}`, tickets(rate.numeratorTickets), tickets(rate.denominatorTickets)];
}

describe('rates of clocks', () => {
  it.each<[RateKind, ClockFact['kind']]>([
    ['on-time-sign', 'unit-sign'],
    ['on-time-contact', 'first-contact'],
    ['on-time-close', 'resolve'],
  ])('[Art. 22] %s counts %s clocks whose deadline fell in the period: verdicts, and what is missed already', (kind, clockKind) => {
    const of = (ticketId: string, parts: Partial<ClockFact>): ClockFact => clock(ticketId, { kind: clockKind, ...parts });
    const clocks = [
      of('first-day', { dueOn: '2018-09-01' }),
      of('last-day', { dueOn: '2018-09-30' }),
      of('late', { verdict: 'late' }),
      of('missed', { verdict: 'running', overdue: true }),
      of('running', { verdict: 'running' }),
      of('void', { verdict: 'void' }),
      of('void-after-all', { verdict: 'void', overdue: true }),
      of('before', { dueOn: '2018-08-31' }),
      of('after', { dueOn: '2018-10-01' }),
      of('other-clock', { kind: 'paper-filing' }),
      of('other-unit', { unit: 'town' }),
    ];
    expect(figures(kind, { clocks })).toStrictEqual(['2/4', 'first-day.1 last-day.1', 'first-day.1 last-day.1 late.1 missed.1']);
    expect(figures(kind, { clocks }, 'town')[0]).toBe('1/1');
  });

  it('[Art. 22] each round of a ticket has its own deadline', () => {
    const clocks = [clock('t'), clock('t', { dispatchNo: 2, verdict: 'late', dueOn: '2018-09-28' })];
    expect(figures('on-time-close', { clocks })).toStrictEqual(['1/2', 't.1', 't.1 t.2']);
  });

  it('[Art. 18, 22] close counts, of what was due, what has its paper registered, whenever', () => {
    const clocks = [clock('closed', { verdict: 'late' }), clock('open'), clock('second', { dispatchNo: 2 })];
    const facts = { clocks, closed: [closed('closed', { closedOn: '2018-10-20' }), closed('second'), closed('not-due')] };
    expect(figures('close', facts)).toStrictEqual(['1/3', 'closed.1', 'closed.1 open.1 second.2']);
  });
});

describe('rates of visits', () => {
  const visits = [
    visit('a', { satisfaction: 'very-satisfied', solved: false }),
    visit('b', { satisfaction: 'basically-satisfied' }),
    visit('c', { satisfaction: 'dissatisfied' }),
    visit('d', { satisfaction: 'very-dissatisfied', solved: false }),
    visit('e', { satisfaction: null }),
    visit('not-reached', { reached: false, solved: false, satisfaction: null }),
    visit('october', { visitedOn: '2018-10-01' }),
  ];

  it('[Art. 19, 22] satisfied: basically satisfied or better, of those reached', () => {
    expect(figures('satisfied', { visits })).toStrictEqual(['2/5', 'a.1 b.1', 'a.1 b.1 c.1 d.1 e.1']);
  });

  it('[Art. 19, 22] solved: said solved, of those reached', () => {
    expect(figures('solved', { visits })).toStrictEqual(['3/5', 'b.1 c.1 e.1', 'a.1 b.1 c.1 d.1 e.1']);
  });
});

describe('rates of dispatches', () => {
  const dispatches = [
    dispatch('a'),
    dispatch('b'),
    dispatch('b', { unit: 'town', role: 'assisting' }),
    dispatch('c', { dispatchedOn: '2018-10-01' }),
    dispatch('a', { dispatchNo: 2, round: 2, dispatchedOn: '2018-10-08' }),
  ];

  it('[Art. 17(return), 22] return counts refused returns of each unit’s own dispatches, accepted ones blame nobody', () => {
    const returns = [
      { ticketId: 'a', dispatchNo: 1, unit: 'water', accepted: false },
      { ticketId: 'b', dispatchNo: 1, unit: 'water', accepted: true },
      { ticketId: 'b', dispatchNo: 1, unit: 'town', accepted: false },
      { ticketId: 'c', dispatchNo: 1, unit: 'water', accepted: false },
    ];
    expect(figures('return', { dispatches, returns })).toStrictEqual(['1/2', 'a.1', 'a.1 b.1']);
    expect(figures('return', { dispatches, returns }, 'town')).toStrictEqual(['1/1', 'b.1', 'b.1']);
  });

  it('[Art. 17, 22] extension counts granted extensions of dispatches that the unit leads', () => {
    const extensions = [
      { ticketId: 'a', dispatchNo: 1, unit: 'water', granted: true },
      { ticketId: 'b', dispatchNo: 1, unit: 'water', granted: false },
    ];
    expect(figures('extension', { dispatches, extensions })).toStrictEqual(['1/2', 'a.1', 'a.1 b.1']);
    expect(figures('extension', { dispatches, extensions }, 'town')[0]).toBe('0/0');
  });

  it('[Art. 17, 22] an extension of a dispatch whose return was accepted is charged to nobody', () => {
    const extensions = [{ ticketId: 'a', dispatchNo: 1, unit: 'water', granted: true }];
    const returns = [{ ticketId: 'a', dispatchNo: 1, unit: 'water', accepted: true }];
    expect(figures('extension', { dispatches, extensions, returns })).toStrictEqual(['0/2', '', 'a.1 b.1']);
    expect(figures('extension', { dispatches, extensions, returns: [{ ...returns[0]!, accepted: false }] })[0]).toBe('1/2');
  });

  it('[Art. 18, 22] a withdrawn dispatch is in no rate at all, neither above nor below the line', () => {
    const withdrawn = [{ ticketId: 'a', dispatchNo: 1 }];
    const facts = {
      dispatches,
      clocks: [clock('a', { verdict: 'late' }), clock('b')],
      visits: [visit('a', { satisfaction: 'dissatisfied' }), visit('b')],
      closed: [closed('a'), closed('b')],
      returns: [{ ticketId: 'a', dispatchNo: 1, unit: 'water', accepted: false }],
      extensions: [{ ticketId: 'a', dispatchNo: 1, unit: 'water', granted: true }],
      withdrawn,
    };
    for (const kind of ['on-time-close', 'close', 'solved', 'satisfied'] as const) expect([kind, ...figures(kind, facts)]).toStrictEqual([kind, '1/1', 'b.1', 'b.1']);
    for (const kind of ['return', 'extension'] as const) expect([kind, ...figures(kind, facts)]).toStrictEqual([kind, '0/1', '', 'b.1']);
    expect(figures('rework', { ...facts, dispatches: [dispatch('b'), dispatch('b', { dispatchNo: 2, round: 2 })], withdrawn: [{ ticketId: 'b', dispatchNo: 2 }] })[0]).toBe('0/2');
  });

  it('[Art. 12, 22] of a ticket that was declined what its unit gave back is in no rate; what a unit went on with, and what an assisting unit gave back, is', () => {
    const facts = { dispatches, returns: [{ ticketId: 'a', dispatchNo: 1, unit: 'water', accepted: true }], declined: [{ ticketId: 'a' }] };
    for (const kind of ['return', 'extension'] as const) expect([kind, ...figures(kind, facts)]).toStrictEqual([kind, '0/1', '', 'b.1']);
    expect(figures('return', { ...facts, declined: [{ ticketId: 'b' }] })).toStrictEqual(['0/2', '', 'a.1 b.1']);
    expect(figures('return', { ...facts, returns: [{ ...facts.returns[0]!, accepted: false }] })).toStrictEqual(['1/2', 'a.1', 'a.1 b.1']);
    expect(figures('return', { ...facts, dispatches: [...dispatches, dispatch('a', { unit: 'town', role: 'assisting' })], returns: [{ ticketId: 'a', dispatchNo: 1, unit: 'town', accepted: true }] })[0]).toBe('0/2');
  });

  it('[Art. 22] rework counts tickets, each once, with a second round among those closed in the period', () => {
    const files = [closed('a'), closed('a', { dispatchNo: 2, round: 2, closedOn: '2018-09-29' }), closed('b'), closed('c', { closedOn: '2018-10-10' })];
    expect(figures('rework', { dispatches, closed: files })).toStrictEqual(['1/2', 'a.0', 'a.0 b.0']);
  });

  it('[Art. 22] rework that went to another unit counts for the unit whose closing it undid, not for the one that took it on', () => {
    const sent = [dispatch('a'), dispatch('a', { dispatchNo: 2, round: 2, unit: 'town', dispatchedOn: '2018-10-02' })];
    const files = [closed('a'), closed('a', { dispatchNo: 2, round: 2, unit: 'town', closedOn: '2018-09-30' })];
    expect(figures('rework', { dispatches: sent, closed: files })).toStrictEqual(['1/1', 'a.0', 'a.0']);
    expect(figures('rework', { dispatches: sent, closed: files }, 'town')).toStrictEqual(['0/1', '', 'a.0']);
  });
});

describe('the list of units', () => {
  it('[Art. 22] is ordered by code, leaves out who has nothing to count, and lists small samples apart', () => {
    const many = ['1', '2', '3', '4', '5'].map((ticketId) => dispatch(ticketId));
    const facts: RateFacts = {
      ...nothing,
      dispatches: [...many, dispatch('1', { unit: 'town', role: 'assisting' })],
      clocks: [clock('1'), clock('6', { unit: 'town' }), clock('7', { unit: 'roads', dueOn: '2018-10-09' })],
    };
    expect(ratesOf(facts, september, 5).map(({ unit, tickets, smallSample }) => ({ unit, tickets, smallSample }))).toStrictEqual([
      { unit: 'town', tickets: 2, smallSample: true },
      { unit: 'water', tickets: 5, smallSample: false },
    ]);
    expect(ratesOf(nothing, september, 5)).toStrictEqual([]);
  });
});
