import { jest } from '@jest/globals';
import { type Sweep, SweepLoop } from './sweep.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('looks once at a time: what an outage of a minute held up is not looked at thirty times after it', async () => {
  let looks = 0;
  let outage = Promise.withResolvers<void>();
  const loop = new SweepLoop({ once: () => (looks++, outage.promise) } as unknown as Sweep, { now: () => 0 });
  loop.onApplicationBootstrap();
  await jest.advanceTimersByTimeAsync(62_000);
  expect(looks).toBe(1);
  outage.reject(new Error('connection refused'));
  outage = Promise.withResolvers<void>();
  outage.resolve();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(1);
  await jest.advanceTimersByTimeAsync(4_000);
  expect(looks).toBe(3);
  await loop.onModuleDestroy();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(looks).toBe(3);
});
