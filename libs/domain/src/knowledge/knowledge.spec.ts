import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { behaviour } from '@hotline/testing';
import { decide, monthsAfter } from './knowledge.decide.js';
import { evolve } from './knowledge.evolve.js';
import { DRAFT_STAGES, ENTRY_REFUSALS, initial, type EntryCommand, type EntryContent, type EntryEvent, type EntryState } from './knowledge.js';

const at = (text: string): number => Date.parse(`2018-09-${text}+08:00`);
const content: EntryContent = { title: '居民医保何时缴费', text: '每年 9 月 1 日至 12 月 31 日。', keywords: ['医保'], subject: '劳动和社会保障', source: '县医疗保障局' };
const drafted: EntryEvent = { type: 'EntryDrafted', entryId: 'K1', unit: 'YM-YBJ', content, at: at('03T09:00') };
const submitted: EntryEvent = { type: 'EntrySubmitted', version: 1, at: at('03T10:00') };
const published: EntryEvent = { type: 'EntryPublished', version: 1, superseded: null, reviewOn: '2019-03-04', at: at('04T09:00') };
const { given } = behaviour({ initial, decide, evolve, rules: { now: at('30T00:00'), reviewMonths: 6 } });
const submit: EntryCommand = { type: 'SubmitEntry', at: at('05T09:00') };
const publish: EntryCommand = { type: 'PublishEntry', at: at('06T09:00') };

describe('a knowledge entry', () => {
  it('[Art. 5] is written by a unit, submitted, and published by the county for a limited time', () => {
    given([]).when({ ...drafted, type: 'DraftEntry' } as EntryCommand).then([drafted]);
    given([drafted]).when({ type: 'SubmitEntry', at: at('03T10:00') }).then([submitted]);
    given([drafted, submitted]).when({ type: 'PublishEntry', at: at('04T09:00') }).then([published]);
  });

  it('[Art. 5] cannot be published before it was submitted, nor changed while the county looks at it', () => {
    given([drafted]).when(publish).thenRefused('nothing-submitted');
    given([drafted]).when({ type: 'SendEntryBack', reason: '请补充', at: publish.at }).thenRefused('nothing-submitted');
    given([drafted, submitted]).when({ type: 'ReviseEntry', content, at: submit.at }).thenRefused('entry-waits-for-the-county');
    given([drafted, submitted]).when(submit).thenRefused('entry-waits-for-the-county');
    given([drafted, submitted, published]).when(submit).thenRefused('nothing-to-submit');
  });

  it('[Art. 5] is sent back with a reason, mended under the same version and submitted again', () => {
    const sentBack: EntryEvent = { type: 'EntrySentBack', version: 1, reason: '请写明缴费渠道', at: at('04T09:00') };
    given([drafted, submitted]).when({ type: 'SendEntryBack', reason: '请写明缴费渠道', at: at('04T09:00') }).then([sentBack]);
    given([drafted, submitted]).when({ type: 'SendEntryBack', reason: ' ', at: at('04T09:00') }).thenRefused('entry-reason-missing', { field: 'reason' });
    const mended: EntryEvent = { type: 'EntryRevised', version: 1, content: { ...content, text: '可在手机上缴费。' }, at: at('05T08:00') };
    given([drafted, submitted, sentBack]).when({ ...mended, type: 'ReviseEntry' } as EntryCommand).then([mended]);
    given([drafted, submitted, sentBack, mended]).when(submit).then([{ type: 'EntrySubmitted', version: 1, at: submit.at }]);
  });

  it('[Art. 5] stays in force while its next version is written, which then supersedes it', () => {
    const revised: EntryEvent = { type: 'EntryRevised', version: 2, content, at: at('05T08:00') };
    given([drafted, submitted, published]).when({ ...revised, type: 'ReviseEntry' } as EntryCommand).then([revised]);
    given([drafted, submitted, published, revised, { type: 'EntrySubmitted', version: 2, at: submit.at }])
      .when(publish)
      .thenState({
        status: 'in-force', entryId: 'K1', unit: 'YM-YBJ', draft: null, lastVersion: 2, lastAt: publish.at,
        inForce: { version: 2, publishedAt: publish.at, reviewOn: '2019-03-06' },
      });
  });

  it('[Art. 5] is looked at again by its review date, or withdrawn with a reason', () => {
    given([drafted, submitted, published]).when({ type: 'ConfirmReviewed', at: at('10T09:00') }).then([{ type: 'ReviewConfirmed', version: 1, reviewOn: '2019-03-10', at: at('10T09:00') }]);
    given([drafted]).when({ type: 'ConfirmReviewed', at: at('10T09:00') }).thenRefused('entry-not-in-force');
    const withdrawn: EntryEvent = { type: 'EntryWithdrawn', version: 1, reason: '文件已废止', at: at('10T09:00') };
    given([drafted, submitted, published]).when({ ...withdrawn, type: 'WithdrawEntry' } as EntryCommand).then([withdrawn]);
    given([drafted, submitted, published, withdrawn]).when({ ...withdrawn, type: 'WithdrawEntry' } as EntryCommand).thenRefused('entry-not-in-force');
    given([drafted, submitted, published, withdrawn]).when({ type: 'ReviseEntry', content, at: at('11T09:00') }).then([{ type: 'EntryRevised', version: 2, content, at: at('11T09:00') }]);
  });

  it.each([
    ['title', { title: ' ' }, 'entry-title-missing'],
    ['title', { title: '长'.repeat(201) }, 'entry-title-too-long'],
    ['text', { text: '' }, 'entry-text-missing'],
    ['text', { text: '长'.repeat(20_001) }, 'entry-text-too-long'],
    ['source', { source: '' }, 'entry-source-missing'],
    ['keywords', { keywords: Array.from({ length: 21 }, String) }, 'too-many-keywords'],
  ] as const)('[Art. 5] is refused for its %s', (field, fields, slug) => {
    const { decision } = given([]).when({ ...drafted, type: 'DraftEntry', content: { ...content, ...fields } } as EntryCommand);
    expect(decision).toMatchObject({ accepted: false, refusal: { slug, field } });
  });

  it.each([['2018-08-31T10:00:00+08:00', 6, '2019-02-28'], ['2018-12-31T23:30:00+08:00', 2, '2019-02-28'], ['2018-09-04T00:30:00+08:00', 6, '2019-03-04'], ['2019-08-31T09:00:00+08:00', 6, '2020-02-29']])(
    '[Art. 5] of %s is due for review after %s months on %s',
    (from, months, on) => expect(monthsAfter(Date.parse(from), months)).toBe(on),
  );
});

