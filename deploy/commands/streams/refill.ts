import pg from 'pg';
import { refillOutbox } from '@hotline/messaging/outbox-refill';
import { SERVICES, type ServiceName } from '../../local/layout.ts';
import { UsageFault } from '../usage-fault.ts';

const PATIENCE_MS = 5_000;

/** Puts the sent events of each service back to be published and tells how many they are; a service without a schema is passed over. */
export async function refill(url: string, what: { readonly services: readonly ServiceName[]; readonly since?: Date | undefined }, tell: (line: string) => void): Promise<void> {
  const client = await connected(url);
  try {
    for (const service of what.services) {
      const count = await refillOutbox(client, { schema: service, since: what.since });
      tell(`${SERVICES[service]} ${service}：${count === undefined ? '数据库中没有它的表，已跳过（请先运行 npm run migrate）' : `放回 ${count} 个事件`}`);
    }
  } finally {
    await client.end();
  }
  tell('各服务运行时会自动再次发布这些事件；处理过的消费者会跳过。');
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'streams-refill', connectionTimeoutMillis: PATIENCE_MS });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '超时 timeout';
    throw new UsageFault(`连接不上数据库（${code}）：请确认它已启动，地址和口令正确`, 'PostgreSQL does not answer');
  }
}
