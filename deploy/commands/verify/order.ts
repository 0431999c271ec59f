import { parseArgs } from 'node:util';
import { serviceNames, type ServiceName } from '../../local/layout.ts';
import { UsageFault } from '../usage-fault.ts';

/** What the person asked for. */
export type Order =
  | { readonly verb: 'help' }
  | { readonly verb: 'audit'; readonly services: readonly ServiceName[]; readonly anchors: readonly string[]; readonly database: string | undefined };

const USAGE = '用法：npm run verify -- audit [--service <服务>] [--anchors <文件>] [--database <地址>]';
const USAGE_ENGLISH = 'usage: npm run verify -- audit [--service <name>]… [--anchors <file>]… [--database <url>]';

export const help = `${USAGE}
  重新计算各服务审计记录的哈希链：完好则退出码为 0；有改动则逐条列出服务、位置和记录编号，退出码为 1。不改动任何数据，可以在服务运行时执行。
  --service   只核对这个服务，可以写多次；不写就是全部服务：${serviceNames.join(' ')}
  --anchors   锚点文件，或含有“audit anchored”的服务日志，可以写多次；不写就用 HOTLINE_AUDIT_ANCHOR，再不然用本机平台的锚点文件。
              没有锚点时，末尾被截去或整条链被重写是查不出来的。
  --database  数据库地址；不写则与 npm run migrate 相同：设置了 DATABASE_URL 就用它，否则用本机正在运行的平台。

${USAGE_ENGLISH}
  Recomputes the hash chain of each service's audit log. Ends with 0 when it is intact, with 1 when something was found, each named by
  service, position and row id, with 2 when it could not be verified. Changes nothing; may run beside live services.`;

/** Reads the words after `npm run verify --`; a fault names what is wrong. */
export function orderFrom(args: string[]): Order {
  const wrong = new UsageFault(USAGE, USAGE_ENGLISH);
  const { values, positionals } = parsed(args, wrong);
  if (values.help) return { verb: 'help' };
  if (positionals.length !== 1 || positionals[0] !== 'audit') throw wrong;
  return { verb: 'audit', services: servicesFrom(values.service), anchors: values.anchors, database: values.database };
}

function parsed(args: string[], wrong: UsageFault) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        service: { type: 'string', multiple: true, default: [] },
        anchors: { type: 'string', multiple: true, default: [] },
        database: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch {
    throw wrong;
  }
}

function servicesFrom(names: readonly string[]): readonly ServiceName[] {
  const unknown = names.find((name) => !serviceNames.some((known) => known === name));
  if (unknown !== undefined) throw new UsageFault(`没有服务“${unknown}”，可用：${serviceNames.join(' ')}`, 'unknown service');
  return names.length === 0 ? serviceNames : serviceNames.filter((name) => names.includes(name));
}
