import { contentTag, isKnown } from './index.js';

it('tags an answer by what it says, whatever the order of its members', () => {
  expect(contentTag({ a: 1, b: [1, 2] })).toBe(contentTag({ b: [1, 2], a: 1 }));
  expect(contentTag({ a: 1, b: [1, 2] })).not.toBe(contentTag({ a: 1, b: [2, 1] }));
});

it.each([
  ['the same', (tag: string) => tag, true],
  ['one of several', (tag: string) => `"x", ${tag}`, true],
  ['the same, strong', (tag: string) => tag.replace('W/', ''), true],
  ['any', () => '*', true],
  ['another', () => 'W/"x"', false],
  ['none', () => undefined, false],
])('knows whether the caller has it: %s', (_, header, known) => {
  const tag = contentTag({ a: 1 });
  expect(isKnown(header(tag), tag)).toBe(known);
});
