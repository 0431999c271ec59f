import { loadPolicyBook } from '@hotline/http/policy-book';
import { join } from 'node:path';
import type { ToldClock, ToldEvent } from '../../deploy/commands/simulate/event-log.ts';
import { Verdicts } from '../../deploy/commands/simulate/verdicts.ts';
import { WallCalendar } from '../../deploy/commands/simulate/wall-calendar.ts';
import { root } from '../../deploy/local/workspace.mjs';

const pack = loadPolicyBook(join(root, 'deploy/policy'), '532328').policyAt('2026-03-02');
const at = (text: string): string => new Date(`2026-03-${text.replace(' ', 'T')}:00+08:00`).toISOString();
const event = (name: string, data: Record<string, unknown>): ToldEvent => ({ name: `ticket.${name}.v1`, subject: 't', version: 1, data });
const clock = (kind: string, unit: string, parts: Partial<ToldClock>): ToldClock => ({
  clockId: 'c', ticketId: 't', kind, unit, dispatchNo: kind === 'county-dispatch' ? 0 : 1, startedAt: at('02 10:00'), dueOn: '2026-03-03', stoppedAt: null, verdict: 'void', ...parts,
});
/** True when the log bears the clock out; throws when it was not looked at. */
function agrees(events: readonly ToldEvent[], told: ToldClock): boolean {
  const verdicts = new Verdicts(pack, new WallCalendar(pack.county));
  const lines = verdicts.disagreements('t', { events: [...events], clocks: [told] });
  if (verdicts.checked !== 1) throw new Error('nobody looked');
  return lines.length === 0;
}

const registered = (parts: Record<string, unknown> = {}): ToldEvent => event('registered', { channel: 'phone', receivedAt: at('02 08:00'), ...parts });
const accepted = event('accepted', { acceptedAt: at('02 09:00') });
const joint = (category: string): ToldEvent => event('dispatched', { dispatchNo: 1, category, lead: 'W', assisting: ['T'], dispatchedAt: at('02 10:00') });
const result = (moment: string): ToldEvent => event('result-entered', { dispatchNo: 1, unit: 'W', enteredAt: at(moment) });
const feedback = (moment: string): ToldEvent => event('feedback-given', { dispatchNo: 1, unit: 'W', feedbackAt: at(moment) });
const opinion = (moment: string): ToldEvent => event('opinion-given', { dispatchNo: 1, unit: 'T', givenAt: at(moment) });
const linked = (moment: string, parts: Record<string, unknown> = {}): ToldEvent => event('linked', { link: 'merged', linkedAt: at(moment), ...parts });
const unlinked = (moment: string): ToldEvent => linked(moment, { undone: true });

