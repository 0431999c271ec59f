import { Fault } from '../local/fault.mjs';
import { UsageFault } from './usage-fault.ts';

const UNREACHABLE = /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/;
/** PostgreSQL's codes: invalid password, invalid authorization, no such database. */
const TURNED_AWAY = /code: '(28P01|28000|3D000)'/;

/**
 * Why a migration failed, from what it wrote to stderr: one line for a database that is not there or lets nobody in, else a
 * fault that points at `said`, which must then be shown. Names the database's address, never the password in its URL.
 */
export function migrationFailure(title: string, said: string, databaseUrl: string): { readonly fault: Fault; readonly explained: boolean } {
  const address = addressOf(databaseUrl);
  const unreachable = UNREACHABLE.exec(said)?.[1];
  if (unreachable !== undefined) {
    return { explained: true, fault: new UsageFault(`数据库 ${address} 没有应答（${unreachable}）：请先启动数据库（本地用 npm start），或核对 DATABASE_URL`, 'the database does not answer') };
  }
  const turnedAway = TURNED_AWAY.exec(said)?.[1];
  if (turnedAway !== undefined) {
    return { explained: true, fault: new UsageFault(`数据库 ${address} 拒绝连接（${turnedAway}）：请核对 DATABASE_URL 中的用户名、口令和库名`, 'the database refused the connection') };
  }
  return { explained: false, fault: new Fault(`${title} 的数据库结构没有更新成功，原因见上`, 'migration failed, see above') };
}

function addressOf(databaseUrl: string): string {
  return URL.canParse(databaseUrl) ? new URL(databaseUrl).host : '';
}
