import { constants } from 'node:os';
import cliProgress from 'cli-progress';

const LINE_EVERY_MS = 5_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Shows how far a long import is; always on stderr, so that the report on stdout stays whole. */
export interface Progress {
  /** `rows` handled so far, `bytes` of the file behind them. */
  update(rows: number, bytes: number): void;
  stop(): void;
}

/** Shows nothing. */
export const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on a terminal from the first rows on, else a plain line every five seconds. */
export function progressOf(totalBytes: number, stream: NodeJS.WriteStream, now: () => number = () => performance.now()): Progress {
  return stream.isTTY ? bar(totalBytes, stream, now) : lines(totalBytes, stream, now);
}

/** Rows a second and time left in words, e.g. `412 行/秒，剩余 1 分 20 秒`; unknown at the very beginning. */
export function paceOf(rows: number, share: number, elapsedMs: number): { readonly rate: string; readonly left: string } {
  const seconds = elapsedMs / 1_000;
  const rate = seconds > 0 ? Math.round(rows / seconds) : 0;
  if (share <= 0 || seconds <= 0) return { rate: `${rate} 行/秒`, left: '未知' };
  const left = Math.max(0, Math.round((seconds * (1 - share)) / share));
  return { rate: `${rate} 行/秒`, left: left >= 60 ? `${Math.floor(left / 60)} 分 ${left % 60} 秒` : `${left} 秒` };
}

function bar(totalBytes: number, stream: NodeJS.WriteStream, now: () => number): Progress {
  const shown = new cliProgress.SingleBar(
    { format: '{bar} {percentage}% │ {rows} 行 │ {rate} │ 剩余 {left}', stream, hideCursor: true, clearOnComplete: false, gracefulExit: false, barsize: 28 },
    cliProgress.Presets.shades_classic,
  );
  const began = now();
  const pace = (rows: number, bytes: number) => ({ rows, ...paceOf(rows, bytes / totalBytes, now() - began) });
  const leave = (signal: NodeJS.Signals): never => {
    shown.stop(); // gives the cursor back
    stream.write('已中断。已经导入的不会丢失，重新运行同一条命令即可继续。\n');
    process.exit(128 + constants.signals[signal]);
  };
  return {
    update: (rows, bytes) => {
      if (shown.isActive) return shown.update(Math.min(bytes, totalBytes), pace(rows, bytes));
      for (const signal of SIGNALS) process.once(signal, leave);
      shown.start(totalBytes, Math.min(bytes, totalBytes), pace(rows, bytes));
    },
    stop: () => {
      shown.stop();
      for (const signal of SIGNALS) process.off(signal, leave);
    },
  };
}

function lines(totalBytes: number, stream: NodeJS.WritableStream, now: () => number): Progress {
  const began = now();
  let last = began;
  return {
    update: (rows, bytes) => {
      if (now() - last < LINE_EVERY_MS) return;
      last = now();
      const { rate, left } = paceOf(rows, bytes / totalBytes, last - began);
      stream.write(`已处理 ${rows} 行（${Math.floor((100 * bytes) / totalBytes)}%），${rate}，剩余 ${left}\n`);
    },
    stop: () => undefined,
  };
}