describe('any sequence of commands', () => {
  const kinds = ['ReviseEntry', 'SubmitEntry', 'PublishEntry', 'SendEntryBack', 'WithdrawEntry', 'ConfirmReviewed', 'DraftEntry'] as const;
  const commandOf = (type: (typeof kinds)[number], index: number): EntryCommand =>
    ({ type, entryId: 'K1', unit: 'YM-YBJ', content, reason: '理由', at: at('03T09:00') + index }) as EntryCommand;

  it('[Art. 5] keeps one draft at most beside one version in force, grows versions by one, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 40 }), (types) => {
        let state: EntryState = initial;
        types.forEach((type, index) => {
          const before = structuredClone(state);
          const decision = decide(state, commandOf(type, index), { now: at('30T00:00'), reviewMonths: 6 });
          if (!decision.accepted) expect(ENTRY_REFUSALS).toContain(decision.refusal.slug);
          else state = decision.events.reduce<EntryState>(evolve, state);
          if (!decision.accepted) expect(state).toEqual(before);
          if (state.status === 'none') return;
          expect(['drafted', 'in-force', 'withdrawn']).toContain(state.status);
          expect(state.status === 'in-force').toBe(state.inForce !== null);
          if (state.draft) expect([Object.keys(DRAFT_STAGES).includes(state.draft.stage), state.draft.version]).toEqual([true, state.lastVersion]);
          if (state.draft && state.inForce) expect(state.draft.version).toBe(state.inForce.version + 1);
        });
      }),
    );
  });
});
