import fc from 'fast-check';
import { decodeCursor, encodeCursor, page, ProblemException } from './index.js';

it('walks through a list page by page, every item once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (numbers, limit) => {
      const list = numbers.toSorted((a, b) => a - b);
      const seen: number[] = [];
      for (let cursor: string | undefined; ; ) {
        const after = decodeCursor(cursor, 'number')?.[0] ?? -Infinity;
        const { items, next } = page(list.filter((item) => item > after).slice(0, limit + 1), limit, (item) => [item]);
        seen.push(...items);
        if (next === null) break;
        cursor = next;
      }
      expect(seen).toEqual(list);
    }),
  );
});

it('says null after the last page, also when it is full', () => {
  expect(page([1, 2], 2, (item) => [item])).toEqual({ items: [1, 2], next: null });
  expect(page([], 2, (item: number) => [item])).toEqual({ items: [], next: null });
});

it('gives back the key of a cursor', () => {
  const id = '0190f5a0-0000-7000-8000-000000000001';
  expect(decodeCursor(encodeCursor([7, id]), 'number', 'uuid')).toEqual([7, id]);
  expect(decodeCursor(undefined, 'number')).toBeUndefined();
});

it.each([
  ['rubbish', 'rubbish'],
  ['another list’s key', encodeCursor(['x'])],
  ['too long a key', encodeCursor([1, 2, 3])],
  ['a fraction', encodeCursor([1.5, 'x'])],
  ['no uuid', encodeCursor([1, "'; drop table ticket"])],
  ['no list', Buffer.from('{"a":1}').toString('base64url')],
  ['nothing', ''],
])('refuses %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, 'number', 'uuid')).toThrow(ProblemException);
});
