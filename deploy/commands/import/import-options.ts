import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageFault } from '../usage-fault.ts';
import { type Encoding, ENCODINGS } from './file-bytes.ts';

export const USAGE = `用法：npm run import -- <文件.csv|.jsonl|.xlsx> [选项]
  --dry-run            只检查，不导入：逐行报告问题
  --mapping <文件>     列名不是规定的列时，用映射文件说明（见 deploy/mappings）
  --source <名称>      来源系统，用于没有 source 的行
  --unit <代码或名称>  承办单位，用于没有 unit 的行
  --rejects <文件>     不能导入的行写到这里，默认为 <文件>.rejected.jsonl
  --encoding <编码>    utf-8（默认）或 gb18030（Excel 存的 GBK 文件）`;

export interface ImportOptions {
  readonly file: string;
  readonly mapping: string | undefined;
  readonly dryRun: boolean;
  /** What fills an empty cell after the mapping. */
  readonly fill: { readonly source?: string; readonly unit?: string };
  readonly rejects: string;
  readonly encoding: Encoding;
}

/** Reads the arguments; paths count from the directory in which npm was called. A usage fault says what is wrong. */
export function importOptions(args: string[], directory: string): ImportOptions {
  const { values, positionals } = parsed(args);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw wrong('请给出一个文件');
  const encoding = ENCODINGS.find((known) => known === values.encoding);
  if (!encoding) throw wrong(`不支持的编码 ${values.encoding}`);
  return {
    file: resolve(directory, file),
    mapping: values.mapping === undefined ? undefined : resolve(directory, values.mapping),
    dryRun: values['dry-run'],
    fill: { ...(values.source ? { source: values.source } : {}), ...(values.unit ? { unit: values.unit } : {}) },
    rejects: resolve(directory, values.rejects ?? `${file}.rejected.jsonl`),
    encoding,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        mapping: { type: 'string' },
        source: { type: 'string' },
        unit: { type: 'string' },
        rejects: { type: 'string' },
        encoding: { type: 'string', default: 'utf-8' },
      },
    });
  } catch {
    throw wrong('有不认识或不完整的选项');
  }
}

function wrong(what: string): UsageFault {
  return new UsageFault(`${what}。\n${USAGE}\n`, 'usage');
}
