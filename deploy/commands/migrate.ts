/**
 * `npm run migrate [-- <service>…]`: brings the schema of the named services, or of all, up to date. With DATABASE_URL in
 * the environment that database is meant; without, the one of the local stack, which must be running.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layoutFrom, serviceNames, SERVICES, type ServiceName } from '../local/layout.ts';
import { environmentOf } from '../local/parts.ts';
import { secretsIn } from '../local/secrets.ts';
import { Fault } from '../local/fault.mjs';
import { pinnedNode, root } from '../local/workspace.mjs';
import { endWith, UsageFault } from './usage-fault.ts';

try {
  for (const service of chosen(process.argv.slice(2))) migrate(service);
} catch (error) {
  endWith(error);
}

function chosen(names: readonly string[]): readonly ServiceName[] {
  const unknown = names.find((name) => !(name in SERVICES));
  if (unknown !== undefined) throw new UsageFault(`没有服务“${unknown}”，可用：${serviceNames.join(' ')}`, 'unknown service');
  return names.length === 0 ? serviceNames : serviceNames.filter((name) => names.includes(name));
}

function migrate(service: ServiceName): void {
  const script = join(root, `apps/${service}/dist/migrate.js`);
  if (!existsSync(script)) throw new Fault(`缺少 apps/${service}/dist/migrate.js：请先运行 npm run build`, 'not built');
  process.stdout.write(`${SERVICES[service]} ${service}\n`);
  const { status } = spawnSync(pinnedNode, ['--no-warnings', '--enable-source-maps', script], { cwd: root, env: environmentFor(service), stdio: 'inherit' });
  if (status !== 0) throw new Fault(`${SERVICES[service]} ${service} 的数据库结构没有更新成功，原因见上`, 'migration failed, see above');
}

function environmentFor(service: ServiceName): NodeJS.ProcessEnv {
  if (process.env['DATABASE_URL']) return { ...process.env, DATABASE_SCHEMA: process.env['DATABASE_SCHEMA'] ?? service };
  const layout = layoutFrom(process.env);
  if (!existsSync(layout.secretsFile)) {
    throw new UsageFault('没有本地平台的数据库：请先用 npm start 启动平台，或设置 DATABASE_URL', 'no local database: start the stack or set DATABASE_URL');
  }
  return environmentOf(service, layout, secretsIn(layout.secretsFile, true));
}
