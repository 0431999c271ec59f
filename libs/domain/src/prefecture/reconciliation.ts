/** What the two sides may disagree on. */
export const DIFFERENCE_KINDS = {
  'missing-here': '州级有、本县无',
  'missing-there': '本县有、州级无',
  'other-state': '两边状态不一致',
  'other-decision': '两边审批结论不一致',
  'other-content': '同一编号内容不一致',
  'contradicting-decision': '同一申请先后结论不一致',
  'unknown-application': '州级对本县没有的申请作了决定',
  'late-decision': '州级对已失效的申请作了决定',
} as const;
export type DifferenceKind = keyof typeof DIFFERENCE_KINDS;

/** Where a transferred ticket stands, in the words that both sides use. */
export const TRANSFER_STATES = { open: '办理中', answered: '已直接答复', 'feedback-given': '已反馈', closed: '已办结', returned: '已退回州级' } as const;
export type TransferState = keyof typeof TRANSFER_STATES;

export interface VerdictOf {
  readonly reference: string;
  readonly accepted: boolean;
}

/** A transfer as one side has it. */
export interface Standing {
  readonly number: string;
  readonly state: TransferState;
  readonly decisions: readonly VerdictOf[];
}

export interface OurStanding extends Standing {
  readonly ticketNumber: string | null;
  /** Messages about it that the prefecture has not acknowledged yet. */
  readonly undelivered: number;
}

/** A contradiction that was noted when it came in. */
export interface Contradiction {
  readonly kind: Exclude<DifferenceKind, 'missing-here' | 'missing-there' | 'other-state' | 'other-decision'>;
  readonly number: string | null;
  readonly reference: string | null;
  readonly ours: string;
  readonly theirs: string;
}

export interface Difference {
  readonly kind: DifferenceKind;
  readonly number: string | null;
  readonly ticketNumber: string | null;
  readonly reference: string | null;
  readonly ours: string;
  readonly theirs: string;
}

/** Everything that the two sides disagree on, ordered by number, kind and reference; the same whatever the order of the lists. */
export function differencesOf(ours: readonly OurStanding[], theirs: readonly Standing[], noted: readonly Contradiction[]): readonly Difference[] {
  const here = new Map(ours.map((standing) => [standing.number, standing]));
  const there = new Map(theirs.map((standing) => [standing.number, standing]));
  const found: Difference[] = [];
  for (const standing of here.values()) found.push(...differencesIn(standing, there.get(standing.number)));
  for (const { number, state } of there.values()) {
    if (!here.has(number)) found.push({ kind: 'missing-here', number, ticketNumber: null, reference: null, ours: '无', theirs: TRANSFER_STATES[state] });
  }
  for (const each of noted) found.push({ ...each, ticketNumber: (each.number !== null && here.get(each.number)?.ticketNumber) || null });
  return found.sort((one, other) => compareKeys(keyOf(one), keyOf(other)));
}

function differencesIn(ours: OurStanding, theirs: Standing | undefined): Difference[] {
  const about = { number: ours.number, ticketNumber: ours.ticketNumber };
  const state = TRANSFER_STATES[ours.state] + (ours.undelivered > 0 ? `（另有 ${ours.undelivered} 条消息尚未送达）` : '');
  if (!theirs) return [{ ...about, kind: 'missing-there', reference: null, ours: state, theirs: '无' }];
  const found: Difference[] = [];
  if (ours.state !== theirs.state) found.push({ ...about, kind: 'other-state', reference: null, ours: state, theirs: TRANSFER_STATES[theirs.state] });
  const said = new Map(theirs.decisions.map(({ reference, accepted }) => [reference, accepted]));
  const heard = new Map(ours.decisions.map(({ reference, accepted }) => [reference, accepted]));
  for (const reference of new Set([...said.keys(), ...heard.keys()])) {
    if (said.get(reference) === heard.get(reference)) continue;
    found.push({ ...about, kind: 'other-decision', reference, ours: verdictWord(heard.get(reference)), theirs: verdictWord(said.get(reference)) });
  }
  return found;
}

/** 同意, 不同意, or 无 where a side knows of no decision. */
export function verdictWord(accepted: boolean | undefined): string {
  return accepted === undefined ? '无' : accepted ? '同意' : '不同意';
}

function keyOf({ number, kind, reference, theirs }: Difference): string {
  return JSON.stringify([number ?? '', kind, reference ?? '', theirs]);
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
