import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which the system hands out ports by itself. */
const [FIRST, LAST] = [20_000, 32_000];

/** The first of `count` ports in a row that are free now on all addresses. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(FIRST, LAST - count);
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
