import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Accepts every connection, reads what comes, answers `head` at most and then nothing. */
export class SilentServer {
  readonly connections = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    head: string,
  ) {
    server.on('connection', (socket) => {
      this.connections.add(socket.on('error', () => undefined));
      socket.on('data', () => void (head !== '' && socket.write(head)));
    });
  }

  static async start(head = ''): Promise<SilentServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SilentServer(server, head);
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.connections) socket.destroy();
    await closed;
  }
}
