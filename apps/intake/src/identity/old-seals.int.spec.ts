import { createCipheriv, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { IntakeUnderTest } from '../../spec/intake-under-test.js';
import { IdentityCipher } from './identity-cipher.js';

const OLD_KEY = randomBytes(32);
let intake: IntakeUnderTest;
beforeAll(async () => void (intake = await IntakeUnderTest.start({ HOTLINE_IDENTITY_OLD_KEYS: OLD_KEY.toString('base64') })));
afterAll(() => intake.stop());

const petitioner = { name: '张三丰', contact: '13800000000', idNumber: null };
const look = (id: string) => intake.post('operator', `tickets/${id}/identity-views`, { purpose: '核实' });

it('[Art. 10] an identity sealed with an old key, before each ticket had one of its own, is read beside new ones', async () => {
  const old = await intake.registered();
  const nonce = randomBytes(12);
  const gcm = createCipheriv('aes-256-gcm', OLD_KEY, nonce).setAAD(Buffer.from(`${old}:petitioner:v1`));
  const ciphertext = Buffer.concat([gcm.update(JSON.stringify(petitioner)), gcm.final(), gcm.getAuthTag()]);
  await intake.service.sql(`insert into petitioner_identity (ticket_id, format, key_id, nonce, ciphertext) values ($1, 1, $2, $3, $4)`, [old, new IdentityCipher(OLD_KEY).keyIds[0], nonce, ciphertext]);
  const fresh = await intake.registered({ petitioner: { name: '张三丰', contact: '13800000000' } });
  expect([(await look(old)).body, (await look(fresh)).body]).toEqual([{ ticketId: old, ...petitioner }, { ticketId: fresh, ...petitioner }]);
  expect(await intake.service.sql('select ticket_id from identity_data_key')).toEqual([{ ticket_id: fresh }]);
});

it('[Art. 20] where the key row is gone, as in a back-up of the vault without its keys, the identity opens for nobody', async () => {
  const id = await intake.registered({ petitioner: { name: '张三丰' } });
  await intake.service.sql('delete from identity_data_key where ticket_id = $1', [id]);
  expect(IntakeUnderTest.verdict(await look(id))).toBe('404 identity-not-recorded');
  expect((await intake.get('operator', `tickets/${id}`)).body.petitioner).toBeNull();
});
