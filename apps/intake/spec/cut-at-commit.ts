import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The way to a real database that breaks at the COMMIT of the first transaction that says `words`: before it arrives, or after it was done and before that is known. */
export class CutAtCommit {
  #over = false;
  readonly #sides = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly database: URL,
    private readonly words: string,
    private readonly when: 'before' | 'after',
  ) {
    server.on('connection', (client) => this.#join(client));
  }

  static async start(databaseUrl: string, words: string, when: 'before' | 'after'): Promise<CutAtCommit> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new CutAtCommit(server, new URL(databaseUrl), words, when);
  }

  /** The database by this way. */
  get url(): string {
    const url = new URL(this.database);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** True once it broke. */
  get broken(): boolean {
    return this.#over;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const side of this.#sides) side.destroy();
    await closed;
  }

  #join(client: Socket): void {
    const database = connect({ host: this.database.hostname, port: Number(this.database.port) });
    const cut = (): void => void [client, database].map((side) => side.destroy());
    for (const side of [client, database]) this.#sides.add(side.on('error', cut).on('close', cut));
    let said = false;
    let committing = false;
    client.on('data', (bytes) => {
      said ||= bytes.includes(this.words);
      committing = said && !this.#over && /\bcommit\b/i.test(bytes.toString('latin1'));
      this.#over ||= committing;
      if (committing && this.when === 'before') cut();
      else database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (committing) cut();
      else client.write(bytes);
    });
  }
}
