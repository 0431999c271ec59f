import { accept, isBlank, localDateOf, refuse, type Decision } from '../shared/index.js';
import { decideAppealStep } from './appeal.decide.js';
import { meanOf } from './arithmetic.js';
import { periodSpan } from './period-span.js';
import type { AppraisalPeriod, ComputePreview, ExcludeTicket, ManualEntry, OpenPeriod, PeriodCommand, PeriodEvent, PeriodRefusal, PeriodRules, PeriodState, ReadmitTicket, ScoreManually, Sign } from './period.js';
import { itemsOf } from './score.js';

export type PeriodDecision = Decision<PeriodEvent, PeriodRefusal>;

/** Decides on the appraisal of a period: open, preview, signed by both bodies, frozen (Art. 22). */
export function decide(state: PeriodState, command: PeriodCommand, rules: PeriodRules): PeriodDecision {
  if (command.type === 'OpenPeriod') return state.status === 'none' ? open(command) : refuse('period-exists');
  if (state.status === 'none') return refuse('no-such-period');
  if (state.status === 'frozen') return refuse('period-frozen', { values: { version: state.version } });
  switch (command.type) {
    case 'ComputePreview':
      return unsigned(state) ?? preview(state, command);
    case 'ScoreManually':
      return unsigned(state) ?? score(state, command, rules);
    case 'ExcludeTicket':
      return inPreview(state) ?? exclude(state, command, rules);
    case 'ReadmitTicket':
      return inPreview(state) ?? readmit(state, command);
    case 'LodgeAppeal':
    case 'DecideAppeal':
      return inPreview(state) ?? decideAppealStep(state, command, rules);
    case 'Sign':
      return sign(state, command, rules);
    case 'SendBack':
      if (state.status !== 'county-signed') return refuse('not-county-signed');
      if (isBlank(command.reason)) return refuse('grounds-missing', { field: 'reason' });
      return accept({ type: 'SentBack', reason: command.reason, by: command.by, at: command.at });
  }
}

/** A later version takes over what people gave and decided for the one before; its figures are counted anew. */
function open({ name, scheme, previous, correction, at }: OpenPeriod): PeriodDecision {
  const span = periodSpan(name);
  if (!span) return refuse('not-a-period', { field: 'period' });
  if (!previous) return accept({ type: 'PeriodOpened', span, version: 1, correction: null, scheme, manual: [], exclusions: [], at });
  if (previous.status !== 'frozen') return refuse('period-exists', { values: { version: previous.version } });
  if (isBlank(correction)) return refuse('correction-reason-missing', { field: 'correction', values: { version: previous.version } });
  const { manual, exclusions, version } = previous;
  return accept({ type: 'PeriodOpened', span, version: version + 1, correction, scheme: previous.scheme, manual, exclusions, at });
}

/** What the county signed stays as it is until it is sent back. */
function unsigned(state: AppraisalPeriod): PeriodDecision | undefined {
  return state.status === 'county-signed' ? refuse('already-county-signed') : undefined;
}

function inPreview(state: AppraisalPeriod): PeriodDecision | undefined {
  return state.status === 'open' ? refuse('not-yet-previewed') : unsigned(state);
}

/** The preview of a quarter or year brings the mean of its frozen months' manual scores, and what was excluded in them. */
function preview(state: AppraisalPeriod, { units, months, by, at }: ComputePreview): PeriodDecision {
  const computed: PeriodEvent = { type: 'PreviewComputed', units, at };
  if (state.span.kind === 'month') return accept(computed);
  const unfrozen = months.filter((month) => month.status !== 'frozen').length;
  if (months.length === 0 || unfrozen > 0) return refuse('months-not-frozen', { values: { frozen: months.length - unfrozen, unfrozen } });
  const known = new Set(state.exclusions.map(exclusionKey));
  const excluded = months.flatMap((month) => month.exclusions).filter((entry) => !known.has(exclusionKey(entry)) && known.add(exclusionKey(entry)));
  const scored = meansOf(months).map((mean): PeriodEvent => ({ type: 'ManualScored', entry: { ...mean, by, at } }));
  return accept(computed, ...scored, ...excluded.map((entry): PeriodEvent => ({ type: 'TicketExcluded', entry })));
}

