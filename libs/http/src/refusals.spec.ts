import { answer, assertRefusalsCovered, momentText, ProblemException, refusalsOf, type RefusalTable } from './index.js';

type Slug = 'asked-after-deadline' | 'over-the-cap';

const table: RefusalTable<Slug> = {
  'asked-after-deadline': { status: 409, title: '已超过期限', detail: () => '申请延期应在期限届满之前提出。', advice: '请继续办理。' },
  'over-the-cap': { status: 422, title: '超过延期上限', detail: ({ cap }) => `最多可延期 ${cap} 个工作日。`, advice: '请缩短延期。' },
};
refusalsOf(table);

it('[reading 2] tells a moment as the clock on the wall in the county shows it', () => {
  expect([momentText('2018-09-21T16:30:00.000Z'), momentText(undefined)]).toEqual(['2018-09-22 00:30', '—']);
});

it('answers the value of an outcome', () => {
  expect(answer({ ok: true, value: 7 })).toBe(7);
});

it('throws the problem of a refusal, with its field and values', () => {
  expect(() => answer({ ok: false, refusal: { slug: 'over-the-cap', field: 'workingDays', values: { cap: 3 } } })).toThrow(ProblemException);
  try {
    answer({ ok: false, refusal: { slug: 'over-the-cap', field: 'workingDays', values: { cap: 3 } } });
  } catch (error) {
    expect((error as ProblemException).problem).toEqual({
      type: 'urn:hotline:problem:over-the-cap',
      status: 422,
      code: 'over-the-cap',
      title: '超过延期上限',
      detail: '最多可延期 3 个工作日。',
      advice: '请缩短延期。',
      errors: [{ field: 'workingDays', code: 'over-the-cap', message: '最多可延期 3 个工作日。' }],
    });
  }
});

it('treats a slug without a text as a defect, and finds it before anybody meets it', () => {
  expect(() => answer({ ok: false, refusal: { slug: 'never-heard-of' } })).toThrow("no text for the refusal 'never-heard-of'");
  expect(() => assertRefusalsCovered(['asked-after-deadline', 'over-the-cap', 'new-one'], table)).toThrow('refusals without a text: new-one');
  expect(() => assertRefusalsCovered(['over-the-cap'], table)).toThrow('texts for refusals nobody gives: asked-after-deadline');
  expect(() => assertRefusalsCovered(['over-the-cap', 'asked-after-deadline'], table)).not.toThrow();
});

it('does not let two features tell one slug differently', () => {
  expect(() => refusalsOf({ 'over-the-cap': { ...table['over-the-cap'] } })).toThrow("two texts for the refusal 'over-the-cap'");
  expect(() => refusalsOf(table)).not.toThrow();
});
