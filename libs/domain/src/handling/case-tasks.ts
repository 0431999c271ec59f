import type { LocalDate } from '../shared/index.js';
import type { CaseState, Dispatch } from './handling.state.js';

/** What somebody still has to do with a case: the work lists of the county and of the units. */
export const CASE_TASKS = {
  dispatch: '待派单',
  'decide-return': '待审核退回',
  'decide-upstream': '待州级决定退回',
  sign: '待签收',
  opinion: '待提交协办意见',
  result: '待录入办理结果',
  instruct: '待主要负责人阅批',
  approve: '待审批盖章',
  paper: '待登记纸质件',
} as const;
export type CaseTask = keyof typeof CASE_TASKS;

/** One piece of work and the unit it is about; null when it is about the ticket alone. */
export interface OpenTask {
  readonly task: CaseTask;
  readonly unit: string | null;
}

/** Everything that waits for somebody, in the order of the handling; nothing once the case is at its end. */
export function tasksOf(state: CaseState): readonly OpenTask[] {
  switch (state.status) {
    case 'awaiting-dispatch':
      return [{ task: 'dispatch', unit: null }];
    case 'upstream-return-asked':
      return [{ task: 'decide-upstream', unit: null }];
    case 'dispatched':
      return state.dispatch ? [...handlingTasks(state.dispatch), ...instructionTasks(state.dispatch, state.marks)] : [];
    case 'result-entered':
      return state.dispatch ? [...instructionTasks(state.dispatch, state.marks), { task: 'approve', unit: state.dispatch.lead }] : [];
    case 'feedback-given':
      return state.dispatch ? [{ task: 'paper', unit: state.dispatch.lead }] : [];
    case 'none':
    case 'closed':
    case 'answered':
    case 'declined':
    case 'returned-upstream':
      return [];
  }
}

function handlingTasks({ parts, lead }: Dispatch): readonly OpenTask[] {
  const here = parts.filter((part) => part.leftAt === null);
  const of = (task: CaseTask, units: typeof here): OpenTask[] => units.map(({ unit }) => ({ task, unit }));
  return [
    ...of('decide-return', here.filter((part) => part.return !== null && part.return.decision === null)),
    ...of('sign', here.filter((part) => part.signedAt === null)),
    ...of('opinion', here.filter((part) => part.role === 'assisting' && part.opinion === null)),
    { task: 'result', unit: lead },
  ];
}

function instructionTasks(dispatch: Dispatch, marks: readonly string[] = []): readonly OpenTask[] {
  return lacksInstruction(dispatch, marks) ? [{ task: 'instruct', unit: dispatch.lead }] : [];
}

/** A key, difficult or hot ticket waits for the principal leader's written instruction (Art. 6). */
export function lacksInstruction(dispatch: Dispatch, marks: readonly string[] = []): boolean {
  return marks.length > 0 && (dispatch.instructions ?? []).length === 0;
}

/** The day on which conditions that were not ready are to be looked at again (Art. 9); null when there are none, or they are resolved. */
export function reviewDateOf(state: CaseState): LocalDate | null {
  if (state.status !== 'feedback-given' && state.status !== 'closed') return null;
  const { dispatch, disposedAt } = state;
  if (disposedAt !== undefined || dispatch?.result?.resultCode !== 'conditions-not-ready') return null;
  const last = dispatch.reviews?.at(-1);
  return last ? last.reviewDate : dispatch.result.reviewDate;
}
