import { expect, it } from '@jest/globals';
import { eventually } from '@hotline/testing';
import type { DueWork } from './due-work.js';
import { DueWorkLoop } from './due-work.loop.js';

it('work that waits for a silent store keeps no other from being done, and the service stops when it has given up', async () => {
  const { promise: silence, resolve: giveUp } = Promise.withResolvers<'done'>();
  let looks = 0;
  const waiting: DueWork = { once: () => silence };
  const other: DueWork = { once: () => Promise.resolve(looks++ < 2 ? 'more' : 'done') };
  const loop = new DueWorkLoop([waiting, other], { now: () => Date.now() });
  loop.onApplicationBootstrap();
  await eventually(() => expect(looks).toBeGreaterThanOrEqual(3));
  const stopped = loop.onModuleDestroy();
  giveUp('done');
  await stopped;
});
