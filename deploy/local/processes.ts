import { readFileSync, readlinkSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** Clock ticks from the machine's boot to the process's start; 0 where the system does not tell. */
  readonly startedTick: number;
}

export function markOf(pid: number): ProcessMark {
  return { pid, startedTick: startedTick(pid) };
}

/** Whether exactly this process is still running; a zombie is not. */
export function isAlive(mark: ProcessMark): boolean {
  return signalReaches(mark.pid) && startedTick(mark.pid) === mark.startedTick && stateOf(mark.pid) !== 'Z';
}

/** The directory in which a process works; undefined when it is gone or not ours to look at. */
export function workingDirectoryOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Ends a process that nobody is parent of any more: asks, and insists after `graceMs`. */
export async function endStray(mark: ProcessMark, signal: 'SIGTERM' | 'SIGINT', graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  for (let next: NodeJS.Signals | 0 = signal; isAlive(mark); next = Date.now() > deadline ? 'SIGKILL' : 0) {
    if (next) process.kill(mark.pid, next);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startedTick(pid: number): number {
  return Number(statFields(pid)[19] ?? 0);
}

function stateOf(pid: number): string | undefined {
  return statFields(pid)[0];
}

/** Fields of /proc/<pid>/stat from the state on; the command before it may hold spaces and brackets. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
