import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { IdentityCipher } from './identity-cipher.js';

const identity = { name: '张三丰', contact: '13800001111', idNumber: '532328199001011234' };
const ticketId = '0190f0a0-0000-7000-8000-000000000001';

describe('[Art. 10] identities are sealed', () => {
  const cipher = new IdentityCipher(randomBytes(32));

  it('opens what it sealed, and shows nothing of it in between', () => {
    const sealed = cipher.seal(ticketId, identity);
    expect(cipher.open(ticketId, sealed)).toEqual(identity);
    for (const word of Object.values(identity)) expect(sealed.ciphertext.includes(Buffer.from(word))).toBe(false);
  });

  it('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 1_000 }, () => cipher.seal(ticketId, identity).nonce.toString('hex'));
    expect(new Set(nonces).size).toBe(1_000);
    expect(nonces[0]).toHaveLength(24);
  });

  it('opens what was sealed before the key was changed, and seals with the new one', () => {
    const [old, key] = [randomBytes(32), randomBytes(32)];
    const sealed = new IdentityCipher(old).seal(ticketId, identity);
    const changed = new IdentityCipher(key, [old]);
    expect(changed.open(ticketId, sealed)).toEqual(identity);
    expect(new IdentityCipher(key).open(ticketId, changed.seal(ticketId, identity))).toEqual(identity);
  });

  it('does not open on another ticket, with another key, or after a change', () => {
    const sealed = cipher.seal(ticketId, identity);
    const changed = Buffer.from(sealed.ciphertext);
    changed.writeUInt8(changed.readUInt8(0) ^ 1, 0);
    expect(() => cipher.open('0190f0a0-0000-7000-8000-000000000002', sealed)).toThrow();
    expect(() => new IdentityCipher(randomBytes(32)).open(ticketId, sealed)).toThrow('which is not configured');
    expect(() => cipher.open(ticketId, { ...sealed, ciphertext: changed })).toThrow();
    expect(() => cipher.open(ticketId, { ...sealed, format: 2 })).toThrow('unknown form');
  });

  it('refuses a key of another length', () => {
    expect(() => new IdentityCipher(randomBytes(16))).toThrow('32 bytes');
  });
});
