/**
 * `npm run dead-letters -- list | show <seq> | redrive <seq…|--all> | drop <seq…|--all>`: looks at the events that a consumer
 * could not handle, sends them again once the cause is mended, or discards what nobody needs. Payloads are printed by `show` only.
 */
import { parseArgs } from 'node:util';
import { Bus } from '@hotline/messaging/bus';
import { type DeadLetter, drop, listDeadLetters, payloadOf, redrive } from '@hotline/messaging/dead-letters';
import { natsAddress } from '@hotline/messaging/nats-address';
import { Fault } from '../local/fault.mjs';
import { county, natsUrl } from './local-stack.ts';
import { endWith, UsageFault } from './usage-fault.ts';
import { alignedTable } from './aligned-table.ts';

const PATIENCE_MS = 5_000;
const usage = '用法：npm run dead-letters -- list | show <序号> | redrive <序号…> | redrive --all | drop <序号…> | drop --all';
/** Rows that share one head: a terminal shows no more at once, and widths are measured over one page. */
const PAGE = 1_000;

/** What the person asked for. */
type Order = { readonly verb: 'list' } | { readonly verb: 'show'; readonly sequence: number } | { readonly verb: 'redrive' | 'drop'; readonly sequences: readonly number[] | 'all' };

try {
  const order = orderFrom(process.argv.slice(2));
  const bus = new Bus({ url: natsUrl(), name: 'dead-letters', county: county() });
  await reached(bus);
  try {
    await obey(order, bus);
  } finally {
    await bus.close();
  }
} catch (error) {
  endWith(error);
}

function orderFrom(args: string[]): Order {
  const wrong = new UsageFault(usage, 'list | show <seq> | redrive <seq…|--all> | drop <seq…|--all>');
  const { values, positionals } = parsed(args, wrong);
  const [verb, ...words] = positionals;
  const sequences = words.map(Number);
  if (!sequences.every((sequence) => Number.isSafeInteger(sequence) && sequence > 0)) throw wrong;
  const [first] = sequences;
  if ((verb === 'redrive' || verb === 'drop') && values.all !== sequences.length > 0) return { verb, sequences: values.all ? 'all' : sequences };
  if (values.all) throw wrong;
  if (verb === 'list' && first === undefined) return { verb };
  if (verb === 'show' && first !== undefined && sequences.length === 1) return { verb, sequence: first };
  throw wrong;
}

function parsed(args: string[], wrong: UsageFault) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { all: { type: 'boolean', default: false } } });
  } catch {
    throw wrong;
  }
}

/** The bus goes on trying for ever; a person at a terminal wants to know now. */
async function reached(bus: Bus): Promise<void> {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new UsageFault(`连接不上 NATS（${natsAddress(natsUrl()).servers}）：请确认它已启动`, 'NATS does not answer')), PATIENCE_MS).unref();
  });
  await Promise.race([bus.connection(), tooLate]);
}

async function obey(order: Order, bus: Bus): Promise<void> {
  const letters = await listDeadLetters(bus);
  switch (order.verb) {
    case 'list':
      return list(letters);
    case 'show':
      return show(named(letters, order.sequence), bus);
    case 'redrive': {
      const done = await redrive(bus, chosen(letters, order.sequences));
      return tell(`已重新投递 ${done.events} 个事件，取走它们的死信 ${done.letters} 条。已经处理过这些事件的消费者会自动跳过。`);
    }
    case 'drop':
      return tell(`已丢弃 ${await drop(bus, chosen(letters, order.sequences))} 条死信，不能恢复。`);
  }
}

function chosen(letters: readonly DeadLetter[], sequences: readonly number[] | 'all'): readonly DeadLetter[] {
  return sequences === 'all' ? letters : sequences.map((sequence) => named(letters, sequence));
}

function named(letters: readonly DeadLetter[], sequence: number): DeadLetter {
  const letter = letters.find((candidate) => candidate.sequence === sequence);
  if (!letter) throw new Fault(`没有序号为 ${sequence} 的死信：请用 list 查看现有序号`, 'no such dead letter');
  return letter;
}

function list(letters: readonly DeadLetter[]): void {
  if (letters.length === 0) return tell('没有死信。');
  const rows = letters.map(({ sequence, diedAt, durable, subject, kind, deliveries, reason }) => [String(sequence), diedAt, durable, subject, kind, String(deliveries), reason]);
  for (let from = 0; from < rows.length; from += PAGE)
    tell(alignedTable([{ title: '序号', align: 'right' }, '时间', '消费者', '主题', '种类', { title: '投递次数', align: 'right' }, '原因'], rows.slice(from, from + PAGE)));
  tell(`共 ${letters.length} 条死信，涉及 ${new Set(letters.map(({ event }) => event)).size} 个事件；重新投递时每个事件只发一次。`);
}

async function show(letter: DeadLetter, bus: Bus): Promise<void> {
  const payload = await payloadOf(bus, letter.sequence);
  process.stderr.write('注意：下面会显示事件内容，请勿转发或粘贴到工单、聊天中。\n');
  tell(JSON.stringify(letter, null, 2));
  tell(payload ?? '（刚刚已被取走 / taken away just now）');
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
