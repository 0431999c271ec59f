import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { BlindIndex, reachesOf } from './blind-index.js';

const nobody = { name: null, contact: null, idNumber: null };

describe('[Art. 24] a petitioner is known again', () => {
  it.each([
    ['+86 138-0000-0000', 'tel:13800000000'],
    ['008613800000000', 'tel:13800000000'],
    ['１３８００００００００', 'tel:13800000000'],
    ['013800000000', 'tel:13800000000'],
    ['0878-8211234', 'tel:08788211234'],
    ['(0878) 821 1234', 'tel:08788211234'],
    [' Someone@Example.ORG ', 'mail:someone@example.org'],
    ['请联系村委会', 'text:请联系村委会'],
  ])('by a contact written %s', (contact, reach) => {
    expect(reachesOf({ ...nobody, contact })).toEqual([reach]);
  });

  it('by every way in which they were ever reached, each once', () => {
    expect(reachesOf({ ...nobody, contact: '13800000000', particulars: { callerNumber: '+8613800000000' } })).toEqual(['tel:13800000000']);
    expect(reachesOf({ ...nobody, particulars: { accountId: 'a-1', deviceId: 'd-1' } })).toEqual(['app:a-1', 'device:d-1']);
    expect(reachesOf({ ...nobody, name: '张三丰', idNumber: '532328199001011234' })).toEqual([]);
    expect(reachesOf(null)).toEqual([]);
  });

  it('only by who has the key, and still after it was changed', () => {
    const [old, key] = [randomBytes(32), randomBytes(32)];
    const identity = { ...nobody, contact: '13800000000' };
    const [before] = new BlindIndex(old).of(identity);
    expect(new BlindIndex(key).candidates(identity)).not.toContainEqual(before);
    expect(new BlindIndex(key, [old]).candidates(identity)).toContainEqual(before);
    expect(new BlindIndex(key, [old]).of(identity)).toEqual(new BlindIndex(key).of(identity));
    expect(before).toHaveLength(16);
  });
});
