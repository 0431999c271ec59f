/** The development identity provider as a process of its own. It hands out tokens to anybody: outside local mode it refuses to run. */
import { readFileSync } from 'node:fs';
import { Fault, exitWith } from './fault.mjs';
import { developmentIdp } from './idp.ts';
import { layoutFrom } from './layout.ts';
import type { Secrets } from './secrets.ts';

try {
  if (process.env['HOTLINE_MODE'] !== 'local') {
    throw new Fault('开发用身份服务只能在 HOTLINE_MODE=local 下运行：正式环境请配置真正的身份服务（OIDC_ISSUER）', 'the development identity provider runs in local mode only');
  }
  const { ports, secretsFile } = layoutFrom(process.env);
  const { signingKey, cookieKey } = JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets;
  const consoleOrigins = [`http://localhost:${ports.gateway}`, 'http://localhost:5173'];
  const idp = developmentIdp({ issuer: `http://localhost:${ports.idp}`, consoleOrigins, signingKey, cookieKey });
  const servers = ['127.0.0.1', '::1'].map((host) => idp.listen(ports.idp, host));
  servers[1]?.on('error', () => undefined); // a machine without IPv6
  process.on('SIGTERM', () => {
    for (const server of servers) server.close().closeAllConnections();
    setTimeout(() => process.exit(0), 50);
  });
} catch (error) {
  exitWith(error);
}
