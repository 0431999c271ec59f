import { accept, type Decision, type Instant, refuse } from '../shared/index.js';

/** What the prefecture said of one application of the county: a return, an extension or a block (Art. 17(1), 17(return), 24). */
export interface Application {
  readonly status: 'none' | 'open' | 'decided' | 'withdrawn';
  readonly verdict: Verdict | null;
}

export interface Verdict {
  readonly accepted: boolean;
  /** The prefecture's number of its decision. */
  readonly receipt: string;
  readonly decidedAt: Instant;
}

export interface NoteVerdict extends Verdict {
  readonly type: 'NoteVerdict';
}

export interface VerdictNoted extends Verdict {
  readonly type: 'VerdictNoted';
}

export const APPLICATION_REFUSALS = ['no-such-application', 'application-withdrawn', 'contradicting-decision'] as const;
export type ApplicationRefusal = (typeof APPLICATION_REFUSALS)[number];

export const noApplication: Application = { status: 'none', verdict: null };

/** Decides on a decision that came in: the first one stands, the same again changes nothing, another one is a contradiction. */
export function decideApplication(state: Application, command: NoteVerdict): Decision<VerdictNoted, ApplicationRefusal> {
  const { accepted, receipt, decidedAt } = command;
  switch (state.status) {
    case 'none':
      return refuse('no-such-application');
    case 'withdrawn':
      return refuse('application-withdrawn');
    case 'decided':
      return state.verdict?.accepted === accepted ? accept() : refuse('contradicting-decision');
    case 'open':
      return accept({ type: 'VerdictNoted', accepted, receipt, decidedAt });
  }
}

export function evolveApplication(_: Application, { accepted, receipt, decidedAt }: VerdictNoted): Application {
  return { status: 'decided', verdict: { accepted, receipt, decidedAt } };
}
