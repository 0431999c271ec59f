import { randomUUIDv7 as newId } from 'node:crypto';
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import { AckPolicy, DiscardPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, nanos, type NatsConnection } from '@nats-io/transport-node';
import { freePort, natsUrl, testCounty } from '@hotline/testing';

/** The bus of one county as a service of it fills it, with the durable of a subscriber named `statistics`, behind a door that can be shut. */
export class CountyBus {
  private constructor(
    readonly county: string,
    private readonly connection: NatsConnection,
    private readonly port: number,
  ) {}

  readonly #sockets = new Set<Socket>();
  #door: Server | undefined;

  static async open(): Promise<CountyBus> {
    const bus = new CountyBus(testCounty(), await connect({ servers: natsUrl() }), await freePort());
    const manager = await jetstreamManager(bus.connection);
    await manager.streams.add({ name: `HOTLINE_${bus.county}`, subjects: [`hotline.${bus.county}.>`], discard: DiscardPolicy.New, max_bytes: 4 * 1_048_576 });
    const filters = ['ticket.signed.v1', 'ticket.unheard-of.v9'].map((event) => `hotline.${bus.county}.${event}`);
    await manager.consumers.add(`HOTLINE_${bus.county}`, { durable_name: 'statistics', ack_policy: AckPolicy.Explicit, ack_wait: nanos(10_000), filter_subjects: filters });
    await bus.openDoor();
    return bus;
  }

  /** How long the server waits for an acknowledgement. */
  async wait(ackWaitMs: number): Promise<void> {
    await (await jetstreamManager(this.connection)).consumers.update(`HOTLINE_${this.county}`, 'statistics', { ack_wait: nanos(ackWaitMs) });
  }

  /** How the subscriber connects; here is but one account. */
  get address(): { readonly url: string; readonly county: string; readonly apiPrefix: string } {
    return { url: `nats://statistics:secret@127.0.0.1:${this.port}`, county: this.county, apiPrefix: '$JS.API' };
  }

  /** Tells that a unit signed; answers the id of the event. */
  async signed(unit: string, version = 1, id: string = newId()): Promise<string> {
    const data = { ticketId: newId(), dispatchNo: 1, unit, signedAt: '2018-09-21T06:00:00.000Z' };
    const head = { specversion: '1.0', id, source: `/hotline/${this.county}/routing`, subject: data.ticketId, time: data.signedAt, datacontenttype: 'application/json', version };
    await this.publish('ticket.signed.v1', JSON.stringify({ ...head, type: 'hotline.ticket.signed.v1', data }));
    return id;
  }

  async publish(event: string, text: string): Promise<void> {
    await jetstream(this.connection).publish(`hotline.${this.county}.${event}`, text);
  }

  async consumers(): Promise<string[]> {
    const manager = await jetstreamManager(this.connection);
    const names: string[] = [];
    for await (const { name } of manager.consumers.list(`HOTLINE_${this.county}`)) names.push(name);
    return names;
  }

  async unacknowledged(): Promise<number> {
    const info = await (await jetstreamManager(this.connection)).consumers.info(`HOTLINE_${this.county}`, 'statistics');
    return info.num_pending + info.num_ack_pending;
  }

  async openDoor(): Promise<void> {
    const real = new URL(natsUrl());
    const door = createServer((socket) => {
      const through = connectSocket({ host: real.hostname, port: Number(real.port) });
      for (const side of [socket, through]) {
        this.#sockets.add(side);
        side.on('error', () => undefined).on('close', () => this.#sockets.delete(side));
      }
      socket.pipe(through).pipe(socket);
    });
    await new Promise<void>((resolve) => door.listen(this.port, '127.0.0.1', resolve));
    this.#door = door;
  }

  /** Whoever is connected is thrown out, and nobody comes in. */
  async shutDoor(): Promise<void> {
    const closed = new Promise<void>((resolve) => (this.#door ? this.#door.close(() => resolve()) : resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#door = undefined;
  }

  async close(): Promise<void> {
    if (this.#door) await this.shutDoor();
    await this.connection.close();
  }
}
