import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { HealthChecks } from '@hotline/observability';
import { openOrm, UnitOfWork } from '@hotline/persistence';
import { IntakeUnderTest } from '../../spec/intake-under-test.js';
import { IdentityCipher } from './identity-cipher.js';
import { IdentityKeyCheck } from './identity-key-check.js';
import { IdentityStore } from './identity.store.js';

const petitioner = { name: '张三丰', contact: '13800000000', idNumber: '532328199001011234' };

let intake: IntakeUnderTest;
let orm: MikroORM;
let uow: UnitOfWork;
beforeAll(async () => {
  intake = await IntakeUnderTest.start();
  orm = await openOrm({ name: 'intake', url: intake.service.databaseUrl, schema: 'intake', poolMax: 2, entities: [], migrations: [] });
  uow = new UnitOfWork(orm, '532328');
});
afterAll(async () => {
  await orm.close(true);
  await intake.stop();
});

function checkWith(...keys: [Uint8Array, ...Uint8Array[]]): { check: IdentityKeyCheck; health: HealthChecks; cipher: IdentityCipher } {
  const [cipher, health] = [new IdentityCipher(keys[0], keys.slice(1)), new HealthChecks()];
  const check = new IdentityKeyCheck(uow, cipher, health);
  check.onModuleInit();
  return { check, health, cipher };
}

it('[Art. 10] trusts any key while the vault is empty, and later none that opens nothing of it', async () => {
  await expect(checkWith(randomBytes(32)).check.require()).resolves.toBeUndefined();
  const id = await intake.registered({ petitioner });
  const { check, health, cipher } = checkWith(randomBytes(32));
  await expect(check.require()).rejects.toMatchObject({ problem: { status: 503, code: 'identity-key-unknown' } });
  expect(await health.run()).toEqual([{ name: 'identity-key', status: 'failed' }]);
  await expect(uow.read((tx) => new IdentityStore(cipher).find(tx, id))).rejects.toMatchObject({ problem: { status: 503, code: 'identity-key-unknown' } });
  expect((await intake.register({ petitioner })).status).toBe(201);
});
