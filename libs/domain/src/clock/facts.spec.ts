import { accepted, at, clockOf, dispatched, joint, registered, rules, settle, targetOf, transferred } from '../../spec/clock-bench.js';
import { clocksOf, factKey, type TicketFact } from './index.js';

const later = at('12-01 12:00');
const resolve = 'resolve:1:water';
const signed = (unit: string, moment: string): TicketFact => ({ type: 'signed', dispatchNo: 1, unit, at: at(moment) });
const opinion = (unit: string, moment: string): TicketFact => ({ type: 'opinion-given', dispatchNo: 1, unit, at: at(moment) });
const onSite = (unit: string): TicketFact => ({ type: 'on-site-check-declared', dispatchNo: 1, unit, at: at('09-11 09:00') });
const asked = (unit: string, moment = '09-11 09:00'): TicketFact => ({ type: 'return-asked', dispatchNo: 1, unit, at: at(moment) });
const decided = (unit: string, acceptedReturn: boolean, moment = '09-11 15:00'): TicketFact => ({ type: 'return-decided', dispatchNo: 1, unit, accepted: acceptedReturn, at: at(moment) });
const more = (extensionId: string, moment: string): TicketFact => ({ type: 'extension-asked', extensionId, dispatchNo: 1, unit: 'water', workingDays: 3, at: at(moment) });
const feedback = (moment: string): TicketFact => ({ type: 'feedback-given', dispatchNo: 1, at: at(moment) });
const help = (moment: string): TicketFact => ({ type: 'category-changed', category: 'help', previous: 'consultation', at: at(moment) });
const answered = (moment: string): TicketFact => ({ type: 'answered', at: at(moment) });
const upstreamAsked = (moment: string): TicketFact => ({ type: 'upstream-return-asked', at: at(moment) });
const withdrawn: TicketFact = { type: 'dispatch-withdrawn', dispatchNo: 1, at: at('09-10 17:00') };

describe('a fact on record', () => {
  it('[Art. 14–18] is one row however often it is told, and another where another thing happened', () => {
    const moment = at('09-11 09:00');
    const facts: readonly [TicketFact, string][] = [
      [registered, 'registered'], [accepted, 'accepted'], [{ type: 'declined', at: moment }, 'declined'], [answered('09-11 09:00'), 'answered'],
      [{ type: 'escalated', escalationId: 'e1', at: moment }, 'escalated:e1'], [{ type: 'escalation-acknowledged', escalationId: 'e1', at: moment }, 'escalation-acknowledged:e1'],
      [dispatched({ dispatchNo: 2 }), 'dispatched:2'], [withdrawn, 'dispatch-withdrawn:1'], [{ type: 'assisting-added', dispatchNo: 1, unit: 'town', at: moment }, 'assisting-added:1:town'],
      [onSite('water'), 'on-site-check-declared:1:water'], [asked('water'), 'return-asked:1:water'], [decided('water', true), 'return-decided:1:water'],
      [signed('water', '09-11 09:00'), `signed:1:water:${moment}`], [opinion('town', '09-11 09:00'), `opinion-given:1:town:${moment}`],
      [{ type: 'contacted', dispatchNo: 1, at: moment }, `contacted:1:${moment}`], [feedback('09-11 09:00'), `feedback-given:1:${moment}`], [{ type: 'closed', dispatchNo: 1, at: moment }, `closed:1:${moment}`],
      [{ type: 'rework-awaits-dispatch', round: 2, at: moment }, 'rework-awaits-dispatch:2'], [help('09-11 09:00'), `category-changed:${moment}:help`],
      [upstreamAsked('09-11 09:00'), `upstream-return-asked:${moment}`], [{ type: 'upstream-return-decided', accepted: true, at: moment }, `upstream-return-decided:${moment}`],
      [{ type: 'supervision-ordered', orderNo: '7', dispatchNo: 1, unit: 'water', workingDays: 3, at: moment }, 'supervision-ordered:7'], [{ type: 'supervision-lifted', orderNo: '7', at: moment }, 'supervision-lifted:7'],
      [more('x1', '09-11 09:00'), 'extension-asked:x1'], [{ type: 'extension-forwarded', extensionId: 'x1', at: moment }, 'extension-forwarded:x1'],
      [{ type: 'statutory-limit-revoked', limitId: 's1', at: moment }, 'statutory-limit-revoked:s1'],
    ];
    expect(facts.map(([fact]) => factKey(fact))).toEqual(facts.map(([, key]) => key));
  });

  it('[Art. 14, 17] the earliest of two counts, in whatever order they are learnt', () => {
    const facts = [joint, signed('water', '09-11 15:00'), signed('water', '09-10 12:00'), opinion('town', '09-21 09:00'), opinion('town', '09-20 09:00'), feedback('09-25 09:00'), feedback('09-24 09:00')];
    for (const order of [facts, facts.toReversed(), [...facts, ...facts]]) {
      expect([targetOf('unit-sign:1:water', ...order).stoppedAt, targetOf('assist:1:town', ...order).stoppedAt, targetOf(resolve, ...order).stoppedAt]).toEqual([at('09-10 12:00'), at('09-20 09:00'), at('09-24 09:00')]);
      expect(clocksOf(order, rules)).toStrictEqual(clocksOf(facts, rules));
    }
  });
});

