/** `npm run -s token -- <role> [--unit <code>] [--port <n>]`: prints an access token of a demo account, and nothing else. */
import { parseArgs } from 'node:util';
import { DEMO_CLIENT_SECRET, ROLES, accountId, actsForUnit, clientIdOf, demoAccount, type DemoAccount } from './demo-accounts.ts';
import { Fault, exitWith } from './fault.mjs';
import { layoutFrom } from './layout.ts';

const usage = 'npm run -s token -- <role> [--unit <单位代码>] [--port <HOTLINE_PORT>]';

/** Asks the local stack's identity provider for the token of a demo account. */
export async function requestToken(issuer: string, account: DemoAccount): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientIdOf(account), client_secret: DEMO_CLIENT_SECRET });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body, signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (!response) throw new Fault(`身份服务 ${issuer} 没有应答：请先用 npm start 启动平台，或用 --port 指明它的端口`, 'the local stack does not answer: start it, or name its port with --port');
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (!answer.access_token) throw new Fault(`身份服务拒绝发放令牌：${answer.error_description ?? response.status}`, 'the identity provider refused');
  return answer.access_token;
}

function accountFrom(role: string | undefined, unit: string | undefined): DemoAccount {
  const known = ROLES.find((candidate) => candidate === role);
  if (!known) throw new Fault(`没有角色“${role ?? ''}”，可用：${ROLES.join(' ')}；用法：${usage}`, 'unknown role');
  if (actsForUnit(known) && !unit) throw new Fault(`角色 ${known} 代表一个承办单位：请加 --unit <单位代码>`, `${known} needs --unit <code>`);
  if (!actsForUnit(known) && unit) throw new Fault(`角色 ${known} 不属于任何承办单位：请去掉 --unit`, `${known} takes no --unit`);
  const account = demoAccount(accountId(known, unit));
  if (!account) throw new Fault(`单位代码“${unit}”不合规：只能用字母、数字、点、横线和下划线，最长 64 个字符`, 'not a unit code');
  return account;
}

if (import.meta.main) {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { unit: { type: 'string' }, port: { type: 'string' } } });
    const layout = layoutFrom(values.port ? { ...process.env, HOTLINE_PORT: values.port } : process.env);
    process.stdout.write(`${await requestToken(`http://localhost:${layout.ports.idp}`, accountFrom(positionals[0], values.unit))}\n`);
  } catch (error) {
    exitWith(error instanceof TypeError && 'code' in error ? new Fault(`参数不对，用法：${usage}`, 'bad arguments') : error);
  }
}
