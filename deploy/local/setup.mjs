import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, ensureNode } from './dependencies.mjs';
import { Fault, exitWith } from './fault.mjs';
import { ensureNatsServer } from './nats-binary.mjs';
import { ensurePostgres } from './postgres-binaries.mjs';
import { progress } from './workspace.mjs';

/**
 * Brings a fresh machine to the point where every command can run; silent and quick when nothing is missing.
 * @param {{ servers?: boolean }} [wanted] `servers` also makes sure of PostgreSQL and nats-server
 */
export function prepare({ servers = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Fault(`Node ${process.versions.node} 太旧：请安装 Node 20 以上版本`, 'this Node is too old: install Node ≥ 20');
  }
  ensureDependencies();
  ensureNode();
  if (servers) {
    ensurePostgres();
    ensureNatsServer();
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    prepare({ servers: true });
    progress('环境已就绪。Everything is in place.');
  } catch (error) {
    exitWith(error);
  }
}
