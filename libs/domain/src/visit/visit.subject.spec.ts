import { instantOf } from '@hotline/domain/shared';
import { subjectOf, type KnownHandling, type KnownOfTicket } from './index.js';

const at = (day: number): number => instantOf(`2018-09-${String(day).padStart(2, '0')}T10:00:00+08:00`);
const nothing: KnownOfTicket = { answeredAt: null, dispatches: [], reworks: [] };
const sent = (dispatchNo: number, about: Partial<KnownHandling> = {}): KnownHandling => ({ dispatchNo, round: dispatchNo, unit: 'water', closedAt: null, releasedAt: null, ...about });
const county = (round = 1): object => ({ dispatchNo: 0, round, unit: 'county' });

describe('what a visit is about', () => {
  it.each<[string, Partial<KnownOfTicket>, ReturnType<typeof subjectOf> | object]>([
    ['a ticket that nobody has heard of', {}, 'no-such-ticket'],
    ['one that a unit has', { dispatches: [sent(1)] }, 'not-closed'],
    ['one that a unit closed', { dispatches: [sent(1, { closedAt: at(12) })] }, { dispatchNo: 1, round: 1, unit: 'water' }],
    ['one in its second round', { dispatches: [sent(1, { closedAt: at(12) }), sent(2)] }, 'not-closed'],
    ['one that was returned', { dispatches: [sent(1, { releasedAt: at(11) })] }, 'not-closed'],
  ])('[Art. 19] %s', (_, known, subject) => {
    expect(subjectOf({ ...nothing, ...known })).toEqual(subject);
  });

  it.each<[string, Partial<KnownOfTicket>, ReturnType<typeof subjectOf> | object]>([
    ['no unit ever had', {}, county()],
    ['a unit gave back', { dispatches: [sent(1, { releasedAt: at(11) })] }, county()],
    ['a unit went on with', { dispatches: [sent(1)] }, 'not-closed'],
    ['a unit went on with and closed', { dispatches: [sent(1, { closedAt: at(12) })] }, { dispatchNo: 1, round: 1, unit: 'water' }],
    ['a unit was given since, in a round that was ordered', { reworks: [{ round: 2, at: at(20) }], dispatches: [sent(1, { round: 2 })] }, 'not-closed'],
    ['a unit closed since, in a round that was ordered', { reworks: [{ round: 2, at: at(20) }], dispatches: [sent(1, { round: 2, closedAt: at(22) })] }, { dispatchNo: 1, round: 2, unit: 'water' }],
    ['waits again, in a round that was ordered', { reworks: [{ round: 2, at: at(20) }] }, county()],
    ['no unit could take again', { reworks: [{ round: 2, at: at(9) }], dispatches: [sent(1, { closedAt: at(5) })] }, county(2)],
  ])('[Art. 18, 19] what the county answered itself and %s', (_, known, subject) => {
    expect(subjectOf({ ...nothing, answeredAt: at(10), ...known })).toEqual(subject);
  });
});
