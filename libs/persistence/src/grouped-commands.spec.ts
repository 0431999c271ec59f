import { describe, expect, it } from '@jest/globals';
import { repetitionOf, type Requested, withoutRepetitions } from './grouped-commands.js';

describe('a batch of commands', () => {
  const command = (subject: string, idempotencyKey: string | undefined, fingerprint: string): Requested => ({
    request: { actor: { subject, roles: [] }, ...(idempotencyKey && { idempotencyKey }), fingerprint, at: 0 },
  });

  it('lets the first of a key lead those that repeat it', () => {
    const batch = [command('a', 'k', '1'), command('b', 'k', '1'), command('a', undefined, '1'), command('a', 'k', '2'), command('a', undefined, '1')];
    const { leaders, leaderOf } = withoutRepetitions(batch);
    expect(leaders).toEqual([batch[0], batch[1], batch[2], batch[4]]);
    expect(leaderOf).toEqual([0, 1, 2, 0, 3]);
  });

  it('answers a repetition as its leader, another request by a refusal, and lets it run again when the leader came to nothing', () => {
    const [leader, same, other] = [command('a', 'k', '1'), command('a', 'k', '1'), command('a', 'k', '2')] as const;
    const refused = { ok: false, refusal: { slug: 'external-id-already-registered' } } as const;
    const done = { ok: true, value: {} as never } as const;
    expect([repetitionOf(leader, done, same), repetitionOf(leader, refused, same)]).toEqual([done, refused]);
    expect(repetitionOf(leader, done, other)).toEqual({ ok: false, refusal: { slug: 'idempotency-key-reused', field: 'Idempotency-Key' } });
    expect([repetitionOf(leader, refused, other), repetitionOf(leader, 'again', other)]).toEqual(['again', 'again']);
  });
});
