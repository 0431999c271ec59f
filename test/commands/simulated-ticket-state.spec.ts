import { stateByEvents } from '../../deploy/commands/simulate/ticket-state.ts';

type Told = Parameters<typeof stateByEvents>[0][number];

const told = (name: string, data: Told['data'] = {}): Told => ({ name: `ticket.${name}.v1`, subject: 't', version: 1, data });
const accepted = told('accepted');
const answered = told('answered', { answeredAt: '2018-09-12T01:00:00.000Z' });
const declined = told('declined', { declinedAt: '2018-09-12T01:00:00.000Z' });
const sent = told('dispatched', { dispatchNo: 1, lead: 'YM-SWJ' });
const recalled = told('dispatch-withdrawn', { dispatchNo: 1, reason: 'recalled' });
const returned = (unit: string, ok = true) => told('return-decided', { unit, accepted: ok });
const closed = (closedAt: string) => told('closed', { closedAt });

describe('the state of a simulated ticket by its events', () => {
  it.each<[string, readonly Told[], string, string | undefined]>([
    ['registered', [told('registered')], 'registered', undefined],
    ['declined at once', [declined], 'declined', undefined],
    ['answered without acceptance', [answered], 'answered', undefined],
    ['accepted', [accepted], 'accepted', 'awaiting-dispatch'],
    ['declined after its acceptance', [accepted, declined], 'declined', 'declined'],
    ['dispatched', [accepted, sent], 'dispatched', 'dispatched'],
    ['recalled', [accepted, sent, recalled], 'accepted', 'awaiting-dispatch'],
    ['recalled and dispatched anew', [accepted, sent, recalled, told('dispatched', { dispatchNo: 2, lead: 'YM-JTYSJ' })], 'dispatched', 'dispatched'],
    ['recalled and answered', [accepted, answered, sent, recalled], 'answered', 'answered'],
    ['returned by its lead', [accepted, sent, returned('YM-SWJ')], 'accepted', 'awaiting-dispatch'],
    ['returned and declined', [accepted, declined, sent, returned('YM-SWJ')], 'declined', 'declined'],
    ['left by an assisting unit', [accepted, sent, returned('532328101')], 'dispatched', 'dispatched'],
    ['kept by its lead', [accepted, sent, returned('YM-SWJ', false)], 'dispatched', 'dispatched'],
    ['handled on, though a decline was on its way', [accepted, declined, sent, told('result-entered')], 'dispatched', 'result-entered'],
    ['withdrawn by a decline', [accepted, declined, sent, told('dispatch-withdrawn', { dispatchNo: 1, reason: 'declined' })], 'declined', 'declined'],
    ['closed', [accepted, sent, told('feedback-given'), closed('2018-09-13T01:00:00.000Z')], 'closed', 'closed'],
    ['in a rework that waits, an old answer on its file', [accepted, answered, sent, closed('2018-09-13T01:00:00.000Z'), told('rework-awaits-dispatch')], 'accepted', 'awaiting-dispatch'],
    ['in a rework that the county answered', [accepted, answered, sent, closed('2018-09-11T01:00:00.000Z'), told('rework-awaits-dispatch')], 'answered', 'answered'],
    ['asked to be taken back', [accepted, told('upstream-return-asked')], 'accepted', 'upstream-return-asked'],
    ['taken back', [accepted, told('upstream-return-asked'), told('upstream-return-decided', { accepted: true })], 'returned-upstream', 'returned-upstream'],
  ])('is one alone for a ticket %s', (_, events, intake, routing) => {
    expect(stateByEvents(events)).toEqual({ intake, routing });
  });
});
