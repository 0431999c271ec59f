import fc from 'fast-check';
import { instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as archive from './index.js';
import type { ApproveDisposal, DisposableFile, DisposableMaterial, DisposalCommand, DisposalEvent, DisposalProposed, DisposalRules, DisposalState, ProposeDisposal } from './index.js';

const at = (time: string): Instant => instantOf(`2021-03-${time}:00+08:00`);
const rules: DisposalRules = { now: at('31T18:00') };
const { given } = behaviour({ initial: archive.initial, decide: archive.decide, evolve: archive.evolve, rules });

const file = (ticketId: string, about: Partial<DisposableFile> = {}): DisposableFile => ({ ticketId, ended: true, retainUntil: '2021-03-01', held: false, caseOpen: false, disposed: false, ...about });
const material = (materialId: string, about: Partial<DisposableMaterial> = {}): DisposableMaterial => ({ materialId, retainUntil: '2021-03-01', withFile: false, disposed: false, ...about });
const propose: ProposeDisposal = { type: 'ProposeDisposal', disposalId: 'd-1', by: 'zhang', files: [file('a'), file('b')], materials: [], at: at('02T09:00') };
const proposed: DisposalProposed = { type: 'DisposalProposed', disposalId: 'd-1', by: 'zhang', ticketIds: ['a', 'b'], materialIds: [], at: at('02T09:00') };
const approve: ApproveDisposal = { type: 'ApproveDisposal', by: 'li', certificateNo: 'XH-2021-001', files: [file('a'), file('b')], materials: [], at: at('03T09:00') };
const approved: DisposalEvent = { type: 'DisposalApproved', by: 'li', certificateNo: 'XH-2021-001', disposed: ['a', 'b'], spared: [], materials: [], at: at('03T09:00') };
const rejected: DisposalEvent = { type: 'DisposalRejected', by: 'li', reason: '审计未结束', at: at('03T09:00') };

describe('a list for disposal', () => {
  it('[Art. 20] holds what is past its last day, and nothing that is held, at issue in an open case of accountability, running, disposed of, or in its last day', () => {
    const files = [file('a'), file('held', { held: true }), file('accounted', { caseOpen: true }), file('runs', { ended: false }), file('never-ended', { retainUntil: null }), file('gone', { disposed: true }), file('last-day', { retainUntil: '2021-03-02' }), file('b')];
    given().when({ ...propose, files }).then([proposed]);
    given().when({ ...propose, files: files.slice(1, -1) }).thenRefused('nothing-to-dispose-of');
    given([proposed]).when(propose).thenRefused('disposal-already-proposed');
  });

  it('[Art. 20] spares what has no last day yet as a matter still running', () => {
    given([proposed])
      .when({ ...approve, files: [file('a', { retainUntil: null }), file('b', { ended: false })] })
      .then([{ ...approved, certificateNo: null, disposed: [], spared: [{ ticketId: 'a', why: 'running' }, { ticketId: 'b', why: 'running' }] } as DisposalEvent]);
  });

  it('[Art. 20] needs the approval of a second person, and leaves a certificate', () => {
    given([proposed]).when({ ...approve, by: 'zhang' }).thenRefused('proposer-cannot-approve');
    given([proposed]).when(approve).then([approved]);
    given([proposed])
      .when(approve)
      .thenState({
        status: 'approved', disposalId: 'd-1', proposedBy: 'zhang', proposedAt: at('02T09:00'), ticketIds: ['a', 'b'], materialIds: [],
        decision: { by: 'li', at: at('03T09:00'), reason: null, certificateNo: 'XH-2021-001', disposed: ['a', 'b'], spared: [], materials: [] },
      });
  });

  it('[Art. 20, 23] spares what a case of accountability that was opened since rests on', () => {
    given([proposed]).when({ ...approve, files: [file('a', { caseOpen: true }), file('b')] }).then([{ ...approved, disposed: ['b'], spared: [{ ticketId: 'a', why: 'case-open' }] } as DisposalEvent]);
  });

  it('[Art. 20] keeps beside the accounts the names that the certificate prints', () => {
    given([{ ...proposed, byName: '张某' }])
      .when({ ...approve, byName: '李某' })
      .thenState({
        status: 'approved', disposalId: 'd-1', proposedBy: 'zhang', proposedByName: '张某', proposedAt: at('02T09:00'), ticketIds: ['a', 'b'], materialIds: [],
        decision: { by: 'li', byName: '李某', at: at('03T09:00'), reason: null, certificateNo: 'XH-2021-001', disposed: ['a', 'b'], spared: [], materials: [] },
      });
    given([{ ...proposed, byName: '同名' }]).when({ ...approve, by: 'zhang', byName: '李某' }).thenRefused('proposer-cannot-approve');
    given().when({ ...propose, byName: '张某' }).then([{ ...proposed, byName: '张某' }]);
    given([proposed]).when({ type: 'RejectDisposal', by: 'li', byName: '李某', reason: '审计未结束', at: at('03T09:00') }).then([{ ...rejected, byName: '李某' } as DisposalEvent]);
  });

  it('[Art. 20] looks at each file again on approval and says why it spares one; of nothing there is no certificate', () => {
    const files = [file('a', { held: true }), file('c')];
    given([proposed]).when({ ...approve, files }).then([{ ...approved, certificateNo: null, disposed: [], spared: [{ ticketId: 'a', why: 'held' }, { ticketId: 'b', why: 'running' }] } as DisposalEvent]);
    given([proposed])
      .when({ ...approve, files: [file('a', { disposed: true }), file('b', { retainUntil: '2022-01-01' })] })
      .then([{ ...approved, certificateNo: null, disposed: [], spared: [{ ticketId: 'a', why: 'already-disposed' }, { ticketId: 'b', why: 'not-expired' }] } as DisposalEvent]);
  });

  it('[Art. 20] holds material that has no file left to go with, by its own last day, and looks at it again on approval', () => {
    const materials = [material('m'), material('last-day', { retainUntil: '2021-03-02' }), material('with-file', { withFile: true }), material('gone', { disposed: true }), material('n')];
    const listed: DisposalProposed = { ...proposed, ticketIds: [], materialIds: ['m', 'n'] };
    given().when({ ...propose, files: [], materials }).then([listed]);
    given().when({ ...propose, files: [], materials: materials.slice(1, -1) }).thenRefused('nothing-to-dispose-of');
    given([listed]).when({ ...approve, files: [], materials: [material('m', { disposed: true }), material('n'), material('not-listed')] }).then([{ ...approved, disposed: [], materials: ['n'] } as DisposalEvent]);
    const { materialIds: _, ...ofBefore } = listed;
    given([ofBefore as DisposalProposed]).when({ ...approve, files: [], materials: [material('m')] }).then([{ ...approved, certificateNo: null, disposed: [] } as DisposalEvent]);
  });

  it.each<[string, readonly DisposalEvent[], DisposalCommand, string]>([
    ['before it was proposed', [], approve, 'no-such-disposal'],
    ['twice', [proposed, approved], approve, 'disposal-already-decided'],
    ['after it was rejected', [proposed, rejected], approve, 'disposal-already-decided'],
    ['before the proposal', [proposed], { ...approve, at: at('01T09:00') }, 'before-previous-step'],
    ['ahead of time', [proposed], { ...approve, at: at('31T18:06') }, 'in-the-future'],
    ['without a reason', [proposed], { type: 'RejectDisposal', by: 'li', reason: ' ', at: at('03T09:00') }, 'reason-missing'],
  ])('[Art. 20] is not decided %s', (_, events, command, slug) => {
    given(events).when(command).thenRefused(slug as never);
  });

  it('[Art. 20] may be rejected with a reason, by the proposer too', () => {
    given([proposed]).when({ type: 'RejectDisposal', by: 'li', reason: '审计未结束', at: at('03T09:00') }).then([rejected]);
    given([proposed]).when({ type: 'RejectDisposal', by: 'zhang', reason: '审计未结束', at: at('03T09:00') }).then([{ ...rejected, by: 'zhang' } as DisposalEvent]);
    given([proposed]).when({ type: 'RejectDisposal', by: 'li', reason: '', at: at('03T09:00') }).thenRefused('reason-missing', { field: 'reason' });
  });

  it('[Art. 20] once rejected, stays on record with who rejected it and why, and disposes of nothing', () => {
    given([proposed])
      .when({ type: 'RejectDisposal', by: 'li', reason: '审计未结束', at: at('03T09:00') })
      .thenState({
        status: 'rejected', disposalId: 'd-1', proposedBy: 'zhang', proposedAt: at('02T09:00'), ticketIds: ['a', 'b'], materialIds: [],
        decision: { by: 'li', at: at('03T09:00'), reason: '审计未结束', certificateNo: null, disposed: [], spared: [], materials: [] },
      });
  });

  it('[Art. 20] cannot have been decided before it was proposed: a store that says so is at fault', () => {
    for (const decision of [approved, rejected]) expect(() => archive.evolve(archive.initial, decision)).toThrow('a decision before the proposal');
  });
});

it('[Art. 20] whatever is commanded: nothing is disposed of without proposal, second person and end of retention, and a refusal changes nothing', () => {
  const someFile = fc.record<DisposableFile>({ ticketId: fc.constantFrom('a', 'b', 'c'), ended: fc.boolean(), retainUntil: fc.constantFrom(null, '2021-03-01', '2021-03-20', '2022-01-01'), held: fc.boolean(), caseOpen: fc.boolean(), disposed: fc.boolean() });
  const files = fc.uniqueArray(someFile, { selector: ({ ticketId }) => ticketId });
  const someMaterial = fc.record<DisposableMaterial>({ materialId: fc.constantFrom('m', 'n'), retainUntil: fc.constantFrom('2021-03-01', '2021-03-20', '2022-01-01'), withFile: fc.boolean(), disposed: fc.boolean() });
  const materials = fc.uniqueArray(someMaterial, { selector: ({ materialId }) => materialId });
  const by = fc.constantFrom('zhang', 'li');
  const moment = fc.integer({ min: at('01T09:00'), max: at('31T09:00') });
  const command: fc.Arbitrary<DisposalCommand> = fc.oneof(
    fc.record({ type: fc.constant('ProposeDisposal' as const), disposalId: fc.constant('d'), by, files, materials, at: moment }),
    fc.record({ type: fc.constant('ApproveDisposal' as const), by, certificateNo: fc.constant('n'), files, materials, at: moment }),
    fc.record({ type: fc.constant('RejectDisposal' as const), by, reason: fc.constantFrom('', '理由'), at: moment }),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let state: DisposalState = archive.initial;
      for (const each of commands) {
        const decision = archive.decide(state, each, rules);
        if (!decision.accepted) {
          expect(archive.DISPOSAL_REFUSALS).toContain(decision.refusal.slug);
          continue;
        }
        state = decision.events.reduce(archive.evolve, state);
        expect(['proposed', 'approved', 'rejected']).toContain(state.status);
        if (state.status !== 'approved' || each.type !== 'ApproveDisposal') continue;
        expect(state.decision?.by).not.toBe(state.proposedBy);
        const today = archive.retainUntil(each.at, 0);
        for (const id of state.decision?.disposed ?? []) expect(each.files.find(({ ticketId, held, ended, retainUntil }) => ticketId === id && !held && ended && retainUntil !== null && retainUntil < today)).toBeDefined();
        for (const id of state.decision?.materials ?? []) expect(each.materials.find(({ materialId, withFile, disposed, retainUntil }) => materialId === id && !withFile && !disposed && retainUntil < today)).toBeDefined();
      }
    }),
  );
});
