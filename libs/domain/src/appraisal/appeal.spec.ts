import { after, monthRules, NOW, open, preview, scored, TICKET } from '../../spec/appraised-month.js';
import { decide, type AppraisalPeriod, type DecideAppeal, type LodgeAppeal, type PeriodCommand } from './index.js';

const lodge: LodgeAppeal = { type: 'LodgeAppeal', appealId: 'a1', unit: 'water', item: 'satisfied', ticketId: TICKET, reason: '群众误评', by: 'unit-water', at: NOW };
const uphold: DecideAppeal = { type: 'DecideAppeal', appealId: 'a1', upheld: true, reason: '核实属实', points: null, ticketIds: [], by: 'zhang', at: NOW };
const reject: DecideAppeal = { ...uphold, upheld: false, reason: '与回访录音不符' };

const shown = (...commands: readonly PeriodCommand[]): AppraisalPeriod => after(open, preview, ...commands) as AppraisalPeriod;
function refusalOf(state: AppraisalPeriod, command: PeriodCommand) {
  const decision = decide(state, command, monthRules);
  return decision.accepted ? 'accepted' : decision.refusal.slug;
}

describe('an appeal', () => {
  it('[Art. 22] against a ticket in an item excludes it from that item when upheld; everything stays on the record', () => {
    expect(shown(lodge, uphold)).toMatchObject({
      appeals: [{ appealId: 'a1', unit: 'water', reason: '群众误评', by: 'unit-water', decision: { upheld: true, reason: '核实属实', by: 'zhang' } }],
      exclusions: [{ unit: 'water', ticketId: TICKET, rate: 'satisfied', reason: '核实属实', appealId: 'a1' }],
    });
  });

  it('[Art. 22] against a ticket alone excludes it from everything', () => {
    expect(shown({ ...lodge, item: null }, uphold).exclusions).toMatchObject([{ ticketId: TICKET, rate: null }]);
  });

  it('[Art. 22] that is rejected changes nothing but the record', () => {
    const { appeals, ...rest } = shown(lodge, reject);
    const { appeals: none, ...before } = shown();
    expect([rest, none]).toStrictEqual([before, []]);
    expect(appeals).toMatchObject([{ decision: { upheld: false, reason: '与回访录音不符' } }]);
  });

  it('[Art. 22] against a manual item brings a new score', () => {
    const manual = { ...lodge, item: 'leader', ticketId: null };
    expect(shown(scored('water', 'leader', 100), manual, { ...uphold, points: 900 }).manual).toMatchObject([{ unit: 'water', item: 'leader', points: 900, evidence: '核实属实', refs: ['a1'] }]);
    expect(refusalOf(shown(manual), uphold)).toBe('points-missing');
    expect(refusalOf(shown(manual), { ...uphold, points: 1001 })).toBe('points-out-of-range');
  });

  it('[Art. 22] against a computed item needs the tickets that no longer count', () => {
    const whole = { ...lodge, ticketId: null };
    expect(shown(whole, { ...uphold, ticketIds: [TICKET, TICKET] }).exclusions).toMatchObject([{ ticketId: TICKET, rate: 'satisfied' }]);
    expect(refusalOf(shown(whole), uphold)).toBe('tickets-missing');
    expect(refusalOf(shown(whole), { ...uphold, ticketIds: ['elsewhere'] })).toBe('ticket-not-counted');
  });

  it('excludes no ticket twice', () => {
    const again = { ...lodge, appealId: 'a2' };
    expect(shown(lodge, uphold, again, { ...uphold, appealId: 'a2' }).exclusions).toHaveLength(1);
  });

  it.each<[string, PeriodCommand, readonly PeriodCommand[]]>([
    ['appeal-without-target', { ...lodge, item: null, ticketId: null }, []],
    ['unknown-item', { ...lodge, item: 'moon' }, []],
    ['unit-not-scored', { ...lodge, unit: 'moon' }, []],
    ['ticket-not-counted', { ...lodge, ticketId: 'elsewhere' }, []],
    ['grounds-missing', { ...lodge, reason: ' ' }, []],
    ['appeal-pending', { ...lodge, appealId: 'a2' }, [lodge]],
    ['no-such-appeal', { ...uphold, appealId: 'a2' }, [lodge]],
    ['grounds-missing', { ...uphold, reason: '' }, [lodge]],
    ['appeal-decided', uphold, [lodge, reject]],
    ['accepted', { ...lodge, appealId: 'a2' }, [lodge, reject]],
  ])('[Art. 22] is answered %s', (slug, command, before) => {
    expect(refusalOf(shown(...before), command)).toBe(slug);
  });

  it.each<[string, object, PeriodCommand, readonly PeriodCommand[]]>([
    ['unit-not-scored', { field: 'unit', values: { unit: 'moon' } }, { ...lodge, unit: 'moon' }, []],
    ['appeal-without-target', { field: 'item' }, { ...lodge, item: null, ticketId: null }, []],
    ['unknown-item', { field: 'item', values: { item: 'moon' } }, { ...lodge, item: 'moon' }, []],
    ['ticket-not-counted', { field: 'ticketId' }, { ...lodge, ticketId: 'elsewhere' }, []],
    ['grounds-missing', { field: 'reason' }, { ...lodge, reason: '' }, []],
    ['grounds-missing', { field: 'reason' }, { ...uphold, reason: ' ' }, [lodge]],
    ['tickets-missing', { field: 'ticketIds' }, uphold, [{ ...lodge, ticketId: null }]],
    ['ticket-not-counted', { field: 'ticketIds' }, { ...uphold, ticketIds: [TICKET, 'elsewhere'] }, [{ ...lodge, ticketId: null }]],
    ['points-missing', { field: 'points' }, uphold, [{ ...lodge, item: 'leader', ticketId: null }]],
    ['points-out-of-range', { field: 'points', values: { item: '领导履职', most: 10 } }, { ...uphold, points: -1 }, [{ ...lodge, item: 'leader', ticketId: null }]],
    ['points-out-of-range', { field: 'points', values: { item: '领导履职', most: 10 } }, { ...uphold, points: 0.5 }, [{ ...lodge, item: 'leader', ticketId: null }]],
  ])('[Art. 22] that is refused as %s says where: %j', (slug, about, command, before) => {
    expect(decide(shown(...before), command, monthRules)).toEqual({ accepted: false, refusal: { slug, ...about } });
  });

  it('[Art. 22] is another one against another item or ticket of the unit, and may bring nothing or all of the points', () => {
    for (const other of [{ item: null }, { ticketId: null }, { item: 'leader', ticketId: null }]) expect(refusalOf(shown(lodge), { ...lodge, appealId: 'a2', ...other })).toBe('accepted');
    for (const points of [0, 1_000]) expect(shown({ ...lodge, item: 'leader', ticketId: null }, { ...uphold, points }).manual).toMatchObject([{ points }]);
    const everything = { ...lodge, appealId: 'a2', item: null };
    expect(shown(lodge, uphold, everything, { ...uphold, appealId: 'a2' }).exclusions).toMatchObject([{ rate: 'satisfied' }, { rate: null }]);
  });

  it('[Art. 22] is decided by itself: another one stays open', () => {
    expect(shown(lodge, { ...lodge, appealId: 'a2', item: null }, { ...reject, appealId: 'a2' }).appeals).toMatchObject([{ appealId: 'a1', decision: null }, { appealId: 'a2', decision: { upheld: false } }]);
  });

  it('[Art. 22] is lodged only while the figures are shown', () => {
    expect(refusalOf(after(open) as AppraisalPeriod, lodge)).toBe('not-yet-previewed');
  });
});
