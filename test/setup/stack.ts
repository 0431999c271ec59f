import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId, demoAccount, type Role } from '../../deploy/local/demo-accounts.ts';
import { Guardian } from '../../deploy/local/guardian.ts';
import { layoutFrom, type ComponentName, type Layout } from '../../deploy/local/layout.ts';
import { tailOf } from '../../deploy/local/log-file.ts';
import { isAlive, markOf } from '../../deploy/local/processes.ts';
import { readStack, type StackRecord } from '../../deploy/local/stack-file.ts';
import { requestToken } from '../../deploy/local/token.ts';
import { pinnedNode, root } from '../../deploy/local/workspace.mjs';
import { eventually } from '../../libs/testing/src/eventually.ts';
import { freePorts } from './free-ports.ts';

const START_WITHIN_MS = 180_000;

/**
 * The whole platform as `npm start` runs it, for one story: real processes from built code on free ports, its data in a
 * temporary directory. Gone after `dispose`, and also when jest is killed.
 */
export class StackUnderTest {
  readonly #child: ChildProcess;
  readonly #layout: Layout;
  readonly #directory: string;
  readonly #guardian: Guardian;
  readonly #tokens = new Map<string, Promise<string>>();
  #orders = 0;

  private constructor(child: ChildProcess, layout: Layout, directory: string, guardian: Guardian) {
    this.#child = child;
    this.#layout = layout;
    this.#directory = directory;
    this.#guardian = guardian;
  }

  /** Resolves when every part answers; throws with the stack's own words when it cannot. */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<StackUnderTest> {
    const directory = mkdtempSync(join(tmpdir(), 'hotline-story-'));
    chmodSync(directory, 0o755);
    const own = { HOTLINE_PORT: String(await freePorts(9)), HOTLINE_DATA: join(directory, 'data') };
    const guardian = new Guardian(directory);
    const output = openSync(join(directory, 'output.log'), 'a');
    const child = spawn(pinnedNode, ['--no-warnings', 'deploy/local/start.ts'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...environment, ...own },
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    });
    closeSync(output);
    guardian.watch(child, 'SIGTERM');
    const stack = new StackUnderTest(child, layoutFrom(own), directory, guardian);
    try {
      await stack.#answer((message) => message.ready === true, START_WITHIN_MS);
    } catch (error) {
      const output = stack.output();
      await stack.dispose();
      throw new Error(`the stack did not start:\n${output}`, { cause: error });
    }
    return stack;
  }

  /** Address of the gateway, without a slash at the end. */
  get url(): string {
    return this.record.url;
  }

  /** What `stack.json` says now: addresses, database, NATS, processes. */
  get record(): StackRecord {
    const record = readStack(this.#layout);
    if (!record) throw new Error('the stack has not written stack.json yet');
    return record;
  }

  /** Environment with which a command of the platform (`npm run import`, …) means this stack. */
  get environment(): Readonly<Record<string, string>> {
    return { HOTLINE_PORT: String(this.#layout.ports.gateway), HOTLINE_DATA: this.#layout.data };
  }

  /** What the supervisor has said so far. */
  output(): string {
    return tailOf(join(this.#directory, 'output.log'), 8_000);
  }

  /** The log of one part, at most its last 100,000 bytes. */
  logOf(part: ComponentName): string {
    return tailOf(join(this.#layout.logs, `${part}.log`), 100_000);
  }

  /** Access token of a demo account; `unit` for the roles that act for one. Asked for once, good for hours. */
  token(role: Role, unit?: string): Promise<string> {
    const account = demoAccount(accountId(role, unit));
    if (!account) throw new Error(`no demo account for ${role} ${unit ?? ''}`);
    const known = this.#tokens.get(account.id) ?? requestToken(this.record.issuer, account);
    this.#tokens.set(account.id, known);
    return known;
  }

  /** Process number of a part that runs now; changes when the supervisor has restarted it. */
  pidOf(part: ComponentName): number {
    const pid = this.record.parts[part]?.pid;
    if (pid === undefined) throw new Error(`${part} does not run now`);
    return pid;
  }

  /** SIGKILL, as a node that dies would do it; resolves when the process is gone. The supervisor brings the part back. */
  async kill(part: ComponentName): Promise<void> {
    const mark = markOf(this.pidOf(part));
    process.kill(mark.pid, 'SIGKILL');
    await eventually(() => {
      if (isAlive(mark)) throw new Error(`${part} is still alive after SIGKILL`);
    });
  }

  /** Resolves when the part runs under another process number than `formerPid` and answers. */
  async restarted(part: ComponentName, formerPid: number, within = 60_000): Promise<void> {
    const path = part === 'gateway' ? '/health' : `/${part}/health/ready`;
    await eventually(
      async () => {
        if (this.pidOf(part) === formerPid) throw new Error(`${part} has not been restarted yet`);
        const response = await fetch(`${this.url}${path}`);
        if (!response.ok) throw new Error(`${part} answers ${response.status}`);
      },
      { within, every: 50 },
    );
  }

  /** Ends a part in good order and leaves it so until `startPart`. */
  stopPart(part: ComponentName): Promise<void> {
    return this.#order({ stop: part });
  }

  /** Resolves when the part answers again. */
  startPart(part: ComponentName): Promise<void> {
    return this.#order({ start: part });
  }

  stopNats(): Promise<void> {
    return this.stopPart('nats');
  }

  startNats(): Promise<void> {
    return this.startPart('nats');
  }

  /** Stops everything and removes the data. */
  async dispose(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#child.once('exit', () => resolve()));
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGTERM');
      await ended;
    }
    this.#guardian.release();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #order(order: { stop: ComponentName } | { start: ComponentName }): Promise<void> {
    const id = ++this.#orders;
    const answer = this.#answer((message) => message.done === id, START_WITHIN_MS);
    this.#child.send({ id, ...order });
    const { error } = await answer;
    if (error) throw new Error(error);
  }

  #answer(isMine: (message: Message) => boolean, withinMs: number): Promise<Message> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(limit);
        this.#child.off('message', listen);
        this.#child.off('exit', ended);
        act();
      };
      const listen = (message: unknown): void => {
        if (isMine(message as Message)) settle(() => resolve(message as Message));
      };
      const ended = (): void => settle(() => reject(new Error('the stack has ended')));
      const limit = setTimeout(() => settle(() => reject(new Error(`no answer within ${withinMs} ms`))), withinMs);
      this.#child.on('message', listen);
      this.#child.once('exit', ended);
    });
  }
}

/** What the supervisor tells whoever started it. */
interface Message {
  readonly ready?: boolean;
  readonly done?: number;
  readonly error?: string;
}