describe('what one unit did', () => {
  it('[Art. 14, 15(2), 17] is nothing that another did', () => {
    const facts = [joint, signed('town', '09-10 12:00'), opinion('town', '09-20 09:00'), onSite('town')];
    expect([targetOf('unit-sign:1:water', ...facts).stoppedAt, targetOf('unit-sign:1:roads', ...facts).stoppedAt, targetOf('assist:1:roads', ...facts).stoppedAt]).toEqual([null, null, null]);
    expect([targetOf('return-window:1:water', ...facts).limit, targetOf('return-window:1:town', ...facts).limit]).toMatchObject([{ workingDays: 1 }, { workingDays: 3 }]);
  });

  it('[Art. 17(return)] a return is of the unit that asked, and so is its decision', () => {
    const facts = [joint, asked('town', '09-11 10:00'), asked('water'), decided('town', false)];
    expect(clocksOf(facts, rules).filter(({ kind }) => kind === 'return-review').map(({ key, startedAt, stoppedAt }) => [key, startedAt, stoppedAt])).toEqual([
      ['return-review:1:county:water', at('09-11 09:00'), null],
      ['return-review:1:county:town', at('09-11 10:00'), at('09-11 15:00')],
    ]);
    expect(targetOf('return-window:1:roads', ...facts).stoppedAt).toBeNull();
  });

  it('[Art. 17(1)] two extensions are forwarded and decided each by itself', () => {
    const facts = [dispatched(), more('x1', '09-11 09:00'), more('x2', '09-12 09:00'), { type: 'extension-forwarded', extensionId: 'x2', at: at('09-12 10:00') }, { type: 'extension-decided', extensionId: 'x2', by: 'prefecture', granted: true, workingDays: 3, at: at('09-12 11:00') }] as const;
    expect(clocksOf(facts, rules).filter(({ kind }) => kind === 'extension-review').map(({ key, stoppedAt }) => [key, stoppedAt])).toEqual([
      ['extension-review:1:county:x1', null], ['extension-review:1:county:x2', at('09-12 10:00')], ['extension-review:1:prefecture:x2', at('09-12 11:00')],
    ]);
    expect(targetOf(resolve, ...facts)).toMatchObject({ verdictWaits: true, limit: { workingDays: 8 } });
  });

  it('[Art. 15(2)] an assisting unit that leaves ends nothing but its own part; the lead brought in again is the lead', () => {
    const left = [joint, asked('town'), decided('town', true)];
    expect(targetOf(resolve, ...left, { ...help('09-12 09:00'), previous: 'complaint' } as TicketFact)).toMatchObject({ category: 'help', voided: false });
    expect(clocksOf([joint, { type: 'assisting-added', dispatchNo: 1, unit: 'water', at: at('09-12 09:00') }], rules)).toStrictEqual(clocksOf([joint], rules));
    expect(targetOf('unit-sign:1:roads', joint, { type: 'assisting-added', dispatchNo: 1, unit: 'bridge', at: joint.at })).toMatchObject({ startEvent: 'dispatched' });
    expect(targetOf('unit-sign:1:bridge', joint, { type: 'assisting-added', dispatchNo: 1, unit: 'bridge', at: joint.at })).toMatchObject({ startEvent: 'assisting-added' });
  });

  it('[Art. 15(2)] two units that are brought in count each from its own addition', () => {
    const added = (unit: string, moment: string): TicketFact => ({ type: 'assisting-added', dispatchNo: 1, unit, at: at(moment) });
    const facts = [joint, added('bridge', '09-12 10:00'), added('power', '09-13 10:00')];
    expect([targetOf('unit-sign:1:bridge', ...facts).startedAt, targetOf('unit-sign:1:power', ...facts).startedAt, targetOf('unit-sign:1:town', ...facts).startedAt]).toEqual([at('09-12 10:00'), at('09-13 10:00'), joint.at]);
  });

  it('[Art. 17] the first contact is the lead\'s, by the policy alone, and is told of its prefecture', () => {
    expect(targetOf('first-contact:1:water', { ...joint, prefectureTransfer: true })).toMatchObject({
      unit: 'water', article: 'Art. 17', startEvent: 'dispatched', prefectureTransfer: true, category: 'complaint', limitParts: [{ source: 'policy', workingDays: 2 }], limit: { workingDays: 2, from: joint.at },
    });
    expect(targetOf('county-dispatch:0:county', transferred)).toMatchObject({ prefectureTransfer: false, category: null, dispatchNo: 0, round: 0 });
  });

  it('[Art. 17(1)] a review that the end of its dispatch overtook is void by the return', () => {
    const back = [asked('water'), decided('water', true, '09-11 15:00')];
    const review = (moment: string | null): unknown => targetOf('extension-review:1:county:x1', dispatched(), more('x1', '09-11 10:00'), ...back, ...(moment === null ? [] : [{ type: 'extension-decided', extensionId: 'x1', by: 'county', granted: false, workingDays: 3, at: at(moment) } as const])).voidedBy;
    expect([review(null), review('09-11 15:01'), review('09-11 15:00')]).toEqual(['return-accepted', 'return-accepted', null]);
  });

  it('[Art. 13, 19] a change of category after the ticket was dispatched again is of the new dispatch alone', () => {
    const facts = [dispatched(), dispatched({ dispatchNo: 2, round: 2, at: at('09-20 09:00') }), help('09-21 09:00')];
    expect([targetOf(resolve, ...facts).category, targetOf('resolve:2:water', ...facts).category]).toEqual(['consultation', 'help']);
    expect(targetOf(resolve, dispatched(), help('09-13 09:00'), feedback('09-13 09:00')).category).toBe('consultation');
  });
});

