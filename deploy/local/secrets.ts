import { createHmac, generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Fault } from './fault.mjs';

/** What nobody but this checkout's stack may know; made once and kept in the data directory, readable by its owner only. */
export interface Secrets {
  /** Of the PostgreSQL superuser. */
  readonly superuserPassword: string;
  /** Of the role `hotline`. */
  readonly databasePassword: string;
  /** HOTLINE_IDENTITY_KEY: base64 of 32 bytes. */
  readonly identityKey: string;
  /** Private key of the development identity provider (ES256). */
  readonly signingKey: JsonWebKey;
  readonly cookieKey: string;
  /** From which each user's password on the bus is derived. */
  readonly busSecret: string;
}

/** Reads the secrets, or makes them where there are none yet. */
export function secretsIn(file: string, clusterExists: boolean): Secrets {
  if (existsSync(file)) return completed(file, JSON.parse(readFileSync(file, 'utf8')) as Secrets);
  if (clusterExists) {
    throw new Fault(`数据还在，但 ${file} 丢失，无法打开：请找回该文件，或用 npm start -- --fresh 清空重建`, 'secrets.json is gone: restore it, or start with --fresh');
  }
  const secrets: Secrets = {
    superuserPassword: randomBytes(18).toString('base64url'),
    databasePassword: randomBytes(18).toString('base64url'),
    identityKey: randomBytes(32).toString('base64'),
    signingKey: { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), kid: randomBytes(6).toString('hex'), alg: 'ES256', use: 'sig' },
    cookieKey: randomBytes(18).toString('base64url'),
    busSecret: randomBytes(18).toString('base64url'),
  };
  writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Password of a user of the bus; a letter first, so that the server's configuration takes it for a text. */
export function busPassword({ busSecret }: Pick<Secrets, 'busSecret'>, user: string): string {
  return `p${createHmac('sha256', busSecret).update(user).digest('base64url')}`;
}

/** A file of an earlier version knows no secret of the bus. */
function completed(file: string, secrets: Omit<Secrets, 'busSecret'> & Partial<Secrets>): Secrets {
  if (secrets.busSecret !== undefined) return { ...secrets, busSecret: secrets.busSecret };
  const whole = { ...secrets, busSecret: randomBytes(18).toString('base64url') };
  writeWhole(file, `${JSON.stringify(whole, null, 2)}\n`);
  return whole;
}

/** Replaces a file in one step, mode 600: a reader finds the old text or the new one, never half. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
