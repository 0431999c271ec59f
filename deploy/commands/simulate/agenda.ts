import { momentOf, nextDay, type WallCalendar } from './wall-calendar.ts';

/** A moment at which people sit down and do what there is to do. */
export interface Session {
  readonly at: number;
  readonly date: string;
  readonly works: boolean;
  /** The first of its day. */
  readonly opens: boolean;
}

/** Something to be done in a session; answers nothing, what follows is put on the agenda. */
export type Task = () => Promise<void>;

const WORKING = ['09:00', '15:00'] as const;
const OFF = ['12:00'] as const;

/** The sessions of the months: twice a working day, once a day off; and what is to be done in each. */
export class Agenda {
  readonly sessions: readonly Session[];
  readonly #working: readonly number[];
  readonly #tasks = new Map<number, Task[]>();
  #now = 0;



  constructor(from: string, until: string, calendar: WallCalendar) {
    const sessions: Session[] = [];
    for (let date = from; date < until; date = nextDay(date)) {
      const works = calendar.works(date);
      (works ? WORKING : OFF).forEach((time, nth) => sessions.push({ at: momentOf(date, time), date, works, opens: nth === 0 }));
    }
    this.sessions = sessions;
    this.#working = sessions.flatMap(({ works }, index) => (works ? [index] : []));
  }

  /** Puts a task into the session so many working half-days after this one; 0 is the next working session. What lies beyond the last session never comes about. */
  after(halfDays: number, task: Task): void {
    const next = this.#working.findIndex((session) => session > this.#now);
    if (next >= 0) this.#put(this.#working[next + halfDays], task);
  }

  /** Puts a task into the next session, working or not. */
  next(task: Task): void {
    this.#put(this.#now + 1, task);
  }

  /** The tasks of a session, which begins. */
  begin(session: number): readonly Task[] {
    this.#now = session;
    const tasks = this.#tasks.get(session) ?? [];
    this.#tasks.delete(session);
    return tasks;
  }

  #put(session: number | undefined, task: Task): void {
    if (session === undefined || session >= this.sessions.length) return;
    const tasks = this.#tasks.get(session);
    if (tasks) tasks.push(task);
    else this.#tasks.set(session, [task]);
  }
}

/** Works tasks off, so many at a time; the first that fails ends it. */
export async function sideBySide(tasks: readonly Task[], width: number): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let task = tasks[next++]; task; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, worker));
}
