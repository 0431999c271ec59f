import { setTimeout as pause } from 'node:timers/promises';
import type { Hotline } from './hotline.ts';
import type { CaseView, TicketView } from './views.ts';

/** A crowd's tickets that go through the whole line at the same time, by people who try again when the platform does not answer. */
export class CountyCrowd {
  /** Why commands had to be sent again. */
  readonly triedAgain: string[] = [];
  /** Ids of the tickets that have been filed. */
  readonly filed: string[] = [];

  /** `desks`: where steps of the handling are sent, in turns; by default all to the hotline's one address. */
  constructor(
    private readonly hotline: Hotline,
    private readonly unit: string,
    private readonly desks: readonly Hotline[] = [hotline],
  ) {}

  /** Lives so many tickets from registration to filing, at most `atOnce` at a time. */
  async live(tickets: number, atOnce: number): Promise<void> {
    await inParallel(tickets, atOnce, (index) => this.#liveOne(index));
  }

  async #register(index: number): Promise<string> {
    const matter = { channel: 'phone', petitionerKind: 'individual', category: 'help', title: `第${index + 1}盏路灯不亮`, text: '请尽快维修。', petitioner: { contact: `0878-82${String(index).padStart(5, '0')}` } };
    const { id } = await this.#insist<TicketView>('operator', '/intake/v1/tickets', matter);
    return id;
  }

  async #liveOne(index: number): Promise<void> {
    const id = await this.#register(index);
    await this.#insist('operator', `/intake/v1/tickets/${id}/acceptance`, { scopeCode: 'matter-to-solve' });
    await this.#untilRoutingKnows(id);
    const steps: readonly (readonly ['dispatcher' | 'unit' | 'leader', string, object?])[] = [
      ['dispatcher', 'dispatch', { mode: 'transfer', lead: this.unit }],
      ['unit', 'sign'],
      ['unit', 'contacts', { way: 'phone', reached: true }],
      ['unit', 'result', { resultCode: 'resolved', text: '已修复。' }],
      ['leader', 'approval', { sealNumber: `印${index + 1}` }],
      ['dispatcher', 'paper'],
    ];
    for (const [turn, [role, step, body]] of steps.entries()) {
      const desk = this.desks[(index + turn) % this.desks.length];
      await this.#insist<CaseView>(role, `/routing/v1/tickets/${id}/${step}`, body, desk);
    }
    this.filed.push(id);
  }

  #insist<Body>(role: 'operator' | 'dispatcher' | 'unit' | 'leader', path: string, body?: object, desk = this.hotline): Promise<Body> {
    const caller = role === 'unit' || role === 'leader' ? desk.as(role, this.unit) : desk.as(role);
    return caller.insist<Body>(path, body, (why) => this.triedAgain.push(why));
  }

  async #untilRoutingKnows(id: string): Promise<void> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const { status } = await this.hotline.as('dispatcher').send('GET', `/routing/v1/tickets/${id}`).catch(() => ({ status: 599 }));
      if (status === 200) return;
      if (performance.now() > deadline) throw new Error(`routing never heard of the accepted ticket ${id}`);
      await pause(100);
    }
  }
}

async function inParallel(count: number, width: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
