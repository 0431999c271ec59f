import { serviceNames } from '../../deploy/local/layout.ts';
import { dayOf } from '../../deploy/commands/simulate/wall-calendar.ts';
import { Quiet } from '../../deploy/commands/simulate/quiet.ts';
import { StoryStack } from '../setup/story-stack.ts';
import { Books } from './books.ts';
import type { County } from './county.ts';
import { recordUnit } from './directory.ts';
import { Hotline, type Caller } from './hotline.ts';
import { TicketTale } from './ticket-tale.ts';
import { eventsOf } from './whereabouts.ts';
import type { CaseView, ClockView, Items, VisitView } from './views.ts';

/** The units of the month; each chapter has its own, so that what one does badly is held against nobody else. */
export const UNITS = {
  water: ['YM-SWJ', '元谋县水务局'],
  roads: ['YM-JTYSJ', '元谋县交通运输局'],
  town: ['532328101', '元马镇'],
  housing: ['YM-ZJJ', '元谋县住建局'],
  farming: ['YM-NYNCJ', '元谋县农业农村局'],
  schools: ['YM-JYTYJ', '元谋县教育体育局'],
  lands: ['YM-ZRZYJ', '元谋县自然资源局'],
  health: ['YM-WSJKJ', '元谋县卫生健康局'],
  market: ['YM-SCJGJ', '元谋县市场监督管理局'],
} as const satisfies Record<string, readonly [string, string]>;
export type UnitName = keyof typeof UNITS;

export function codeOf(unit: UnitName): string {
  return UNITS[unit][0];
}

/** What must never leave intake, and there lie in no column in clear: by these every planted identity is known again. */
export const PETITIONER = { name: '令狐云帆', contact: '13987806628', idNumber: '532328198807126628' } as const;
/** What they said: for those who handle the ticket, and nowhere else. */
export const WORDS = { title: '凤凰大道南段井盖缺失两周', text: '凤凰大道南段农贸市场门口的井盖缺失两周，夜间已有两人跌伤，请尽快补装。' } as const;

/** One county living through a month on a clock that is moved by hand; everybody in it calls over HTTP. */
export class ClerkMonth {
  #now = 0;

  private constructor(
    readonly county: County,
    readonly stack: StoryStack,
    readonly hotline: Hotline,
    private readonly quiet: Quiet,
    readonly books: Books,
  ) {}

