import { parseArgs } from 'node:util';
import { UsageFault } from './usage-fault.ts';

export const USAGE = `用法：npm run demo [-- 选项]
导入随附的 60 件演示工单（来源 yuanmou-demo），并显示各单位办理情况。可以重复运行。
  --yes   平台上已有其他来源的工单时也导入：演示工单会计入统计，且不能删除
  --help  显示这段说明`;

export interface DemoOptions {
  readonly help: boolean;
  /** True when the sample may come in beside a county's own tickets. */
  readonly yes: boolean;
}

/** Reads the arguments; a usage fault says what is wrong, before anything happened. */
export function demoOptions(args: string[]): DemoOptions {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean', short: 'h', default: false }, yes: { type: 'boolean', short: 'y', default: false } } }).values;
  } catch {
    throw new UsageFault(`有不认识的选项。\n${USAGE}\n`, 'usage');
  }
}
