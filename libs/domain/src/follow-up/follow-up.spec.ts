import fc from 'fast-check';
import { codesOf, FOLLOW_UP_FINDINGS, FOLLOW_UP_WAYS, instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as followUp from './index.js';
import type { FollowUpCommand, FollowUpEvent, PlanFollowUp, RecordFinding } from './index.js';

const at = (time: string): Instant => instantOf(`2018-10-${time}+08:00`);
const rules = { now: at('20T18:00:00') };
const { given } = behaviour({ initial: followUp.initial, decide: followUp.decide, evolve: followUp.evolve, rules });

const plan: PlanFollowUp = {
  type: 'PlanFollowUp',
  followUpId: 'f-1',
  way: 'undercover-visit',
  unit: 'water',
  subjects: [{ ticketId: 't-1', dispatchNo: 1 }, { ticketId: 't-2', dispatchNo: 3 }],
  team: ['督查员甲', '督查员乙'],
  plannedOn: '2018-10-12',
  by: 'supervisor-1',
  at: at('10T10:00:00'),
};
const planned: FollowUpEvent = { ...plan, type: 'FollowUpPlanned' };
const find: RecordFinding = { type: 'RecordFinding', ticketId: 't-1', finding: 'not-as-reported', text: '路面仍有塌陷', by: 'supervisor-1', at: at('12T10:00:00') };
const found: FollowUpEvent = { ...find, type: 'FindingRecorded' };
const other: FollowUpEvent = { ...found, ticketId: 't-2', finding: 'as-reported' };
const cancel: FollowUpCommand = { type: 'CancelFollowUp', reason: '道路中断', by: 'supervisor-1', at: at('11T10:00:00') };

describe('a follow-up on the spot', () => {
  it.each(codesOf(FOLLOW_UP_WAYS))('[Art. 19] is planned with tickets, team, unit and day: %s', (way) => {
    given()
      .when({ ...plan, way })
      .then([{ ...planned, way }]);
  });

  it('[Art. 19] is complete when each of its tickets has a finding', () => {
    given([planned]).when(find).then([found]);
    expect([planned, found].reduce(followUp.evolve, followUp.initial)).toMatchObject({ status: 'planned' });
    given([planned, found])
      .when({ ...find, ticketId: 't-2', finding: 'as-reported' })
      .thenState({
        status: 'completed',
        followUpId: 'f-1',
        way: 'undercover-visit',
        unit: 'water',
        subjects: plan.subjects,
        team: plan.team,
        plannedOn: '2018-10-12',
        plannedBy: 'supervisor-1',
        plannedAt: plan.at,
        findings: [
          { ticketId: 't-1', finding: 'not-as-reported', text: '路面仍有塌陷', by: 'supervisor-1', at: find.at },
          { ticketId: 't-2', finding: 'as-reported', text: '路面仍有塌陷', by: 'supervisor-1', at: find.at },
        ],
        cancelled: null,
      });
  });

  it('[Art. 19] may be cancelled with a reason before anything was found', () => {
    given([planned])
      .when(cancel)
      .then([{ type: 'FollowUpCancelled', reason: '道路中断', by: 'supervisor-1', at: at('11T10:00:00') }]);
    given([planned, found])
      .when({ ...cancel, at: at('13T10:00:00') })
      .thenRefused('findings-on-record');
  });

  it.each(codesOf(FOLLOW_UP_FINDINGS))('[Art. 19, 23(3)] has consequences that follow from the finding: %s', (finding) => {
    const expected = { 'as-reported': [], 'partly-as-reported': ['call-back'], 'not-as-reported': ['call-back', 'accountability-evidence'], 'not-handled': ['call-back', 'accountability-evidence'] };
    expect(followUp.consequencesOf(finding)).toStrictEqual(expected[finding]);
  });

  it.each<[string, readonly FollowUpEvent[], FollowUpCommand]>([
    ['already-planned', [planned], plan],
    ['no-such-follow-up', [], find],
    ['no-such-follow-up', [], cancel],
    ['subjects-missing', [], { ...plan, subjects: [] }],
    ['team-missing', [], { ...plan, team: [] }],
    ['team-missing', [], { ...plan, team: ['督查员甲', ' '] }],
    ['planned-in-the-past', [], { ...plan, plannedOn: '2018-10-09' }],
    ['in-the-future', [], { ...plan, at: at('20T18:05:01'), plannedOn: '2018-10-21' }],
    ['ticket-not-in-plan', [planned], { ...find, ticketId: 't-3' }],
    ['found-already', [planned, found], find],
    ['text-missing', [planned], { ...find, text: ' ' }],
    ['before-the-planned-day', [planned], { ...find, at: at('11T23:59:59') }],
    ['in-the-future', [planned], { ...find, at: at('20T18:05:01') }],
    ['follow-up-over', [planned, found, other], find],
    ['follow-up-over', [planned, found, other], cancel],
    ['reason-missing', [planned], { ...cancel, reason: '' } as FollowUpCommand],
    ['before-previous-step', [planned], { ...cancel, at: at('10T09:59:59') } as FollowUpCommand],
  ])('[Art. 19] is refused as %s', (slug, before, command) => {
    expect(given(before).when(command).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });

  it('[Art. 19] reaches no unnamed state, and never has two findings about one ticket', () => {
    const step: fc.Arbitrary<FollowUpCommand> = fc.oneof(
      fc.constant(plan),
      fc.record({ ticketId: fc.constantFrom('t-1', 't-2', 't-3'), finding: fc.constantFrom(...codesOf(FOLLOW_UP_FINDINGS)), text: fc.constantFrom('', '属实') }).map((each) => ({ ...find, ...each })),
      fc.constantFrom(cancel, { ...cancel, reason: '' }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state: followUp.FollowUpState = followUp.initial;
        for (const each of steps) {
          const decision = followUp.decide(state, each, rules);
          if (decision.accepted) state = decision.events.reduce(followUp.evolve, state);
          if (state.status === 'none') continue;
          expect(['planned', 'completed', 'cancelled']).toContain(state.status);
          expect(new Set(state.findings.map(({ ticketId }) => ticketId)).size).toBe(state.findings.length);
          expect(state.status === 'completed').toBe(state.findings.length === state.subjects.length);
        }
      }),
    );
  });
});
