import { createCipheriv, randomBytes } from 'node:crypto';
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
    expect(() => cipher.open(ticketId, { ...sealed, format: 3 })).toThrow('unknown form');
  });

  it('[Art. 20] opens nothing once the ticket’s own key is destroyed, though the identity key is there', () => {
    const { dataKey, ...sealed } = cipher.seal(ticketId, identity);
    expect(() => cipher.open(ticketId, { ...sealed, dataKey: null })).toThrow('was destroyed');
    const { dataKey: foreign } = cipher.seal('0190f0a0-0000-7000-8000-000000000002', identity);
    expect(() => cipher.open(ticketId, { ...sealed, dataKey: foreign })).toThrow();
    expect(cipher.open(ticketId, { ...sealed, dataKey })).toEqual(identity);
  });

  it('still opens what was sealed before each ticket had a key of its own', () => {
    const [key, nonce] = [randomBytes(32), randomBytes(12)];
    const gcm = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${ticketId}:petitioner:v1`));
    const ciphertext = Buffer.concat([gcm.update(JSON.stringify(identity)), gcm.final(), gcm.getAuthTag()]);
    const [keyId = ''] = new IdentityCipher(key).keyIds;
    const sealed = { format: 1, keyId, nonce, ciphertext, dataKey: null };
    expect(new IdentityCipher(key).open(ticketId, sealed)).toEqual(identity);
    expect(new IdentityCipher(randomBytes(32), [key]).open(ticketId, sealed)).toEqual(identity);
    expect(() => new IdentityCipher(randomBytes(32)).open(ticketId, sealed)).toThrow('which is not configured');
  });

  it('refuses a key of another length', () => {
    expect(() => new IdentityCipher(randomBytes(16))).toThrow('32 bytes');
  });
});