describe('the clock of the county', () => {
  const back = [registered, accepted, dispatched(), asked('water'), decided('water', true)];
  const again = 'county-dispatch:0:county:return-1';
  const refusedAt = at('09-12 11:00');
  const upstreamRefused: TicketFact = { type: 'upstream-return-decided', accepted: false, at: refusedAt };
  const upstream = `county-dispatch:0:county:upstream-${refusedAt}`;
  const waits: TicketFact = { type: 'rework-awaits-dispatch', round: 2, at: at('09-20 09:00') };

  it('[Art. 14, 16, 17(return)] stops by an answer of its round, and by an application to the prefecture since it began', () => {
    for (const what of [answered, upstreamAsked]) {
      expect([targetOf(again, ...back, what('09-12 09:00')).stoppedAt, targetOf(again, ...back, what('09-11 15:00')).stoppedAt, targetOf(again, ...back, what('09-11 14:59')).stoppedAt]).toEqual([at('09-12 09:00'), at('09-11 15:00'), what === answered ? at('09-11 15:00') : null]);
      expect([targetOf('county-dispatch:0:county:rework-2', registered, accepted, dispatched(), waits, what('09-21 09:00')).stoppedAt, targetOf('county-dispatch:0:county:rework-2', registered, accepted, dispatched(), waits, what('09-19 09:00')).stoppedAt]).toEqual([at('09-21 09:00'), null]);
    }
    expect(targetOf(upstream, transferred, upstreamAsked('09-10 11:00'), upstreamRefused, answered('09-13 09:00')).stoppedAt).toBe(at('09-13 09:00'));
    expect(targetOf(upstream, transferred, upstreamAsked('09-10 11:00'), upstreamRefused, upstreamAsked('09-13 10:00')).stoppedAt).toBe(at('09-13 10:00'));
    expect(targetOf(upstream, transferred, upstreamAsked('09-12 11:00'), upstreamRefused).stoppedAt).toBeNull();
  });

  it('[Art. 18] is not stopped by a dispatch that never was one, and not void by declining what was answered', () => {
    expect(targetOf('county-dispatch:0:county', registered, accepted, dispatched(), withdrawn).stoppedAt).toBeNull();
    expect(targetOf('county-dispatch:0:county', registered, accepted, dispatched(), withdrawn, dispatched({ dispatchNo: 2, at: at('09-11 09:00') })).stoppedAt).toBe(at('09-11 09:00'));
    expect(targetOf('county-dispatch:0:county', registered, accepted, answered('09-10 10:00'), { type: 'declined', at: at('09-10 11:00') })).toMatchObject({ voided: false, stoppedAt: at('09-10 10:00') });
    expect(clocksOf([accepted], rules)).toEqual([]);
  });
});

