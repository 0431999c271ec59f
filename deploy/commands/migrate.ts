/**
 * `npm run migrate [-- <service>…]`: brings the schema of the named services, or of all, up to date. With DATABASE_URL in
 * the environment that database is meant; without, the one of the local stack, which must be running. DATABASE_SCHEMA renames
 * the schema of one service, which must be named.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layoutFrom, serviceNames, SERVICES, type ServiceName } from '../local/layout.ts';
import { environmentOf } from '../local/parts.ts';
import { secretsIn } from '../local/secrets.ts';
import { Fault } from '../local/fault.mjs';
import { root } from '../local/workspace.mjs';
import { migrationFailure } from './migration-failure.ts';
import { endWith, UsageFault } from './usage-fault.ts';

try {
  for (const service of chosen(process.argv.slice(2))) migrate(service);
} catch (error) {
  endWith(error);
}

function chosen(names: readonly string[]): readonly ServiceName[] {
  const unknown = names.find((name) => !(name in SERVICES));
  if (unknown !== undefined) throw new UsageFault(`没有服务“${unknown}”，可用：${serviceNames.join(' ')}`, 'unknown service');
  if (process.env['DATABASE_SCHEMA'] && new Set(names).size !== 1) {
    throw new UsageFault('设置了 DATABASE_SCHEMA，各服务的表会落入同一个 schema：请去掉它，或只写明一个服务', 'DATABASE_SCHEMA needs exactly one service');
  }
  return names.length === 0 ? serviceNames : serviceNames.filter((name) => names.includes(name));
}

function migrate(service: ServiceName): void {
  const script = join(root, `apps/${service}/dist/migrate.js`);
  if (!existsSync(script)) throw new Fault(`缺少 apps/${service}/dist/migrate.js：请先运行 npm run build`, 'not built');
  process.stdout.write(`${SERVICES[service]} ${service}\n`);
  const env = environmentFor(service);
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', '--enable-source-maps', script], { cwd: root, env, stdio: ['inherit', 'inherit', 'pipe'], encoding: 'utf8' });
  const failure = status === 0 ? undefined : migrationFailure(`${SERVICES[service]} ${service}`, stderr, env['DATABASE_URL'] ?? '');
  if (!failure?.explained) process.stderr.write(stderr);
  if (failure) throw failure.fault;
}

function environmentFor(service: ServiceName): NodeJS.ProcessEnv {
  if (process.env['DATABASE_URL']) return { ...process.env, DATABASE_SCHEMA: process.env['DATABASE_SCHEMA'] || service };
  const layout = layoutFrom(process.env);
  if (!existsSync(layout.secretsFile)) {
    throw new UsageFault('没有本地平台的数据库：请先用 npm start 启动平台，或设置 DATABASE_URL', 'no local database: start the stack or set DATABASE_URL');
  }
  return environmentOf(service, layout, secretsIn(layout.secretsFile, true));
}
