import { instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as candidate from './index.js';
import type { CandidateEvent, Judge, Propose } from './index.js';

const at = (time: string): Instant => instantOf(`2018-11-${time}+08:00`);
const { given } = behaviour({ initial: candidate.initial, decide: candidate.decide, evolve: candidate.evolve, rules: { now: at('20T18:00:00') } });

const propose: Propose = { type: 'Propose', visitId: 't-1:2', ticketId: 't-1', dispatchNo: 2, round: 2, unit: 'water', at: at('10T10:00:00') };
const proposed: CandidateEvent = { ...propose, type: 'Proposed' };
const find: Judge = { type: 'RecordFinding', text: '两次均未到现场', by: 'supervisor-1', at: at('11T10:00:00') };
const found: CandidateEvent = { ...find, type: 'FindingRecorded' };

describe('a candidate for second dissatisfaction', () => {
  it('[Art. 15(3)] is proposed once, and only after a second round', () => {
    given().when(propose).then([proposed]);
    given([proposed]).when(propose).thenRefused('already-proposed');
    given()
      .when({ ...propose, round: 1 })
      .thenRefused('not-a-second-round');
  });

  it('[Art. 15(3)] is found to be poor handling by a named person with the reason, or dismissed with one', () => {
    given([proposed]).when(find).then([found]);
    given([proposed])
      .when({ ...find, type: 'Dismiss', text: '诉求超出政策' })
      .thenState({ status: 'dismissed', visitId: 't-1:2', ticketId: 't-1', dispatchNo: 2, round: 2, unit: 'water', proposedAt: propose.at, judged: { text: '诉求超出政策', by: 'supervisor-1', at: find.at } });
  });

  it.each<[string, readonly CandidateEvent[], Judge]>([
    ['no-such-candidate', [], find],
    ['already-judged', [proposed, found], { ...find, type: 'Dismiss' }],
    ['text-missing', [proposed], { ...find, text: ' ' }],
    ['before-previous-step', [proposed], { ...find, at: at('10T09:59:59') }],
    ['in-the-future', [proposed], { ...find, at: at('20T18:05:01') }],
  ])('[Art. 15(3)] is refused as %s', (slug, before, command) => {
    expect(given(before).when(command).decision).toMatchObject({ accepted: false, refusal: { slug } });
  });
});