describe('supervision', () => {
  const order = (more: object = {}): TicketFact => ({ type: 'supervision-ordered', orderNo: '1', dispatchNo: 1, unit: 'water', workingDays: 3, at: at('09-12 09:00'), ...more }) as TicketFact;
  const lifted: TicketFact = { type: 'supervision-lifted', orderNo: '1', at: at('09-13 09:00') };
  const granted: readonly TicketFact[] = [more('x1', '09-12 10:00'), { type: 'extension-decided', extensionId: 'x1', by: 'county', granted: true, workingDays: 3, at: at('09-14 09:00') }];
  const key = 'supervision:1:water:1';

  it('[Art. 15(3)] belongs to its dispatch, and is not over by a file that was closed before it was ordered', () => {
    const facts = [dispatched(), dispatched({ dispatchNo: 2, round: 2, at: at('09-20 09:00') }), order(), order({ orderNo: '2', dispatchNo: 2, at: at('09-21 09:00') })];
    expect(clocksOf(facts, rules).filter(({ kind }) => kind === 'supervision').map((target) => target.key)).toEqual([key, 'supervision:2:water:2']);
    const closed = (moment: string): TicketFact => ({ type: 'closed', dispatchNo: 1, at: at(moment) });
    expect([targetOf(key, dispatched(), order(), closed('09-12 08:59')).stoppedAt, targetOf(key, dispatched(), order(), closed('09-12 09:00')).stoppedAt]).toEqual([null, at('09-12 09:00')]);
    expect(targetOf(key, dispatched(), order()).limitParts).toEqual([{ source: 'ordered', workingDays: 3 }]);
  });

  it('[Art. 15(3)] gains by what was decided while it stood, and by nothing that came after it was lifted', () => {
    const bound = (...facts: readonly TicketFact[]): unknown => targetOf(key, dispatched(), order({ workingDays: null }), ...facts).limit;
    expect([bound(), bound(...granted), bound(...granted, lifted), bound(...granted, { ...lifted, at: at('09-14 09:00') })]).toMatchObject([{ workingDays: 5 }, { workingDays: 8 }, { workingDays: 5 }, { workingDays: 8 }]);
  });

  it('[Art. 15(3), 17(3)] under a limit of law gains by no extension, but by what the county was slow to refuse', () => {
    const law: TicketFact = { type: 'statutory-limit-set', limitId: 's1', dispatchNo: 1, legalBasis: '《某某条例》第十条', amount: 4, unit: 'working-days', approver: '李某', at: at('09-11 09:00') };
    const complaint = dispatched({ category: 'complaint' });
    const slow = [asked('water', '09-11 09:00'), decided('water', false, '09-14 09:00')];
    expect([targetOf(key, complaint, law, ...granted, order({ workingDays: null })).limit, targetOf(key, complaint, law, ...slow, order({ workingDays: null })).limit]).toMatchObject([{ workingDays: 4 }, { workingDays: 6 }]);
  });
});

it('[Art. 13, 18] a category that is learnt late is of the clock, though deadline and verdict stand', () => {
  const facts = [dispatched({ category: 'complaint' }), feedback('09-20 09:00')];
  const judged = settle([], facts, later);
  const learnt = settle(judged, [...facts, { type: 'category-changed', category: 'report', previous: 'complaint', at: at('09-12 09:00') }], later).find((clock) => clock.key === resolve);
  expect(learnt).toMatchObject({ category: 'report', verdict: 'on-time', dueOn: '2018-09-30' });
  expect(clockOf(resolve, later, dispatched({ category: 'complaint' }), help('09-12 09:00'), feedback('09-20 09:00')).limitParts).toEqual([{ source: 'policy', workingDays: 15, recategorised: { from: 'complaint', at: at('09-12 09:00') } }]);
});
