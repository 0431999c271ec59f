import { expect, it } from '@jest/globals';
import { eventually } from './eventually.js';

it('answers what the assertion answers once it passes', async () => {
  let looks = 0;
  const answer = await eventually(() => {
    expect((looks += 1)).toBe(3);
    return 'here';
  }, { every: 1 });
  expect([answer, looks]).toEqual(['here', 3]);
});

it('throws the last failure when the time is up', async () => {
  let looks = 0;
  const failure: unknown = await eventually(() => Promise.reject(new Error(`look ${(looks += 1)}`)), { within: 20, every: 1 }).catch((error: unknown) => error);
  expect(failure).toEqual(new Error(`look ${looks}`));
});