function meansOf(months: readonly AppraisalPeriod[]): Omit<ManualEntry, 'by' | 'at'>[] {
  const entries = Map.groupBy(months.flatMap((month) => month.manual), ({ unit, item }) => `${unit} ${item}`);
  return [...entries.values()].map((given) => {
    const { unit = '', item = '' } = given[0] ?? {};
    return { unit, item, points: meanOf(given.map(({ points }) => points)), evidence: `${given.length} 个月度得分的平均`, refs: months.map(({ span, version }) => `${span.name}@${version}`) };
  });
}

function score(state: AppraisalPeriod, { unit, item: code, points, evidence, refs, by, at }: ScoreManually, rules: PeriodRules): PeriodDecision {
  if (state.span.kind !== 'month') return refuse('derived-from-months');
  const item = itemsOf(rules.scheme).find((each) => each.item.code === code)?.item;
  if (!item) return refuse('unknown-item', { field: 'item', values: { item: code } });
  if (item.kind !== 'manual') return refuse('item-is-computed', { field: 'item', values: { item: item.name } });
  if (!Number.isInteger(points) || points < 0 || points > 100 * item.weight) return refuse('points-out-of-range', { field: 'points', values: { item: item.name, most: item.weight } });
  if (isBlank(evidence)) return refuse('evidence-missing', { field: 'evidence' });
  if (state.status === 'preview' && !state.units.some((each) => each.code === unit)) return refuse('unit-not-scored', { field: 'unit', values: { unit } });
  return accept({ type: 'ManualScored', entry: { unit, item: code, points, evidence, refs, by, at } });
}

function exclude(state: AppraisalPeriod, { unit, ticketId, rate, reason, by, at }: ExcludeTicket, rules: PeriodRules): PeriodDecision {
  if (isBlank(reason)) return refuse('grounds-missing', { field: 'reason' });
  if (!rules.isCounted(unit, ticketId)) return refuse('ticket-not-counted', { field: 'ticketId' });
  if (state.exclusions.some((entry) => exclusionKey(entry) === exclusionKey({ unit, ticketId, rate }))) return refuse('already-excluded', { field: 'ticketId' });
  return accept({ type: 'TicketExcluded', entry: { unit, ticketId, rate, reason, appealId: null, by, at } });
}

function readmit(state: AppraisalPeriod, { unit, ticketId, rate, reason, by, at }: ReadmitTicket): PeriodDecision {
  if (isBlank(reason)) return refuse('grounds-missing', { field: 'reason' });
  const entry = state.exclusions.find((each) => exclusionKey(each) === exclusionKey({ unit, ticketId, rate }));
  return entry ? accept({ type: 'TicketReadmitted', entry, reason, by, at }) : refuse('not-excluded', { field: 'ticketId' });
}

/** The county signs first; the supervision office's signature freezes. */
function sign(state: AppraisalPeriod, { body, by, at }: Sign, rules: PeriodRules): PeriodDecision {
  if (body === 'county') return inPreview(state) ?? notReady(state, rules) ?? accept({ type: 'PeriodSigned', body, by, at });
  if (state.status !== 'county-signed') return refuse('not-county-signed');
  if (state.signatures.some((signature) => signature.by === by)) return refuse('same-person-signs-both');
  return notReady(state, rules) ?? accept({ type: 'PeriodSigned', body, by, at }, { type: 'PeriodFrozen', hash: rules.hash, at });
}

function notReady(state: AppraisalPeriod, rules: PeriodRules): PeriodDecision | undefined {
  if (localDateOf(rules.now) <= state.span.to) return refuse('period-not-over', { values: { to: state.span.to } });
  const undecided = state.appeals.filter((appeal) => appeal.decision === null).length;
  if (undecided > 0) return refuse('appeals-undecided', { values: { undecided } });
  const missing = unscored(state, rules);
  if (missing > 0) return refuse('manual-scores-missing', { values: { missing } });
  return rules.provisional > 0 ? refuse('provisional-deadlines', { values: { provisional: rules.provisional } }) : undefined;
}

function unscored(state: AppraisalPeriod, rules: PeriodRules): number {
  const given = new Set(state.manual.map(({ unit, item }) => `${unit} ${item}`));
  const manual = itemsOf(rules.scheme).filter(({ item }) => item.kind === 'manual');
  return state.units.flatMap((unit) => manual.filter(({ item }) => !given.has(`${unit.code} ${item.code}`))).length;
}

function exclusionKey({ unit, ticketId, rate }: { readonly unit: string; readonly ticketId: string; readonly rate: string | null }): string {
  return `${unit} ${ticketId} ${rate ?? '*'}`;
}
