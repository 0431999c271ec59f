import type { AppraisalItem } from '../policy/index.js';
import { accept, isBlank, refuse, type Decision } from '../shared/index.js';
import type { Appeal, AppraisalPeriod, DecideAppeal, ExclusionEntry, LodgeAppeal, PeriodEvent, PeriodRefusal, PeriodRules } from './period.js';
import { itemsOf } from './score.js';

type AppealStep = Decision<PeriodEvent, PeriodRefusal>;

/** A unit objects while the figures are shown; the county decides with a reason, and all of it stays on the record (Art. 22). */
export function decideAppealStep(state: AppraisalPeriod, command: LodgeAppeal | DecideAppeal, rules: PeriodRules): AppealStep {
  switch (command.type) {
    case 'LodgeAppeal':
      return lodge(state, command, rules);
    case 'DecideAppeal':
      return decideOn(state, command, rules);
  }
}

function lodge(state: AppraisalPeriod, { appealId, unit, item, ticketId, reason, by, at }: LodgeAppeal, rules: PeriodRules): AppealStep {
  if (!state.units.some((each) => each.code === unit)) return refuse('unit-not-scored', { field: 'unit', values: { unit } });
  if (item === null && ticketId === null) return refuse('appeal-without-target', { field: 'item' });
  if (item !== null && !itemNamed(item, rules)) return refuse('unknown-item', { field: 'item', values: { item } });
  if (ticketId !== null && !rules.isCounted(unit, ticketId)) return refuse('ticket-not-counted', { field: 'ticketId' });
  if (isBlank(reason)) return refuse('grounds-missing', { field: 'reason' });
  const pending = state.appeals.some((appeal) => appeal.decision === null && appeal.unit === unit && appeal.item === item && appeal.ticketId === ticketId);
  return pending ? refuse('appeal-pending') : accept({ type: 'AppealLodged', appeal: { appealId, unit, item, ticketId, reason, by, at, decision: null } });
}

function decideOn(state: AppraisalPeriod, command: DecideAppeal, rules: PeriodRules): AppealStep {
  const appeal = state.appeals.find((each) => each.appealId === command.appealId);
  if (!appeal) return refuse('no-such-appeal');
  if (appeal.decision !== null) return refuse('appeal-decided');
  if (isBlank(command.reason)) return refuse('grounds-missing', { field: 'reason' });
  const { appealId, upheld, reason, by, at } = command;
  const decided: PeriodEvent = { type: 'AppealDecided', appealId, decision: { upheld, reason, by, at } };
  if (!upheld) return accept(decided);
  const mended = consequences(state, appeal, command, rules);
  return mended.accepted ? accept(decided, ...mended.events) : mended;
}

/** What an upheld appeal changes: a manual score, or what counts. */
function consequences(state: AppraisalPeriod, appeal: Appeal, command: DecideAppeal, rules: PeriodRules): AppealStep {
  const item = appeal.item === null ? undefined : itemNamed(appeal.item, rules);
  if (item?.kind === 'manual') return mendedScore(appeal, item, command);
  const tickets = appeal.ticketId === null ? [...new Set(command.ticketIds)] : [appeal.ticketId];
  if (tickets.length === 0) return refuse('tickets-missing', { field: 'ticketIds' });
  if (tickets.some((ticketId) => !rules.isCounted(appeal.unit, ticketId))) return refuse('ticket-not-counted', { field: 'ticketIds' });
  const rate = item?.rate ?? null;
  const fresh = tickets.filter((ticketId) => !state.exclusions.some((entry) => entry.unit === appeal.unit && entry.ticketId === ticketId && entry.rate === rate));
  const { reason, by, at } = command;
  return accept(...fresh.map((ticketId): PeriodEvent => ({ type: 'TicketExcluded', entry: { unit: appeal.unit, ticketId, rate, reason, appealId: appeal.appealId, by, at } satisfies ExclusionEntry })));
}

function mendedScore(appeal: Appeal, item: AppraisalItem, { points, reason, by, at }: DecideAppeal): AppealStep {
  if (points === null) return refuse('points-missing', { field: 'points' });
  if (!Number.isInteger(points) || points < 0 || points > 100 * item.weight) return refuse('points-out-of-range', { field: 'points', values: { item: item.name, most: item.weight } });
  return accept({ type: 'ManualScored', entry: { unit: appeal.unit, item: item.code, points, evidence: reason, refs: [appeal.appealId], by, at } });
}

function itemNamed(code: string, rules: PeriodRules): AppraisalItem | undefined {
  return itemsOf(rules.scheme).find(({ item }) => item.code === code)?.item;
}