  /** A county with its units, at `YYYY-MM-DD HH:mm` in Shanghai. */
  static async begin(county: County, at: string): Promise<ClerkMonth> {
    const stack = await StoryStack.start({ ...county.environment, HOTLINE_CLOCK: momentOf(at) });
    try {
      const month = new ClerkMonth(county, stack, new Hotline(stack.url, stack.issuer), await Quiet.at(stack.natsUrl, stack.databaseUrl, stack.county), await Books.of(stack));
      month.#now = Date.parse(momentOf(at));
      for (const [code, name] of Object.values(UNITS)) await recordUnit(month.hotline, code, name);
      await month.rest();
      return month;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /** The moment that every service takes for the present. */
  get now(): number {
    return this.#now;
  }

  /** The date of it in Shanghai. */
  get today(): string {
    return dayOf(this.#now);
  }

  get pack(): County['pack'] {
    return this.county.pack;
  }

  async end(): Promise<void> {
    await this.quiet.close();
    await this.books.close();
    await this.stack.stop();
  }

  /** Moves every service's clock to `YYYY-MM-DD HH:mm` in Shanghai; what fell due until then is done, and told to everybody. */
  moveTo(at: string): Promise<void> {
    return this.#move(Date.parse(momentOf(at)));
  }

  moveBy(minutes: number): Promise<void> {
    return this.#move(this.#now + minutes * 60_000);
  }

  async #move(at: number): Promise<void> {
    const admin = this.hotline.as('admin');
    const now = new Date(at).toISOString();
    await this.rest();
    await Promise.all(serviceNames.map((service) => admin.put(`/${service}/local/clock`, { now })));
    this.#now = at;
    await this.rest();
  }

  /** Nothing is under way any more: whoever was to hear of something has heard it. */
  rest(): Promise<void> {
    return this.quiet.reached();
  }

  /** What the county's stream holds so far. */
  async events(): ReturnType<typeof eventsOf> {
    await this.rest();
    return eventsOf(this.stack);
  }

  unit(unit: UnitName): Caller {
    return this.hotline.as('unit', codeOf(unit));
  }

  leader(unit: UnitName): Caller {
    return this.hotline.as('leader', codeOf(unit));
  }

  /** A matter of the planted petitioner, dispatched to a unit. */
  async dispatched(unit: UnitName, fields: object = {}, how: object = {}): Promise<TicketTale> {
    const tale = await TicketTale.dispatched(this.hotline, codeOf(unit), { ...WORDS, petitioner: PETITIONER, ...fields }, how);
    await this.rest();
    return tale;
  }

  /** Handles a ticket to the closed file. */
  async handled(tale: TicketTale, unit: UnitName): Promise<void> {
    await tale.handle(codeOf(unit));
    await this.rest();
  }

  /** Clocks of a kind of a ticket, the oldest first. */
  async clocks(tale: TicketTale, kind: string, dispatchNo?: number): Promise<readonly ClockView[]> {
    await this.rest();
    return (await tale.clocks()).filter((clock) => clock.kind === kind && (dispatchNo === undefined || clock.dispatchNo === dispatchNo)).toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  }

  /** The same of a ticket that is known by its id alone. */
  clocksOf(ticketId: string, kind: string): Promise<readonly ClockView[]> {
    return this.clocks(TicketTale.of(this.hotline, ticketId), kind);
  }

  async theClock(tale: TicketTale, kind: string, dispatchNo?: number): Promise<ClockView> {
    const clocks = await this.clocks(tale, kind, dispatchNo);
    expect(clocks).toHaveLength(1);
    return clocks[0] as ClockView;
  }

  /** The days are counted one by one, without the code that the time service counts with. */
  expectDue(clock: ClockView, workingDays: number): void {
    expect(clock).toMatchObject(this.county.due(clock.startedAt, workingDays));
  }

  /** The petitioner of the newest closed dispatch is called, drawn for it or because the supervisor asks, and says this. */
  async visited(tale: TicketTale, dispatchNo: number, said: object): Promise<VisitView> {
    const supervisor = this.hotline.as('supervisor');
    const planned = async (): Promise<VisitView | undefined> => (await supervisor.get<Items<VisitView>>(`/supervision/v1/visits?ticketId=${tale.id}`)).items.find((visit) => visit.dispatchNo === dispatchNo);
    await this.rest();
    if (!(await planned())) await supervisor.post(`/supervision/v1/tickets/${tale.id}/visits`, undefined, { status: 201 });
    const visit = await planned();
    expect(visit?.status).toBe('planned');
    await supervisor.post(`/supervision/v1/visits/${visit?.visitId}/outcome`, { reached: true, ...said });
    await this.rest();
    return visit as VisitView;
  }

  /** The supervisor gets a paper or a workbook that is one: it has something in it, and begins as its kind does. */
  async expectPaper(path: string, magic: string): Promise<void> {
    const { status, bytes } = await this.hotline.as('supervisor').download(path);
    expect([path, status, bytes.subarray(0, magic.length).toString('latin1')]).toEqual([path, 200, magic]);
    expect(bytes.length).toBeGreaterThan(1_000);
  }

  /** Orders rework after a visit; answers the case in its new round. */
  async reworked(tale: TicketTale, visit: VisitView): Promise<CaseView> {
    await this.hotline.as('supervisor').post(`/supervision/v1/visits/${visit.visitId}/rework`, { reason: '群众反映问题仍未解决。' });
    await this.rest();
    return tale.waitFor('dispatched', visit.dispatchNo + 1);
  }
}

/** `2018-09-03 09:00` of Shanghai as the services read it. */
export function momentOf(at: string): string {
  return `${at.replace(' ', 'T')}:00+08:00`;
}

/** The same moment as the services write it. */
export function isoOf(at: string): string {
  return new Date(momentOf(at)).toISOString();
}
