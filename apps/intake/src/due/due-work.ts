/** Something that falls due by the passing of time; safe to be done by several replicas at once. */
export interface DueWork {
  /** Does a batch of what is due; `more` when another may be waiting. */
  once(): Promise<'more' | 'done'>;
}

/** Injection token of everything that {@link DueWork} there is. */
export const DUE_WORK = Symbol('intake.due-work');
