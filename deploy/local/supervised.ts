import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { sizeOf, tailOf } from './log-file.ts';
import { hasEnded, launch, stopChild, type Server } from './server-process.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 15_000;
/** A part that ran this long has recovered: the next end counts as the first again. */
const STEADY_MS = 30_000;
/** Ends in a row before the first readiness after which starting it is given up. */
const ATTEMPTS_TO_BOOT = 3;
/** Looks in a row at which it did not turn before it is taken for hung. */
const LOOKS_UNTIL_HUNG = 3;

/** EX_CONFIG: its settings are wrong, and it has said so. */
export const MISCONFIGURED = 78;

/** A part that ended because of its settings, with the lines in which it said what is wrong with them. */
export class Misconfigured extends Error {}

/** What a supervised part tells of itself. */
export interface Watcher {
  /** It runs, under a new process number. */
  spawned(name: string, child: ChildProcess): void;
  /** It ended by itself and comes back after `delayMs`. */
  died(name: string, how: string, delayMs: number): void;
  /** It answers again after it had died. */
  recovered(name: string): void;
}

/** Keeps one server running: started again with growing pauses whenever it ends by itself, as a cluster would do it. */
export class Supervised {
  readonly server: Server;
  readonly #watcher: Watcher;
  #child: ChildProcess | undefined;
  #wanted = false;
  #endsInARow = 0;
  #hasBeenReady = false;
  #defect: Error | undefined;
  #looksWithoutLife = 0;

  constructor(server: Server, watcher: Watcher) {
    this.server = server;
    this.#watcher = watcher;
  }

  get name(): string {
    return this.server.name;
  }

  /** Resolves when it is ready; throws when it ends three times before it ever was, or once for its settings ({@link Misconfigured}), or takes too long. */
  async start(): Promise<void> {
    this.#wanted = true;
    this.#spawn();
    const deadline = Date.now() + this.server.readyWithinMs;
    while (this.#wanted && !(this.#isRunning() && (await this.server.isReady()))) {
      if (this.#defect) throw this.#defect;
      if (Date.now() > deadline) throw new Error(`${this.name}: no answer within ${this.server.readyWithinMs / 1_000} s`);
      await pause(25);
    }
    this.#hasBeenReady = true;
  }

  /** Ends it and leaves it so until the next `start`. */
  async stop(): Promise<void> {
    this.#wanted = false;
    if (this.#child) await stopChild(this.#child, this.server);
  }

  /** One look at whether it still turns; the third in vain kills it, and it comes back like one that ended by itself. */
  async look(): Promise<void> {
    const { isLive } = this.server;
    const child = this.#child;
    if (!isLive || !this.#hasBeenReady || !this.#isRunning()) return;
    this.#looksWithoutLife = (await isLive()) || child !== this.#child ? 0 : this.#looksWithoutLife + 1;
    if (this.#looksWithoutLife < LOOKS_UNTIL_HUNG) return;
    this.#looksWithoutLife = 0;
    child?.kill('SIGKILL');
  }

  kill(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  #isRunning(): boolean {
    return this.#child !== undefined && !hasEnded(this.#child);
  }

  #spawn(): void {
    const startedAt = Date.now();
    const saidBefore = sizeOf(this.server.logFile);
    const child = launch(this.server);
    this.#child = child;
    child.once('error', (error) => (this.#defect = error));
    child.once('exit', (code, signal) => {
      if (code === MISCONFIGURED && this.#wanted && !this.#hasBeenReady) this.#defect = new Misconfigured(tailOf(this.server.logFile, sizeOf(this.server.logFile) - saidBefore));
      else void this.#bringBack(signal ?? `code ${code}`, Date.now() - startedAt);
    });
    this.#watcher.spawned(this.name, child);
  }

  async #bringBack(how: string, livedMs: number): Promise<void> {
    if (!this.#wanted) return;
    this.#endsInARow = livedMs > STEADY_MS ? 1 : this.#endsInARow + 1;
    if (!this.#hasBeenReady && this.#endsInARow >= ATTEMPTS_TO_BOOT) {
      this.#defect = new Error(`${this.name}: ${how}\n${tailOf(this.server.logFile)}`);
      return;
    }
    const delayMs = Math.min(FIRST_DELAY_MS * 3 ** (this.#endsInARow - 1), LONGEST_DELAY_MS);
    this.#watcher.died(this.name, how, delayMs);
    await pause(delayMs);
    if (!this.#wanted || this.#isRunning()) return;
    this.#spawn();
    if (this.#hasBeenReady) await this.#announceRecovery();
  }

  async #announceRecovery(): Promise<void> {
    const child = this.#child;
    while (this.#wanted && child === this.#child && this.#isRunning()) {
      if (await this.server.isReady()) return this.#watcher.recovered(this.name);
      await pause(50);
    }
  }
}
