import { handlingPlan, type HandlingPlan } from './ticket-plan.ts';
import type { TicketLife } from './ticket-life.ts';

/** One dispatch from signing to the registered paper, or back to the county. */
export class DispatchLife {
  readonly #plan: HandlingPlan;

  private readonly ticket: TicketLife;
  private readonly dispatchNo: number;
  private readonly lead: string;
  private readonly assisting: readonly string[];

  constructor(ticket: TicketLife, dispatchNo: number, lead: string, assisting: readonly string[]) {
    this.ticket = ticket;
    this.dispatchNo = dispatchNo;
    this.lead = lead;
    this.assisting = assisting;
    const { county, plan } = ticket;
    const { resolve, extensionCap } = county.limits[plan.category];
    this.#plan = handlingPlan(plan.index, dispatchNo, lead, { limit: resolve, cap: extensionCap }, county.chance);
  }

  begin(): void {
    const { agenda } = this.ticket.county;
    const isOwn = this.ticket.plan.wrongUnit !== this.lead;
    if (!isOwn && this.ticket.plan.recalled) agenda.after(5, () => this.#recall());
    else if (!isOwn || (this.#plan.evades && this.dispatchNo === 1)) agenda.after(0, () => this.#giveBack(isOwn));
    else this.#handle(this.#plan.sign);
  }

  /** "Not ours": true, and the county sends it to whom it belongs, or an excuse, and it stays. */
  async #giveBack(excuse: boolean): Promise<void> {
    const { ticket, lead } = this;
    const { plan, county } = ticket;
    const suggestedUnit = excuse ? 'YM-ZFB' : plan.unit;
    await this.#step('sign');
    await this.#step('return', { reason: '所反映事项不属于本单位职责。', suggestedUnit });
    county.agenda.after(0, async () => {
      await ticket.post('dispatcher', 'routing', 'return/decision', excuse ? { unit: lead, accepted: false, reason: '经核对职责清单，该事项由贵单位承办。' } : { unit: lead, accepted: true });
      if (excuse) this.#handle(0, true);
      else county.agenda.after(0, () => ticket.again());
    });
  }

  /** The unit did nothing about what is not its own, and its time to return it is over. */
  async #recall(): Promise<void> {
    const { ticket } = this;
    await ticket.post('dispatcher', 'routing', 'recall', { reason: '派单有误，该事项不属于所派单位职责。' });
    ticket.county.agenda.after(0, () => ticket.again());
  }

  #handle(sign: number, signed = false): void {
    const { agenda } = this.ticket.county;
    const { contact, callsFirst, result, extension } = this.#plan;
    const { resolve } = this.ticket.county.limits[this.ticket.plan.category];
    if (!signed) agenda.after(sign, () => this.#step('sign'));
    const called = Math.max(sign + 1, contact);
    if (this.ticket.plan.petitioner.contact !== undefined) {
      if (callsFirst > 0) agenda.after(called, () => this.#step('contacts', { way: 'phone', reached: false, note: '无人接听' }));
      agenda.after(called + callsFirst, () => this.#step('contacts', { way: 'phone', reached: true }));
    }
    if (extension > 0) agenda.after(resolve * 2 - 4, () => this.#askExtension(extension));
    const answered = Math.max(called + callsFirst + 2, result);
    this.assisting.forEach((unit, nth) => {
      if (!this.#plan.assistingSilent) agenda.after(Math.max(sign + 1, Math.floor(answered / 2)) - (nth % 2), () => this.#step('opinion', { text: '同意主办单位意见。' }, unit));
    });
    agenda.after(answered, () => this.#enterResult());
  }

  async #enterResult(): Promise<void> {
    const { resultCode, approval, assistingSilent } = this.#plan;
    const silent = assistingSilent && this.assisting.length > 0 ? { missingOpinions: this.assisting } : {};
    await this.#step('result', { resultCode, text: '已到现场核实并处理，结果已告知来电人。', ...this.#evidenceFor(resultCode), ...silent });
    this.ticket.county.agenda.after(approval - 1, () => this.#approve());
  }

  async #approve(): Promise<void> {
    const { ticket, lead } = this;
    await ticket.post('leader', 'routing', 'approval', { sealNumber: `${lead}-${ticket.plan.index}-${this.dispatchNo}` }, lead);
    ticket.county.agenda.after(this.#plan.paper, () => ticket.post('dispatcher', 'routing', 'paper'));
  }

  /** The county agrees, and where the prefecture has a word too, it has the last one. */
  async #askExtension(workingDays: number): Promise<void> {
    const { ticket, lead } = this;
    const { county, plan } = ticket;
    const { id } = await ticket.post<{ id: string }>('unit', 'sla', 'extensions', { workingDays, reason: '需会同有关单位现场勘察。' }, lead);
    const above = [...(plan.category === 'consultation' ? ['consultation'] : []), ...(plan.channel === 'prefecture' ? ['prefecture-transfer'] : [])];
    const granted = county.chance.is(0.85, 'grants', plan.index, this.dispatchNo);
    const decide = (by: 'dispatcher' | 'prefecture') => county.line.post(by, `/sla/v1/extensions/${id}/${granted ? 'grant' : 'refuse'}`, granted ? undefined : { reason: '所述理由不影响按期办结。' });
    county.agenda.after(0, async () => {
      if (!above.some((reason) => county.prefectureReviews.includes(reason))) return void (await decide('dispatcher'));
      await county.line.post('dispatcher', `/sla/v1/extensions/${id}/forward`);
      county.agenda.after(0, async () => void (await decide('prefecture')));
    });
  }

  #evidenceFor(resultCode: HandlingPlan['resultCode']): object {
    if (resultCode === 'beyond-policy-explained') return { explanationRecord: '已当面说明政策规定。' };
    if (resultCode !== 'conditions-not-ready') return {};
    const reviewDate = new Date(this.ticket.plan.receivedAt + 180 * 86_400_000).toISOString().slice(0, 10);
    return { plan: '已列入下一年度计划。', reviewDate };
  }

  async #step(step: string, body?: object, unit = this.lead): Promise<void> {
    await this.ticket.post('unit', 'routing', step, body, unit);
  }
}
