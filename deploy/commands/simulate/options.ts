import { parseArgs } from 'node:util';
import { UsageFault } from '../usage-fault.ts';

export const USAGE = `用法：npm run simulate -- [选项]
  --months <1-24>      模拟几个月，默认 12
  --from <YYYY-MM>     从哪个月开始，默认 2025-01
  --per-day <1-400>    平均每天多少件，默认 40
  --seed <文字>        种子：相同的种子得到相同的一年，默认 yuanmou
  --out <目录>         通报、考核结果和核对报告写到这里，默认 .hotline/simulation
  --profile <文件>     到达分布（JSON），默认 deploy/demo/arrival-profile.json
  --running            用已经以模拟时钟启动的平台（HOTLINE_CLOCK=… npm start），而不另起一套`;

export interface SimulateOptions {
  readonly months: number;
  /** First month, `YYYY-MM`. */
  readonly from: string;
  readonly perDay: number;
  readonly seed: string;
  readonly out: string | undefined;
  readonly profile: string | undefined;
  readonly running: boolean;
  readonly help: boolean;
}

/** Reads the arguments; a usage fault says what is wrong. */
export function simulateOptions(args: string[]): SimulateOptions {
  const { values } = parsed(args);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(values.from)) throw wrong(`--from 应为 YYYY-MM，现为 ${values.from}`);
  return {
    months: whole('--months', values.months, 24),
    from: values.from,
    perDay: whole('--per-day', values['per-day'], 400),
    seed: values.seed,
    out: values.out,
    profile: values.profile,
    running: values.running,
    help: values.help,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        months: { type: 'string', default: '12' },
        from: { type: 'string', default: '2025-01' },
        'per-day': { type: 'string', default: '40' },
        seed: { type: 'string', default: 'yuanmou' },
        out: { type: 'string' },
        profile: { type: 'string' },
        running: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw wrong('有不认识或不完整的选项');
  }
}

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw wrong(`${name} 应为 1 到 ${most} 之间的整数，现为 ${text}`);
}

function wrong(what: string): UsageFault {
  return new UsageFault(`${what}。\n${USAGE}\n`, 'usage');
}
