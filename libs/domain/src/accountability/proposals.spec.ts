import { instantOf, type Instant } from '@hotline/domain/shared';
import { weekdayCalendar } from '../../spec/weekday-calendar.js';
import { weighClock, weighFollowUp, weighIdentityView, weighLiaisonChange, type ClockFact, type DispatchFact, type FollowUpFact, type Proposal, type Weighed } from './index.js';

const at = (time: string): Instant => instantOf(`2018-10-${time}+08:00`);
const rules = { now: at('26T10:00:00'), calendar: weekdayCalendar, lateFrom: 1 };
const late: ClockFact = {
  ...{ clockId: 'k-1', ticketId: 't-1', kind: 'resolve', unit: 'water', dispatchNo: 1, dueOn: '2018-10-22', dueAt: at('23T00:00:00') },
  ...{ stoppedAt: at('25T10:00:00'), overdueAt: at('23T00:00:00'), provisional: false, verdict: 'late', workingDaysLate: 3 },
};
const running: ClockFact = { ...late, stoppedAt: null, verdict: 'running', workingDaysLate: null };
const dispatch: DispatchFact = { ticketId: 't-1', dispatchNo: 1, unit: 'water', mode: 'transfer', dispatchedAt: at('01T10:00:00'), feedbackAt: null, closedAt: null, releasedAt: null, assisting: [] };
const joint: DispatchFact = { ...dispatch, mode: 'joint', assisting: [{ unit: 'town', opinionAt: null, releasedAt: null }] };
const assist: ClockFact = { ...late, clockId: 'k-2', kind: 'assist', unit: 'town' };
const proposed = (weighed: readonly Weighed[]): Proposal[] => weighed.flatMap(({ proposal }) => proposal ?? []);
const groundsOf = (weighed: readonly Weighed[]): string[] => proposed(weighed).map(({ ground }) => ground);

