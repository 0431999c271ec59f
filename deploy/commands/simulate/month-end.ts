import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { policy } from '@hotline/domain';
import type { County } from './county-day.ts';

/** Working half-days into the next month: by then visits of the last days are made, and units have had time to object. */
const DRAW_AT = 4;
const SIGN_AT = 12;

interface Period {
  readonly periodId: string;
  readonly hash?: string | null;
  readonly units?: readonly string[];
}

/** What the county does about a month that is over: completes the sample, issues the bulletin, scores the units, hears them, has both bodies sign (Art. 19, 21, 22). */
export class MonthEnd {
  readonly signed: { readonly period: string; readonly hash: string }[] = [];
  readonly #ids = new Map<string, string>();
  private readonly county: County;
  private readonly pack: policy.PolicyPack;
  private readonly out: string;

  constructor(county: County, pack: policy.PolicyPack, out: string) {
    this.county = county;
    this.pack = pack;
    this.out = out;
    mkdirSync(out, { recursive: true });
  }

  /** To be called on the first working session of a month with the month before; `year` when that ended a year that was lived through. */
  comesTo(month: string, year: string | undefined): void {
    const { agenda, line } = this.county;
    agenda.after(DRAW_AT, async () => void (await line.post('supervisor', `/supervision/v1/samples/${month}`)));
    agenda.after(SIGN_AT - 2, () => this.#preview(month));
    agenda.after(SIGN_AT, () => this.#sign(month));
    agenda.after(SIGN_AT + 1, () => this.#bulletin(month));
    if (year === undefined) return;
    agenda.after(SIGN_AT + 2, () => this.#preview(year));
    agenda.after(SIGN_AT + 3, () => this.#sign(year));
  }

  async #bulletin(month: string): Promise<void> {
    const { line } = this.county;
    const path = `/appraisal/v1/bulletins/${month}`;
    const { hash } = await line.post<{ hash: string }>('analyst', `${path}/draft`, {});
    const issued = await line.post<object>('supervisor', `${path}/issue`, { hash, issuer: '热线管理机构负责人' });
    this.#write(`bulletin-${month}.json`, `${JSON.stringify(issued, null, 1)}\n`);
    for (const format of ['pdf', 'html'] as const) this.#write(`bulletin-${month}.${format}`, await line.download('supervisor', `${path}/file?format=${format}`));
  }

  async #preview(period: string): Promise<void> {
    const { line, chance } = this.county;
    const { periodId } = await line.post<Period>('supervisor', '/appraisal/v1/periods', { period });
    this.#ids.set(period, periodId);
    const path = `/appraisal/v1/periods/${periodId}`;
    await line.post('supervisor', `${path}/preview`);
    if (period.length === 4) return; // a year's manual scores are the mean of its months
    const units = (await line.all<{ unit: string }>('supervisor', `${path}/scores`)).map(({ unit }) => unit);
    const manual = Object.values(this.pack.appraisal.dimensions).flat().filter(({ kind }) => kind === 'manual');
    const items = units.flatMap((unit) => manual.map(({ code, weight }) => ({ unit, item: code, points: Math.round(weight * (70 + 30 * chance.of('manual', period, unit, code))) / 100, evidence: '年度资料与日常检查记录。' })));
    for (let at = 0; at < items.length; at += 100) await line.post('supervisor', `${path}/manual-scores`, { items: items.slice(at, at + 100) });
    const objecting = units[chance.between(0, units.length - 1, 'objects', period)];
    if (objecting === undefined) return;
    const { appealId } = await line.post<{ appealId: string }>('leader', `${path}/appeals`, { item: manual[0]?.code, reason: '佐证材料未全部计入。' }, objecting);
    await line.post('supervisor', `${path}/appeals/${appealId}/decision`, { upheld: false, reason: '经复核，材料已全部计入。' });
  }

  async #sign(period: string): Promise<void> {
    const { line } = this.county;
    const path = `/appraisal/v1/periods/${this.#ids.get(period)}`;
    await line.post('supervisor', `${path}/preview`);
    await line.post('supervisor', `${path}/signatures/county`);
    const { hash } = await line.post<Period>('inspector', `${path}/signatures/office`);
    const comparison = await line.get<{ readonly equal?: boolean }>('auditor', `${path}/comparison`);
    this.signed.push({ period, hash: hash ?? '' });
    this.#write(`scores-${period}.csv`, await line.download('supervisor', `${path}/export?format=csv`));
    this.#write(`comparison-${period}.json`, `${JSON.stringify(comparison, null, 1)}\n`);
  }

  #write(name: string, content: string | Buffer): void {
    writeFileSync(join(this.out, name), content);
  }
}

/** Notices when a month is over. */
export class Months {
  readonly end: MonthEnd;
  readonly #first: string;
  #current: string;

  /** `first`: the month in which all begins, `YYYY-MM`. */
  constructor(end: MonthEnd, first: string) {
    this.end = end;
    this.#first = first;
    this.#current = first;
  }

  /** To be called with the date of each working day. */
  onMorning(date: string): void {
    const month = date.slice(0, 7);
    if (month === this.#current) return;
    const over = this.#current;
    this.#current = month;
    const year = over.slice(0, 4);
    this.end.comesTo(over, over.endsWith('-12') && this.#first <= `${year}-01` ? year : undefined);
  }
}
