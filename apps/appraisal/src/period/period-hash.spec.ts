import { hash } from 'node:crypto';
import { appraisal } from '@hotline/domain';
import { canonicalJson } from '@hotline/http';
import { hashOf } from './period.service.js';

const things: appraisal.CountedThing[] = [1, 2, 3, 4, 5].map((n) => ({ rate: 'on-time-close', unit: 'U-A', ticketId: `0190f0a0-0000-7000-8000-00000000000${n}`, dispatchNo: 1, hit: n % 2 === 0 }));

/** Of what the hash is taken nothing but the place of the things matters here; a reason may look like it. */
const frame = { period: '2018-09', appeals: [{ reason: '"counted":[]' }], counted: [], results: [] } as unknown as appraisal.FrozenContent;

async function* pagesOf(size: number): AsyncGenerator<readonly appraisal.CountedThing[]> {
  for (let at = 0; at < things.length; at += size) yield things.slice(at, at + size);
}

describe('the hash of a frozen period', () => {
  it.each([1, 2, 5])('[Art. 22] is that of the whole content, whether its things are read at once or %i at a time', async (size) => {
    const whole = canonicalJson({ ...frame, counted: things.map(appraisal.countedLine) });
    expect(await hashOf(frame, pagesOf(size))).toBe(hash('sha256', whole, 'hex'));
  });

  it('[Art. 22] of a period in which nothing was counted is that of its content', async () => {
    const none = (async function* (): AsyncGenerator<readonly appraisal.CountedThing[]> {})();
    expect(await hashOf(frame, none)).toBe(hash('sha256', canonicalJson(frame), 'hex'));
  });
});
