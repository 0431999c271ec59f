import fc from 'fast-check';
import { instantOf, type Instant } from '@hotline/domain/shared';
import { behaviour } from '@hotline/testing';
import * as block from './index.js';
import type { AskBlock, Block, BlockCommand, BlockEvent, BlockRules } from './index.js';

const DAY_MS = 86_400_000;
const at = (time: string): Instant => instantOf(`2026-${time}+08:00`);
const rules: BlockRules = { now: at('06-01T12:00:00'), maxDays: 90, reviewDays: 30 };
const { given } = behaviour({ initial: block.initial, decide: block.decide, evolve: block.evolve, rules });

const ask: AskBlock = {
  type: 'AskBlock',
  blockId: 'b-1',
  ground: 'harassment',
  evidenceTicketIds: ['t-1', 't-2'],
  findings: '一周内无事由来电四十余次',
  days: 45,
  at: at('03-01T09:00:00'),
};
const asked: BlockEvent = { type: 'BlockAsked', blockId: 'b-1', ground: 'harassment', evidenceTicketIds: ['t-1', 't-2'], days: 45, askedAt: ask.at };
const approve: BlockCommand = { type: 'DecideBlock', approved: true, at: at('03-02T10:00:00') };
const started: BlockEvent = { type: 'BlockStarted', at: at('03-02T10:00:00'), until: at('04-16T10:00:00'), reviewDueAt: at('04-01T10:00:00') };
const lift: BlockCommand = { type: 'ReviewBlock', keep: false, reason: '已承诺不再骚扰', at: at('03-20T10:00:00') };
const lifted: BlockEvent = { type: 'BlockEnded', cause: 'lifted', at: at('03-20T10:00:00') };