describe('what the record proposes for being late', () => {
  it('[Art. 23(1)] names the clock, the due date and the working days', () => {
    expect(proposed(weighClock(late, dispatch, rules))).toStrictEqual([
      {
        candidateId: 'late-without-reason:k-1',
        ground: 'late-without-reason',
        unit: 'water',
        ticketIds: ['t-1'],
        evidence: [{ kind: 'late-clock', ref: 'k-1', facts: { dispatchNo: 1, dueOn: '2018-10-22', workingDaysLate: 3, stillOpen: false } }],
      },
    ]);
  });

  it('[Art. 23(1)] begins with the working days that the policy names', () => {
    expect(groundsOf(weighClock(late, dispatch, { ...rules, lateFrom: 3 }))).toStrictEqual(['late-without-reason']);
    expect(groundsOf(weighClock(late, dispatch, { ...rules, lateFrom: 4 }))).toStrictEqual([]);
  });

  it('[Art. 23(1)] counts an open ticket that ran over from the deadline to now', () => {
    const on = (time: string, lateFrom: number): string[] => groundsOf(weighClock(running, dispatch, { ...rules, now: at(time), lateFrom }));
    expect(proposed(weighClock(running, dispatch, rules)).map(({ evidence }) => evidence[0]?.facts)).toStrictEqual([{ dispatchNo: 1, dueOn: '2018-10-22', workingDaysLate: null, stillOpen: true }]);
    expect([on('23T00:00:00', 1), on('23T00:00:00', 2), on('24T00:00:00', 2)]).toStrictEqual([['late-without-reason'], [], ['late-without-reason']]);
  });

  it.each<[string, Partial<ClockFact>, Partial<DispatchFact>]>([
    ['on time', { verdict: 'on-time', workingDaysLate: 0 }, {}],
    ['void', { verdict: 'void', workingDaysLate: null }, {}],
    ['running and not overdue', { ...running, overdueAt: null }, {}],
    ['stopped, and its verdict waits for an extension', { verdict: 'running', workingDaysLate: null }, {}],
    ['late on a day off only', { workingDaysLate: 0 }, {}],
    ['counted on a calendar that is not published', { provisional: true }, {}],
    ['of a dispatch that was returned or withdrawn', {}, { releasedAt: at('02T10:00:00') }],
  ])('[Art. 23(1)] is nothing where the clock is %s', (_, clock, about) => {
    expect(proposed(weighClock({ ...late, ...clock }, { ...dispatch, ...about }, rules))).toStrictEqual([]);
  });

  it('[Art. 23(1)] is nothing while the dispatch is not known', () => {
    expect(weighClock(late, undefined, rules)).toStrictEqual([
      { candidateId: 'late-without-reason:k-1', proposal: null },
      { candidateId: 'inactive-in-joint-handling:k-1', proposal: null },
    ]);
  });

  it('[Art. 23(2)] is also inactivity where the lead of a joint dispatch is late', () => {
    expect(groundsOf(weighClock(late, joint, rules))).toStrictEqual(['late-without-reason', 'inactive-in-joint-handling']);
  });

  it('[Art. 23(2)] is inactivity of an assisting unit whose opinion is late or missing', () => {
    const facts = { dispatchNo: 1, dueOn: '2018-10-22', workingDaysLate: 3, stillOpen: false };
    const said = (dispatched: DispatchFact): unknown => proposed(weighClock(assist, dispatched, rules)).map(({ ground, unit, evidence }) => [ground, unit, evidence]);
    expect(said(joint)).toStrictEqual([['inactive-in-joint-handling', 'town', [{ kind: 'late-assist', ref: 'k-2', facts: { ...facts, opinionGiven: false } }]]]);
    expect(said({ ...joint, assisting: [{ unit: 'town', opinionAt: at('25T10:00:00'), releasedAt: null }] })).toStrictEqual([
      ['inactive-in-joint-handling', 'town', [{ kind: 'late-assist', ref: 'k-2', facts: { ...facts, opinionGiven: true } }]],
    ]);
    expect(said({ ...joint, assisting: [{ unit: 'town', opinionAt: null, releasedAt: at('02T10:00:00') }] })).toStrictEqual([]);
    const housing = { unit: 'housing', opinionAt: at('20T10:00:00'), releasedAt: at('21T10:00:00') };
    expect(said({ ...joint, assisting: [housing, { unit: 'town', opinionAt: null, releasedAt: null }] })).toMatchObject([['inactive-in-joint-handling', 'town', [{ facts: { opinionGiven: false } }]]]);
    const town = { unit: 'town', opinionAt: at('25T10:00:00'), releasedAt: null };
    expect(said({ ...joint, assisting: [{ ...housing, opinionAt: null, releasedAt: null }, town] })).toMatchObject([['inactive-in-joint-handling', 'town', [{ facts: { opinionGiven: true } }]]]);
    expect(weighClock(assist, undefined, rules)).toStrictEqual([{ candidateId: 'inactive-in-joint-handling:k-2', proposal: null }]);
  });

  it('[Art. 23] is not the matter of other clocks', () => {
    expect(weighClock({ ...late, kind: 'supervision' }, dispatch, rules)).toStrictEqual([]);
  });
});

