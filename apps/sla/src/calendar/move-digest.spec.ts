import { MoveDigest } from './move-digest.js';

type Move = Parameters<MoveDigest['add']>[0];

const move = (clockId: string, change: Partial<Move> = {}): Move => ({
  ...{ ticketId: 't', clockId, oldDueAt: '2019-05-02T16:00:00.000Z', newDueAt: '2019-04-30T16:00:00.000Z', provisional: false },
  ...change,
});

function digestOf(...moves: readonly Move[]): string {
  const digest = new MoveDigest();
  for (const each of moves) digest.add(each);
  return digest.hex;
}

describe('the digest of a preview', () => {
  it('[Reading §2.6] is the same for the same moves in any order', () => {
    expect(digestOf(move('a'), move('b'), move('c'))).toBe(digestOf(move('c'), move('a'), move('b')));
    expect(digestOf()).toBe('0'.repeat(64));
    expect(digestOf(move('a'))).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<Move>]>([
    ['another ticket', { ticketId: 'u' }],
    ['another clock', { clockId: 'x' }],
    ['another old deadline', { oldDueAt: '2019-05-03T16:00:00.000Z' }],
    ['another new deadline', { newDueAt: '2019-05-01T16:00:00.000Z' }],
    ['a provisional one', { provisional: true }],
  ])('[Reading §2.6] tells %s, though as many clocks move', (_name, change) => {
    expect(digestOf(move('a'), move('b', change))).not.toBe(digestOf(move('a'), move('b')));
  });

  it('[Reading §2.6] tells a move that came or went', () => {
    expect(new Set([digestOf(), digestOf(move('a')), digestOf(move('a'), move('a')), digestOf(move('a'), move('b'))]).size).toBe(4);
  });
});