describe('blocking a petitioner', () => {
  it('[Art. 24] is asked for by the county, on evidence and for a limited time, and holds nobody back before it is approved', () => {
    given().when(ask).then([asked]);
    given().when(ask).thenState({ status: 'asked', blockId: 'b-1', ground: 'harassment', evidenceTicketIds: ['t-1', 't-2'], days: 45, askedAt: ask.at });
  });

  it('[Art. 24] starts with the approval of the prefecture, for the days approved and no longer', () => {
    given([asked]).when(approve).then([started]);
  });

  it('[Art. 24] counts from the decision however late it becomes known, and never from before the question', () => {
    given([asked]).when({ ...approve, at: at('02-01T10:00:00') }).then([{ type: 'BlockStarted', at: ask.at, until: at('04-15T09:00:00'), reviewDueAt: at('03-31T09:00:00') }]);
  });

  it('[Art. 24] does not start when the prefecture refuses', () => {
    given([asked]).when({ ...approve, approved: false }).then([{ type: 'BlockEnded', cause: 'refused', at: at('03-02T10:00:00') }]);
  });

  it('[Art. 24] ends by its own time, whenever the timer says so', () => {
    given([asked, started]).when({ type: 'ExpireBlock', at: at('04-20T00:00:00') }).then([{ type: 'BlockEnded', cause: 'expired', at: at('04-16T10:00:00') }]);
    given([asked, started]).when({ type: 'ExpireBlock', at: at('04-16T10:00:00') }).then([{ type: 'BlockEnded', cause: 'expired', at: at('04-16T10:00:00') }]);
    given([asked, started]).when({ type: 'ExpireBlock', at: at('04-16T09:59:59') }).thenRefused('block-still-running');
  });

  it('[Art. 24] is reviewed, and lifted or kept until the next review, never beyond its time', () => {
    given([asked, started]).when(lift).then([lifted]);
    given([asked, started]).when({ ...lift, keep: true } as BlockCommand).then([{ type: 'BlockKept', at: at('03-20T10:00:00'), reviewDueAt: at('04-16T10:00:00') }]);
  });

  it('[Art. 24] keeps on record what was asked, when it began and by when it is looked at again, and how it ended', () => {
    const request = { blockId: 'b-1', ground: 'harassment', evidenceTicketIds: ['t-1', 't-2'], days: 45, askedAt: ask.at } as const;
    const running = { status: 'running', ...request, startedAt: at('03-02T10:00:00'), until: at('04-16T10:00:00') } as const;
    given([asked]).when(approve).thenState({ ...running, reviewDueAt: at('04-01T10:00:00') });
    given([asked, started]).when({ ...lift, keep: true } as BlockCommand).thenState({ ...running, reviewDueAt: at('04-16T10:00:00') });
    given([asked, started]).when(lift).thenState({ status: 'ended', ...request, startedAt: at('03-02T10:00:00'), cause: 'lifted', endedAt: at('03-20T10:00:00') });
    given([asked]).when({ ...approve, approved: false }).thenState({ status: 'ended', ...request, startedAt: null, cause: 'refused', endedAt: at('03-02T10:00:00') });
  });

  it('[Art. 24] lasts between one day and as many as the policy allows, and a refusal names the field and the bound', () => {
    for (const days of [1, 90]) expect(given().when({ ...ask, days }).decision).toMatchObject({ accepted: true, events: [{ days }] });
    for (const days of [0, 91, 1.5]) given().when({ ...ask, days }).thenRefused('block-days-out-of-range', { field: 'days', values: { max: 90 } });
    given().when({ ...ask, evidenceTicketIds: [] }).thenRefused('block-evidence-missing', { field: 'evidenceTicketIds' });
    given().when({ ...ask, findings: '' }).thenRefused('block-findings-missing', { field: 'findings' });
    given([asked, started]).when({ ...lift, reason: ' ' } as BlockCommand).thenRefused('block-reason-missing', { field: 'reason' });
  });

  it('[Art. 24] is never decided on before it was asked for, nor kept before it runs: a store that says so is at fault', () => {
    const kept: BlockEvent = { type: 'BlockKept', at: at('03-20T10:00:00'), reviewDueAt: at('04-16T10:00:00') };
    expect(() => block.evolve(block.initial, started)).toThrow('BlockStarted on a block that nobody asked for');
    expect(() => [asked, kept].reduce(block.evolve, block.initial)).toThrow('only a running block is kept');
  });

  it.each([
    ['block-already-asked', [asked], ask],
    ['block-evidence-missing', [], { ...ask, evidenceTicketIds: [] }],
    ['block-findings-missing', [], { ...ask, findings: ' ' }],
    ['block-days-out-of-range', [], { ...ask, days: 91 }],
    ['block-days-out-of-range', [], { ...ask, days: 0 }],
    ['block-not-asked', [], approve],
    ['block-already-decided', [asked, started], { ...approve, approved: false }],
    ['block-already-decided', [asked, started, lifted], approve],
    ['block-not-running', [asked], lift],
    ['block-not-running', [asked, started, lifted], lift],
    ['block-not-running', [asked], { type: 'ExpireBlock', at: at('06-01T00:00:00') }],
    ['block-not-running', [asked, started], { ...lift, at: at('04-16T10:00:00') }],
    ['block-reason-missing', [asked, started], { ...lift, reason: '' }],
    ['before-previous-step', [asked, started], { ...lift, at: at('03-01T10:00:00') }],
    ['in-the-future', [asked, started], { ...lift, at: at('06-02T10:00:00') }],
  ] as const)('[Art. 24] is refused as %s', (slug, before, command) => {
    given(before as readonly BlockEvent[])
      .when(command as BlockCommand)
      .thenRefused(slug);
  });
});

const moment = fc.integer({ min: ask.at, max: rules.now });
const command: fc.Arbitrary<BlockCommand> = fc.oneof(
  fc.record({ days: fc.integer({ min: -1, max: 120 }), at: moment }).map((some) => ({ ...ask, ...some })),
  fc.record({ type: fc.constant('DecideBlock' as const), approved: fc.boolean(), at: moment }),
  fc.record({ type: fc.constant('ReviewBlock' as const), keep: fc.boolean(), reason: fc.constantFrom('复核', ' '), at: moment }),
  fc.record({ type: fc.constant('ExpireBlock' as const), at: moment }),
);

it('[Art. 24] no sequence of commands reaches an unnamed state, a longer block than approved, or a second beginning; a refused one changes nothing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let state: Block = block.initial;
      let beginnings = 0;
      for (const each of commands) {
        const before = structuredClone(state);
        const decision = block.decide(state, each, rules);
        if (!decision.accepted) expect(state).toEqual(before);
        else state = decision.events.reduce(block.evolve, state);
        if (decision.accepted && decision.events.some(({ type }) => type === 'BlockStarted')) beginnings++;
        expect(['unasked', 'asked', 'running', 'ended']).toContain(state.status);
        if (before.status === 'ended') expect(state).toEqual(before);
        if (state.status !== 'running') continue;
        expect(state.until - state.startedAt).toBe(state.days * DAY_MS);
        expect(state.days).toBeLessThanOrEqual(rules.maxDays);
        expect(state.reviewDueAt).toBeLessThanOrEqual(state.until);
      }
      expect(beginnings).toBeLessThanOrEqual(1);
    }),
  );
});