describe('what the record proposes for an identity that was seen', () => {
  const view = { viewId: 'v-1', ticketId: 't-1', unit: 'water', viewer: 'unit-water', viewedAt: at('10T10:00:00') };

  it('[Art. 23(6)] names who looked and when, and nothing of the petitioner, where the unit had no dispatch of the ticket', () => {
    expect(weighIdentityView(view, [])).toStrictEqual({
      candidateId: 'identity-disclosed:v-1',
      proposal: {
        candidateId: 'identity-disclosed:v-1',
        ground: 'identity-disclosed',
        unit: 'water',
        ticketIds: ['t-1'],
        evidence: [{ kind: 'identity-view', ref: 'v-1', facts: { viewer: 'unit-water', viewedAt: '2018-10-10T02:00:00.000Z' } }],
      },
    });
  });

  it.each<[boolean, string, readonly DispatchFact[]]>([
    [false, 'during its dispatch', [dispatch]],
    [false, 'at the moment of its dispatch', [{ ...dispatch, dispatchedAt: view.viewedAt }]],
    [true, 'while another unit assisted', [{ ...joint, unit: 'housing', assisting: [{ unit: 'town', opinionAt: null, releasedAt: null }] }]],
    [false, 'at the moment of closing', [{ ...dispatch, closedAt: view.viewedAt }]],
    [false, 'as an assisting unit', [{ ...joint, unit: 'housing', assisting: [{ unit: 'water', opinionAt: null, releasedAt: null }] }]],
    [false, 'in a second dispatch', [{ ...dispatch, closedAt: at('05T10:00:00') }, { ...dispatch, dispatchNo: 2, dispatchedAt: at('09T10:00:00') }]],
    [true, 'before its dispatch', [{ ...dispatch, dispatchedAt: at('11T10:00:00') }]],
    [true, 'after its return was accepted', [{ ...dispatch, releasedAt: at('09T10:00:00') }]],
    [true, 'after the file was closed', [{ ...dispatch, closedAt: at('09T10:00:00') }]],
    [true, 'while the ticket was with another unit', [{ ...dispatch, unit: 'housing' }]],
    [true, 'after its part as an assisting unit ended', [{ ...joint, unit: 'housing', assisting: [{ unit: 'water', opinionAt: null, releasedAt: at('09T10:00:00') }] }]],
    [false, 'while the dispatch is known by a later step only', [{ ...dispatch, dispatchedAt: null }]],
  ])('[Art. 10, 23(6)] (%s) when it was seen %s', (expected, _, dispatches) => {
    expect(weighIdentityView(view, dispatches).proposal !== null).toBe(expected);
  });

  it('[Art. 10, 23(6)] leaves what the county’s own staff saw to people', () => {
    expect(weighIdentityView({ ...view, unit: 'county' }, []).proposal).toBeNull();
  });
});

describe('what the record proposes for other duties', () => {
  const change = { changeId: 'l-1', unit: 'water', changedOn: '2018-09-01', reportedOn: '2018-10-10', workingDays: 22, late: true };
  const followUp: FollowUpFact = { followUpId: 'f-1', ticketId: 't-1', dispatchNo: 1, unit: 'water', way: 'on-site-inspection', finding: 'not-as-reported' };
  const answered = { ...dispatch, feedbackAt: at('05T10:00:00') };

  it('[Art. 23(5)] is a change of liaison that was reported late', () => {
    expect(weighLiaisonChange(change).proposal).toMatchObject({ candidateId: 'liaison-change-unreported:l-1', ground: 'liaison-change-unreported', unit: 'water', ticketIds: [], evidence: [{ ref: 'l-1', facts: { changedOn: '2018-09-01', reportedOn: '2018-10-10', workingDays: 22 } }] });
    expect(weighLiaisonChange({ ...change, late: false }).proposal).toBeNull();
  });

  it('[Art. 19, 23(3)] is an answer that was found untrue on the spot', () => {
    expect(weighFollowUp(followUp, answered).proposal).toMatchObject({ candidateId: 'untrue-feedback-or-favouritism:f-1:t-1', ground: 'untrue-feedback-or-favouritism', ticketIds: ['t-1'], evidence: [{ kind: 'follow-up-finding', ref: 'f-1', facts: { way: 'on-site-inspection', finding: 'not-as-reported' } }] });
    expect(weighFollowUp({ ...followUp, finding: 'not-handled' }, { ...dispatch, closedAt: at('06T10:00:00') }).proposal).not.toBeNull();
    expect(weighFollowUp({ ...followUp, finding: 'partly-as-reported' }, answered).proposal).toBeNull();
    expect(weighFollowUp(followUp, dispatch).proposal).toBeNull();
    expect(weighFollowUp(followUp, undefined).proposal).toBeNull();
  });
});
