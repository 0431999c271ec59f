import fc from 'fast-check';
import { originId } from './origin-id.js';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the id of a ticket from another system', () => {
  it('is a UUID of version 7 in the order of receipt, the same for the same origin', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 4e12 }), (source, externalId, at) => {
        const id = originId(source, externalId, at);
        expect(id).toMatch(UUID_V7);
        expect(originId(source, externalId, at)).toBe(id);
        expect(originId(source, externalId, at + 1) > id).toBe(true);
      }),
    );
  });

  it('differs by source and number', () => {
    const ids = [originId('a', 'b', 1), originId('ab', '', 1), originId('a', 'c', 1), originId('c', 'b', 1)];
    expect(new Set(ids).size).toBe(4);
  });
});
