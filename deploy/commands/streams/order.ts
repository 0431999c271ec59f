import { parseArgs } from 'node:util';
import { serviceNames, type ServiceName } from '../../local/layout.ts';
import { UsageFault } from '../usage-fault.ts';

/** What the person asked for. */
export type Order =
  | { readonly verb: 'help' }
  | { readonly verb: 'accounts' }
  | { readonly verb: 'address'; readonly subscriber: string }
  | { readonly verb: 'apply'; readonly replicas: number; readonly maxGib?: number | undefined }
  | { readonly verb: 'refill'; readonly services: readonly ServiceName[]; readonly since?: Date | undefined };

const USAGE = '用法：npm run streams [-- apply] [--replicas <1、3 或 5>] [--max-gib <整数>]，或 npm run streams -- accounts，或 npm run -s streams -- address <订阅方>，或 npm run streams -- refill [<服务>…] [--since <时刻>]';
const USAGE_ENGLISH = 'usage: npm run streams [-- apply] [--replicas 1|3|5] [--max-gib <n>] | accounts | address <subscriber> | refill [<service>…] [--since <ISO instant>]';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

export const help = `${USAGE}
  apply   按 deploy/nats/topology.yaml 建立或更新消息流和消费者，可以重复执行。
          --max-gib 为事件流的容量上限（GiB），不写则按 topology.yaml 的 maxBytes。一件工单约占 15 KB，保存 90 天。
  accounts 打印 nats-server 配置中的账户一节：每个服务和每个订阅方（deploy/nats/subscribers.yaml，或 HOTLINE_SUBSCRIBERS 指定的文件）
          各有一个用户，只能做自己该做的事；密码由服务器启动时的环境变量 NATS_PASSWORD_<用户> 提供。
  address 打印本机平台上一个订阅方的 NATS 地址，含用户和密码。
  refill  消息服务器（NATS）的存储丢失后使用：先执行 apply，再执行本命令。各服务已发出的事件保存在 PostgreSQL 中，
          本命令把它们重新放回待发队列，由正在运行的服务按原来的顺序再次发布。不写服务名就是全部服务：${serviceNames.join(' ')}。
          --since 只放回这一时刻及以后产生的事件（带时区，例如 2018-09-21T08:00:00+08:00），不写就是最近一年，
          更早的不再放回：消费者不一定还记得处理过它们。
          处理过这些事件的消费者会自动跳过。消息流去重时间（5 分钟）以内的事件不会重复进入消息流；
          更早而仍在消息流中的会有两份，没有害处，只占空间。如果是人工清空（purge）了消息流，服务器仍记得 5 分钟内的事件，
          请等 5 分钟再执行本命令。消息流有容量上限（见 topology.yaml 的 maxBytes），满了以后新事件也发不出去，
          所以历史很长时请用 --since 只放回丢失的那一段。
          数据库地址与 npm run migrate 相同：设置了 DATABASE_URL 就用它，否则用本机正在运行的平台。

${USAGE_ENGLISH}
  accounts: prints the accounts of the nats-server configuration: a user for each service and subscriber, with exactly what it may do;
          passwords are read by the server from NATS_PASSWORD_<USER>.
  address: prints the NATS address of a subscriber of the local stack, with its user and password.
  refill: after a loss of the NATS store (run apply first), puts what the services had sent back to be published, in the same
          order; consumers skip what they know. What is still in the stream and older than its duplicate window (5 minutes)
          will be there twice, which is harmless; after a purge by hand wait for that window first: the server still knows the ids.
          A full stream takes no new events either: with a long history give --since. Nothing older than a year is put back:
          consumers may not know any more that they have handled it.`;

/** Reads the words after `npm run streams --`; a fault names what is wrong. */
export function orderFrom(args: string[]): Order {
  const wrong = new UsageFault(USAGE, USAGE_ENGLISH);
  const { values, positionals } = parsed(args, wrong);
  if (values.help) return { verb: 'help' };
  const [verb = 'apply', ...words] = positionals;
  const { replicas, since, 'max-gib': gib } = values;
  if (verb === 'accounts' && words.length === 0 && (replicas ?? since ?? gib) === undefined) return { verb };
  if (verb === 'address' && words.length === 1 && words[0] && (replicas ?? since ?? gib) === undefined) return { verb, subscriber: words[0] };
  if (verb === 'refill' && (replicas ?? gib) === undefined) return { verb, services: servicesFrom(words), since: since === undefined ? undefined : instantFrom(since) };
  if (verb !== 'apply' || words.length > 0 || since !== undefined || !['1', '3', '5'].includes(replicas ?? '1') || !/^[1-9]\d{0,5}$/.test(gib ?? '1')) throw wrong;
  return { verb, replicas: Number(replicas ?? 1), ...(gib && { maxGib: Number(gib) }) };
}

function parsed(args: string[], wrong: UsageFault) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { replicas: { type: 'string' }, 'max-gib': { type: 'string' }, since: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } });
  } catch {
    throw wrong;
  }
}

function servicesFrom(words: readonly string[]): readonly ServiceName[] {
  const unknown = words.find((word) => !serviceNames.some((name) => name === word));
  if (unknown !== undefined) throw new UsageFault(`没有服务“${unknown}”，可用：${serviceNames.join(' ')}`, 'unknown service');
  return words.length === 0 ? serviceNames : serviceNames.filter((name) => words.includes(name));
}

/** Without a zone it would mean another moment on each machine. */
function instantFrom(text: string): Date {
  const instant = new Date(INSTANT.test(text) ? text : NaN);
  if (Number.isNaN(instant.getTime())) throw new UsageFault(`--since ${text} 不是带时区的时刻，应写成 2018-09-21T08:00:00+08:00`, '--since must be an ISO instant with its zone');
  return instant;
}
