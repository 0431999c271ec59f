import type { Role } from '../../local/demo-accounts.ts';
import type { County } from './county-day.ts';
import { DispatchLife } from './dispatch-life.ts';
import type { TicketPlan } from './ticket-plan.ts';

/** One ticket from the call to the closed file, each step taken by the person whose business it is. */
export class TicketLife {
  id = '';
  number = '';
  /** How many dispatches there have been; the next is one more. */
  dispatches = 0;

  readonly plan: TicketPlan;
  readonly county: County;

  constructor(plan: TicketPlan, county: County) {
    this.plan = plan;
    this.county = county;
  }

  /** What the operator, or the prefecture, sends when the call or the letter is taken down. */
  registration(): { readonly by: Role; readonly body: object } {
    const { plan } = this;
    const fromAbove = plan.channel === 'prefecture';
    const body = {
      channel: plan.channel,
      petitionerKind: plan.petitionerKind,
      category: plan.category,
      subject: plan.subject,
      townCode: plan.town,
      title: plan.title,
      text: plan.text,
      receivedAt: new Date(plan.receivedAt).toISOString(),
      source: 'simulation',
      externalId: `S${String(plan.index).padStart(6, '0')}`,
      petitioner: plan.petitioner,
      ...(fromAbove && { prefectureNumber: `CX-${plan.index}` }),
    };
    return { by: fromAbove ? 'prefecture' : 'operator', body };
  }

  /** The next step is taken in the session after. */
  registered({ id, number }: { readonly id: string; readonly number: string }): void {
    this.id = id;
    this.number = number;
    this.county.agenda.next(() => this.#screen());
  }

  post<T>(by: Role, service: 'intake' | 'routing' | 'sla', step: string, body?: object, unit?: string): Promise<T> {
    return this.county.line.post<T>(by, `/${service}/v1/tickets/${this.id}/${step}`, body, unit);
  }

  /** The ticket goes to a unit; who is asked in vain says so and the county sends it on. */
  async dispatch(to: string, ruling = false): Promise<void> {
    const { assisting } = this.plan;
    const others = assisting.filter((unit) => unit !== to);
    await this.post('dispatcher', 'routing', 'dispatch', { mode: others.length > 0 ? 'joint' : 'transfer', lead: to, assisting: others, ...(ruling && { ruling }) });
    this.begin(to, others);
  }

  /** A dispatch that is there, because the county sent it or because a rework brought it about. */
  begin(lead: string, assisting: readonly string[]): void {
    this.dispatches++;
    new DispatchLife(this, this.dispatches, lead, assisting).begin();
  }

  async #screen(): Promise<void> {
    const { plan, county } = this;
    if (plan.escalated) await this.#escalate();
    if (plan.fate === 'declined') {
      await this.#decline();
      return;
    }
    await this.post('operator', 'intake', 'acceptance', { scopeCode: plan.category === 'consultation' ? 'policy-enquiry' : 'matter-to-solve' });
    if (plan.fate === 'answered') await this.post('operator', 'intake', 'answer', { answer: '已按现行政策当场答复。' });
    else if (plan.fate === 'declined-late' && plan.wrongUnit === undefined) county.agenda.after(0, () => this.#decline());
    else if (plan.fate === 'returned-upstream') county.agenda.after(0, () => this.#returnUpstream());
    else county.agenda.after(0, () => this.dispatch(plan.wrongUnit ?? plan.unit));
  }

  /** At once, or when it turns out after the acceptance, or after it came back from a unit, to be a matter for the court. */
  async #decline(): Promise<void> {
    await this.post('operator', 'intake', 'decline', { ground: 'civil-dispute-or-legal-procedure', turnTo: '人民法院' });
  }

  /** What came back from the wrong unit goes to the right one, or is no matter of the county's at all. */
  async again(): Promise<void> {
    await (this.plan.fate === 'declined-late' ? this.#decline() : this.dispatch(this.plan.unit));
  }

  async #escalate(): Promise<void> {
    const { escalationId } = await this.post<{ escalationId: string }>('operator', 'intake', 'escalations', { kind: 'urgent', recipients: ['县政府应急办'] });
    this.county.agenda.next(() => this.post('supervisor', 'intake', `escalations/${escalationId}/acknowledgement`, { by: '县政府应急办值班室' }));
  }

  async #returnUpstream(): Promise<void> {
    const { county, plan } = this;
    await this.post('dispatcher', 'routing', 'upstream-return', { reason: '所反映事项不属于本县管辖。' });
    county.agenda.after(0, async () => {
      const accepted = county.chance.is(0.7, 'takes-back', plan.index);
      await this.post('prefecture', 'routing', 'upstream-return/decision', { accepted });
      if (!accepted) county.agenda.after(0, () => this.dispatch(plan.unit));
    });
  }
}
