/**
 * `npm run dead-letters -- list | show <seq> | redrive <seq…|--all>`: looks at the events that a consumer could not handle
 * and sends them again once the cause is mended. Payloads are printed by `show` only.
 */
import { parseArgs } from 'node:util';
import { Bus } from '@hotline/messaging/bus';
import { type DeadLetter, listDeadLetters, redrive } from '@hotline/messaging/dead-letters';
import { Fault } from '../local/fault.mjs';
import { county, natsUrl } from './local-stack.ts';
import { endWith, UsageFault } from './usage-fault.ts';
import { alignedTable } from './aligned-table.ts';

const PATIENCE_MS = 5_000;
const usage = '用法：npm run dead-letters -- list | show <序号> | redrive <序号…> | redrive --all';

/** What the person asked for. */
type Order = { readonly verb: 'list' } | { readonly verb: 'show'; readonly sequence: number } | { readonly verb: 'redrive'; readonly sequences: readonly number[] | 'all' };

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
  const wrong = new UsageFault(usage, 'list | show <seq> | redrive <seq…|--all>');
  const { values, positionals } = parsed(args, wrong);
  const [verb, ...words] = positionals;
  const sequences = words.map(Number);
  if (!sequences.every((sequence) => Number.isSafeInteger(sequence) && sequence > 0)) throw wrong;
  const [first] = sequences;
  if (verb === 'redrive' && values.all !== sequences.length > 0) return { verb, sequences: values.all ? 'all' : sequences };
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
    setTimeout(() => reject(new UsageFault(`连接不上 NATS（${natsUrl()}）：请确认它已启动`, 'NATS does not answer')), PATIENCE_MS).unref();
  });
  await Promise.race([bus.connection(), tooLate]);
}

async function obey(order: Order, bus: Bus): Promise<void> {
  switch (order.verb) {
    case 'list':
      return list(await listDeadLetters(bus));
    case 'show':
      return show(named(await listDeadLetters(bus), order.sequence));
    case 'redrive': {
      const letters = await listDeadLetters(bus);
      const chosen = order.sequences === 'all' ? letters : order.sequences.map((sequence) => named(letters, sequence));
      tell(`已重新投递 ${await redrive(bus, chosen)} 条。已经处理过这些事件的消费者会自动跳过。`);
    }
  }
}

function named(letters: readonly DeadLetter[], sequence: number): DeadLetter {
  const letter = letters.find((candidate) => candidate.sequence === sequence);
  if (!letter) throw new Fault(`没有序号为 ${sequence} 的死信：请用 list 查看现有序号`, 'no such dead letter');
  return letter;
}

function list(letters: readonly DeadLetter[]): void {
  if (letters.length === 0) return tell('没有死信。');
  const rows = letters.map(({ sequence, diedAt, durable, subject, kind, deliveries, reason }) => [String(sequence), diedAt, durable, subject, kind, String(deliveries), reason]);
  tell(alignedTable([{ title: '序号', align: 'right' }, '时间', '消费者', '主题', '种类', { title: '投递次数', align: 'right' }, '原因'], rows));
}

function show(letter: DeadLetter): void {
  const { payload, ...about } = letter;
  process.stderr.write('注意：下面会显示事件内容，请勿转发或粘贴到工单、聊天中。\n');
  tell(JSON.stringify(about, null, 2));
  tell(payload);
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