describe('verdicts worked out a second time', () => {
  const early = [registered(), accepted, joint('help'), result('03 09:00'), feedback('05 09:00')];
  const late = [registered(), accepted, joint('help'), result('19 09:00'), feedback('20 09:00')];

  it.each<[string, readonly ToldEvent[], ToldClock, ToldClock]>([
    ['an assisting unit is void that was not due when the lead answered', early, clock('assist', 'T', { dueOn: '2026-03-18' }), clock('assist', 'T', { dueOn: '2026-03-18', verdict: 'late', stoppedAt: at('05 09:00') })],
    ['nor had it to sign yet', early, clock('unit-sign', 'T', {}), clock('unit-sign', 'T', { verdict: 'late', stoppedAt: at('03 09:00') })],
    ['it is late that was due by then, until the result', late, clock('assist', 'T', { dueOn: '2026-03-18', verdict: 'late', stoppedAt: at('19 09:00') }), clock('assist', 'T', { dueOn: '2026-03-18', verdict: 'late', stoppedAt: at('20 09:00') })],
    ['it spoke in time before that', [...late, opinion('18 09:00')], clock('assist', 'T', { dueOn: '2026-03-18', verdict: 'on-time', stoppedAt: at('18 09:00') }), clock('assist', 'T', { dueOn: '2026-03-18' })],
    ['a unit that was brought in later counts from then', [...late, event('assisting-added', { dispatchNo: 1, unit: 'A', addedAt: at('04 09:00') })], clock('unit-sign', 'A', { dueOn: '2026-03-05', verdict: 'late', stoppedAt: at('19 09:00') }), clock('unit-sign', 'A', { verdict: 'late', stoppedAt: at('19 09:00') })],
  ])('[Art. 15(2)] %s', (_name, events, right, wrong) => {
    expect([agrees(events, right), agrees(events, wrong)]).toEqual([true, false]);
  });

  const again = [registered(), accepted, linked('02 15:00'), unlinked('05 09:00'), event('dispatched', { dispatchNo: 1, category: 'help', lead: 'W', assisting: [], dispatchedAt: at('09 09:00') })];
  const inHand = [registered(), accepted, joint('help'), linked('03 15:00'), unlinked('05 09:00')];
  it.each<[string, readonly ToldEvent[], ToldClock, ToldClock]>([
    ['a link stops the time of the county', again, clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'on-time', stoppedAt: at('02 15:00') }), clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'late', stoppedAt: at('09 09:00') })],
    ['a link that stood already stops it at once', [linked('02 08:30'), ...again.slice(0, 2)], clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'on-time', stoppedAt: at('02 09:00') }), clock('county-dispatch', 'county', { startedAt: at('02 09:00') })],
    ['a repeat stops nothing', [registered(), accepted, linked('02 15:00', { link: 'repeat' }), joint('help')], clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'on-time', stoppedAt: at('02 10:00') }), clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'on-time', stoppedAt: at('02 15:00') })],
    ['undoing it starts it anew', again, clock('county-dispatch', 'county', { startedAt: at('05 09:00'), dueOn: '2026-03-06', verdict: 'late', stoppedAt: at('09 09:00') }), clock('county-dispatch', 'county', { startedAt: at('05 09:00'), dueOn: '2026-03-06' })],
    ['a decline of the primary starts it anew until the petitioner is told', [...again.slice(0, 3), event('primary-declined', { awaitsSince: at('04 09:00') }), event('petitioner-told', { toldAt: at('05 10:00') })], clock('county-dispatch', 'county', { startedAt: at('04 09:00'), dueOn: '2026-03-05', verdict: 'on-time', stoppedAt: at('05 10:00') }), clock('county-dispatch', 'county', { startedAt: at('04 09:00'), dueOn: '2026-03-05' })],
    ['unless a unit had it by then', [...inHand.slice(0, 4), event('primary-declined', { awaitsSince: at('04 09:00') }), event('petitioner-told', { toldAt: at('05 10:00') })], clock('county-dispatch', 'county', { startedAt: at('04 09:00'), dueOn: '2026-03-05' }), clock('county-dispatch', 'county', { startedAt: at('04 09:00'), dueOn: '2026-03-05', verdict: 'on-time', stoppedAt: at('05 10:00') })],
    ['but not while a unit has the ticket', inHand, clock('county-dispatch', 'county', { startedAt: at('05 09:00'), dueOn: '2026-03-06' }), clock('county-dispatch', 'county', { startedAt: at('05 09:00'), dueOn: '2026-03-06', verdict: 'late' })],
    ['a dispatch that an answer withdrew never was one', [registered(), accepted, joint('help'), event('answered', { answeredAt: at('03 09:00') }), event('dispatch-withdrawn', { dispatchNo: 1, withdrawnAt: at('03 09:01') })], clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'on-time', stoppedAt: at('03 09:00') }), clock('county-dispatch', 'county', { startedAt: at('02 09:00'), verdict: 'on-time', stoppedAt: at('02 10:00') })],
  ])('[Art. 14, 17(2)] %s', (_name, events, right, wrong) => {
    expect([agrees(events, right), agrees(events, wrong)]).toEqual([true, false]);
  });

  it('[Art. 17] nobody is charged for a petitioner without contact, and a file closed without one is late', () => {
    const rest = [accepted, joint('help'), event('closed', { dispatchNo: 1, closedAt: at('12 09:00') })];
    const [spared, missed] = [clock('first-contact', 'W', { dueOn: '2026-03-04' }), clock('first-contact', 'W', { dueOn: '2026-03-04', verdict: 'late', stoppedAt: at('12 09:00') })];
    expect([spared, missed].map((told) => agrees([registered({ contactable: false }), ...rest], told))).toEqual([true, false]);
    expect([spared, missed].map((told) => agrees([registered(), ...rest], told))).toEqual([false, true]);
  });

  it('[Art. 17] a contact that was left later starts the time of the unit then, unless it had answered', () => {
    const left = event('contact-left', { leftAt: at('04 09:00') });
    const rest = [registered({ contactable: false }), accepted, joint('help'), left, event('contacted', { dispatchNo: 1, contactedAt: at('06 09:00') })];
    const [right, spared, whole] = [clock('first-contact', 'W', { startedAt: at('04 09:00'), dueOn: '2026-03-06', verdict: 'on-time', stoppedAt: at('06 09:00') }), clock('first-contact', 'W', { startedAt: at('04 09:00'), dueOn: '2026-03-06' }), clock('first-contact', 'W', { dueOn: '2026-03-04' })];
    expect([right, spared, whole].map((told) => agrees(rest, told))).toEqual([true, false, true]);
    expect([right, spared].map((told) => agrees([...rest, feedback('03 09:00')], told))).toEqual([false, true]);
  });

  it('[Art. 13, 17(1)] days granted count up to the cap of the category in force', () => {
    const extension = (name: string, data: Record<string, unknown>): ToldEvent => ({ name: `extension.${name}.v1`, subject: 'x', version: 1, data: { extensionId: 'x', dispatchNo: 1, ...data } });
    const events = [joint('complaint'), extension('asked', { askedAt: at('03 09:00') }), extension('granted', { workingDays: 10, decidedAt: at('03 10:00') }), event('category-changed', { category: 'consultation', changedAt: at('04 09:00') }), feedback('12 09:00')];
    const told = (dueOn: string): ToldClock => clock('resolve', 'W', { dueOn, verdict: 'on-time', stoppedAt: at('12 09:00') });
    expect(['2026-03-12', '2026-03-23'].map((dueOn) => agrees(events, told(dueOn)))).toEqual([true, false]);
    expect(agrees([...events.slice(0, 4), feedback('04 08:59')], clock('resolve', 'W', { dueOn: '2026-04-07', verdict: 'on-time', stoppedAt: at('04 08:59') }))).toBe(true);
  });

  it('[Art. 17(return)] what went with its dispatch is void without further words', () => {
    const returned = event('return-decided', { dispatchNo: 1, unit: 'W', accepted: true, decidedAt: at('03 09:00') });
    const verdicts = new Verdicts(pack, new WallCalendar(pack.county));
    expect(verdicts.disagreements('t', { events: [joint('help'), returned], clocks: [clock('assist', 'T', {}), clock('resolve', 'W', {})] })).toEqual([]);
    expect(verdicts.checked).toBe(0);
  });
});
