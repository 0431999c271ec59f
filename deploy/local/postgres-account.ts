import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from './fault.mjs';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. A caller who is root lends it an account without rights: the owner of the existing
 * cluster, else `postgres` where there is one, else `nobody`; nobody else needs one.
 */
export function postgresAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (!account) {
    throw new Fault('PostgreSQL 不能以 root 运行，而本机没有 postgres 或 nobody 账户：请用普通用户运行', 'PostgreSQL cannot run as root: run as an ordinary user');
  }
  return account;
}

function accountNamed(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim());
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether any account may pass through all directories down to `path` (a home directory such as root's usually bars that). */
export function isReachable(path: string): boolean {
  for (let place = path; ; place = dirname(place)) {
    if (existsSync(place) && (statSync(place).mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** A place outside that other accounts can reach, one for each directory that they cannot; kept between runs. */
export function reachablePlaceFor(directory: string): string {
  const place = join('/var/lib/hotline-12345', createHash('sha256').update(directory).digest('hex').slice(0, 12));
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return place;
}

/** The PostgreSQL programs where `account` can execute them: in place, or copied out of an unreachable checkout once a version. */
export function reachablePrograms(home: string, account: Account | undefined): string {
  if (!account || isReachable(home)) return home;
  const { version } = JSON.parse(readFileSync(join(dirname(home), 'package.json'), 'utf8')) as { version: string };
  const copy = join(reachablePlaceFor(home), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const arrival = `${copy}.${process.pid}`;
  cpSync(home, arrival, { recursive: true, verbatimSymlinks: true });
  renameSync(arrival, copy);
  return copy;
}
