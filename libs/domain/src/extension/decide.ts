import type { PolicyPack } from '../policy/index.js';
import { accept, isBlank, refuse, untimely, type Decision, type Instant } from '../shared/index.js';
import type { AskedExtension, Extension, ExtensionCommand, ExtensionEvent, ExtensionRefusal, ExtensionReviewer, ExtensionRules, ResolveClockView } from './extension.js';

type ExtensionDecision = Decision<ExtensionEvent, ExtensionRefusal>;
type Ask = Extract<ExtensionCommand, { type: 'AskExtension' }>;
type Grant = Extract<ExtensionCommand, { type: 'GrantExtension' }>;

/** Decides on asking for more time and on granting it (Art. 17(1)–(3)). Days granted are those asked for; a refusal is final for the round. */
export function decide(state: Extension, command: ExtensionCommand, rules: ExtensionRules): ExtensionDecision {
  switch (command.type) {
    case 'AskExtension':
      return ask(state, command, rules);
    case 'ForwardExtension':
      return forward(state, command.at, rules);
    case 'GrantExtension':
      return grant(state, command, rules);
    case 'RefuseExtension':
      return refuseExtension(state, command, rules);
  }
}

function ask(state: Extension, command: Ask, rules: ExtensionRules): ExtensionDecision {
  const { resolve, policy } = rules;
  if (state.status !== 'none') return refuse('already-asked');
  if (!resolve || resolve.verdict !== 'running' || resolve.stoppedAt !== null) return refuse('resolve-clock-not-running');
  if (command.unit !== resolve.unit) return refuse('not-this-units-ticket');
  if (rules.statutory) return refuse('statutory-limit-has-no-extension');
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' });
  const late = untimely(command.at, resolve.startedAt, rules.now);
  if (late) return late;
  if (!resolve.provisional && command.at >= resolve.dueAt) return refuse('asked-after-deadline', { field: 'at' });
  if (!Number.isInteger(command.workingDays) || command.workingDays < 1) return refuse('working-days-not-positive', { field: 'workingDays' });
  if (rules.alreadyThisRound >= policy.extensionsPerRound) {
    return refuse('already-this-round', { values: { round: resolve.round, allowed: policy.extensionsPerRound } });
  }
  const cap = capOf(resolve, policy) - rules.daysThisRound;
  if (command.workingDays > cap) return refuse('over-the-cap', { field: 'workingDays', values: { cap, asked: command.workingDays } });
  return accept({
    type: 'ExtensionAsked',
    extensionId: command.extensionId,
    dispatchNo: resolve.dispatchNo,
    round: resolve.round,
    unit: command.unit,
    reason: command.reason,
    workingDays: command.workingDays,
    askedAt: command.at,
    originalDueAt: resolve.dueAt,
    prefectureReviews: prefectureReviews(resolve, policy),
  });
}

function forward(state: Extension, at: Instant, rules: ExtensionRules): ExtensionDecision {
  switch (state.status) {
    case 'none':
      return refuse('not-asked');
    case 'asked':
      if (rules.statutory) return refuse('statutory-limit-has-no-extension');
      if (!reviewedAbove(state, rules)) return refuse('prefecture-review-not-needed');
      return nothingToExtend(state, rules) ?? untimely(at, state.askedAt, rules.now) ?? overTheCap(state, rules) ?? accept({ type: 'ExtensionForwarded', forwardedAt: at });
    case 'forwarded':
      return refuse('already-forwarded');
    case 'granted':
    case 'refused':
      return refuse('already-decided');
  }
}

function grant(state: Extension, { by, at, told = false }: Grant, rules: ExtensionRules): ExtensionDecision {
  if (state.status === 'none') return refuse('not-asked');
  if (state.status === 'asked' && by === 'county' && reviewedAbove(state, rules)) return refuse('prefecture-must-decide');
  if (rules.statutory && (state.status === 'asked' || state.status === 'forwarded')) return refuse('statutory-limit-has-no-extension');
  const refusal = refusalOfDecision(state, by, at, rules) ?? nothingLeft(state, rules) ?? (told ? undefined : overTheCap(state, rules));
  return refusal ?? accept({ type: 'ExtensionGranted', by, workingDays: state.workingDays, decidedAt: at });
}

/** The category may have changed since the request (Art. 13): what it allows now counts, beside what was granted in this round. */
function overTheCap({ workingDays: asked }: AskedExtension, { resolve, policy, grantedThisRound }: ExtensionRules): ExtensionDecision | undefined {
  if (resolve === null || resolve.category === null) return undefined;
  const cap = Math.max(0, capOf(resolve, policy) - grantedThisRound);
  return asked > cap ? refuse('over-the-cap-now', { values: { cap, asked, category: resolve.category } }) : undefined;
}

/** Who decides follows from the category of the moment (Art. 17(1)); where nothing is left to extend, from what held when it was asked. */
function reviewedAbove({ prefectureReviews: whenAsked }: AskedExtension, { resolve, policy }: ExtensionRules): boolean {
  return resolve === null ? whenAsked : prefectureReviews(resolve, policy);
}

function capOf({ category }: ResolveClockView, policy: PolicyPack): number {
  return category === null ? 0 : policy.categories[category].extensionCap;
}

function refuseExtension(state: Extension, command: Extract<ExtensionCommand, { type: 'RefuseExtension' }>, rules: ExtensionRules): ExtensionDecision {
  const { by, reason, at } = command;
  if (isBlank(reason)) return refuse('reason-missing', { field: 'reason' });
  return refusalOfDecision(state, by, at, rules) ?? accept({ type: 'ExtensionRefused', by, reason, decidedAt: at }); // also where nothing is left to extend: a request must come to an end
}

/** Who may decide in which state; undefined when nothing speaks against it. The county may refuse what the prefecture would have to grant, as long as it has not sent it on. */
function refusalOfDecision(state: Extension, by: ExtensionReviewer, at: Instant, rules: ExtensionRules): ExtensionDecision | undefined {
  switch (state.status) {
    case 'none':
      return refuse('not-asked');
    case 'asked':
      if (by === 'prefecture') return refuse('not-forwarded');
      return untimely(at, state.askedAt, rules.now);
    case 'forwarded':
      if (by === 'county') return refuse('prefecture-must-decide');
      return untimely(at, state.forwardedAt, rules.now);
    case 'granted':
    case 'refused':
      return refuse('already-decided');
  }
}

function nothingLeft(state: Extension, rules: ExtensionRules): ExtensionDecision | undefined {
  return state.status === 'asked' || state.status === 'forwarded' ? nothingToExtend(state, rules) : undefined;
}

/** The dispatch ended by an accepted return, or its feedback came before the request: no clock waits for a decision. One that stopped after the request may. */
function nothingToExtend({ askedAt }: AskedExtension, { resolve }: ExtensionRules): ExtensionDecision | undefined {
  const waits = resolve !== null && resolve.verdict !== 'void' && (resolve.stoppedAt === null || resolve.stoppedAt > askedAt);
  return waits ? undefined : refuse('resolve-clock-not-running');
}

function prefectureReviews(resolve: ResolveClockView, policy: PolicyPack): boolean {
  return policy.prefectureReviews.some((reason) => {
    switch (reason) {
      case 'consultation':
        return resolve.category === 'consultation';
      case 'prefecture-transfer':
        return resolve.prefectureTransfer;
    }
  });
}
