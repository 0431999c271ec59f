import { history } from '@hotline/domain';
import { milestonesOf, type Milestones, NONE, outstanding, type Standing, sumOf, totalOf } from '../../deploy/commands/import/arrival.ts';
import { paceOf } from '../../deploy/commands/import/progress.ts';

const STEPS: history.HistorySteps = {
  ticketId: 't',
  category: 'help',
  petitionerKind: 'individual',
  prefectureTransfer: false,
  unit: 'YM-SWJ',
  receivedAt: 0,
  dispatchedAt: 1,
  signedAt: null,
  contactedAt: null,
  feedbackAt: 2,
  closedAt: 3,
  satisfaction: 'satisfied',
  solved: true,
};
const standing = (registered: number, dispatched: number, closed: number, appraised: Partial<Milestones> = {}): Standing => ({
  bySource: new Map([['old', { registered, dispatched, closed }]]),
  appraised: { ...NONE, ...appraised },
});

describe('waiting for the services', () => {
  it('expects of a row what will be replayed of it', () => {
    expect(milestonesOf(STEPS)).toEqual({ registered: 1, dispatched: 1, answered: 1, closed: 1, visited: 1 });
    expect(milestonesOf({ ...STEPS, satisfaction: null, solved: null })).toMatchObject({ closed: 1, visited: 0 });
    expect(milestonesOf({ ...STEPS, unit: null, dispatchedAt: null })).toEqual({ ...NONE, registered: 1 });
  });

  it('counts what is on its way from how things stood before, in intake by source and in appraisal, the last in the line', () => {
    const created = new Map([['old', sumOf(milestonesOf(STEPS), milestonesOf({ ...STEPS, closedAt: null, satisfaction: null, solved: null }))]]);
    const before = standing(5, 4, 3, { dispatched: 9, answered: 8, closed: 7, visited: 6 });
    expect(outstanding(created, before, before)).toEqual({ registered: 2, dispatched: 2, answered: 2, closed: 1, visited: 1 });
    expect(outstanding(created, before, standing(7, 6, 4, { dispatched: 11, answered: 9, closed: 7, visited: 7 }))).toEqual({ ...NONE, answered: 1, closed: 1 });
    expect(totalOf(outstanding(created, before, standing(8, 7, 5, { dispatched: 20, answered: 20, closed: 20, visited: 20 })))).toBe(0);
  });

  it('tells rate and time left, and neither before anything is known', () => {
    expect(paceOf(0, 0, 0)).toEqual({ rate: '0 行/秒', left: '未知' });
    expect(paceOf(900, 0.25, 3_000)).toEqual({ rate: '300 行/秒', left: '9 秒' });
    expect(paceOf(900, 0.01, 3_000)).toEqual({ rate: '300 行/秒', left: '4 分 57 秒' });
  });
});
