import { setInterval as every } from 'node:timers/promises';

/** Arrivals at a steady pace: yields 0, 1, 2 … every so many milliseconds, for so long. */
export async function* arrivals({ everyMs, forMs }: { readonly everyMs: number; readonly forMs: number }): AsyncGenerator<number> {
  const end = performance.now() + forMs;
  let index = 0;
  for await (const _ of every(everyMs)) {
    if (performance.now() >= end) return;
    yield index++;
  }
}
