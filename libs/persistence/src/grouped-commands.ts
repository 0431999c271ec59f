import type { CommandRequest, Outcome } from '@hotline/domain/shared';
import { GroupCommit } from './group-commit.js';
import { keyReused } from './idempotency.js';

/**
 * What came of a command of a batch. `again`: it has to run in a later one, since it hung on another of this one; `alone`: what it
 * needs is locked by somebody else, and the batch does not wait for that.
 */
export type Batched<T> = Outcome<T> | 'again' | 'alone';

/** Writes commands and answers them in their order, or throws and has written nothing. One that is alone may wait for locks. */
export type WriteCommands<Command, T> = (commands: readonly Command[], alone: boolean) => Promise<readonly Batched<T>[]>;

/** Commands that wait for locks at a time; each of them holds a connection. */
const WAITING_LANES = 3;

/** Anything that is done at somebody's request. */
export interface Requested {
  readonly request: CommandRequest;
}

/** Gathers commands of people into batches (see {@link GroupCommit}); none of a batch has the Idempotency-Key of another. */
export class GroupedCommands<Command extends Requested, T> {
  readonly #commit: GroupCommit<Command, Batched<T>>;
  readonly #waiting: GroupCommit<Command, Batched<T>>;

  constructor(write: WriteCommands<Command, T>) {
    this.#commit = new GroupCommit((batch) => leadersOnly(batch, write));
    this.#waiting = new GroupCommit((command) => write(command, true), { lanes: WAITING_LANES, batch: 1 });
  }

  async submit(command: Command): Promise<Outcome<T>> {
    for (let commit = this.#commit; ; ) {
      const outcome = await commit.submit(command);
      if (outcome !== 'again' && outcome !== 'alone') return outcome;
      commit = outcome === 'alone' ? this.#waiting : this.#commit;
    }
  }
}

/** Writes those of a batch that repeat no key of an earlier one; a repetition gets what its leader got. */
async function leadersOnly<Command extends Requested, T>(batch: readonly Command[], write: WriteCommands<Command, T>): Promise<readonly Batched<T>[]> {
  const { leaders, leaderOf } = withoutRepetitions(batch);
  const outcomes = await write(leaders, false);
  return batch.map((command, index) => {
    const at = leaderOf[index] ?? 0;
    const [leader, outcome] = [leaders[at], outcomes[at]];
    if (!leader || !outcome) throw new Error('a command of the batch was not answered');
    return leader === command ? outcome : repetitionOf(leader, outcome, command);
  });
}

/** Parts a batch into those to be written and those that repeat an earlier key of the same batch, by index of their leader. */
export function withoutRepetitions<Command extends Requested>(batch: readonly Command[]): { readonly leaders: readonly Command[]; readonly leaderOf: readonly number[] } {
  const leaders: Command[] = [];
  const leaderByKey = new Map<string, number>();
  const leaderOf = batch.map((command) => {
    const { actor, idempotencyKey } = command.request;
    const key = idempotencyKey === undefined ? undefined : JSON.stringify([actor.subject, idempotencyKey]);
    const known = key === undefined ? undefined : leaderByKey.get(key);
    if (known !== undefined) return known;
    const index = leaders.push(command) - 1;
    if (key !== undefined) leaderByKey.set(key, index);
    return index;
  });
  return { leaders, leaderOf };
}

/** What a command is answered whose key another one of the batch, its leader, has used. */
export function repetitionOf<T>(leader: Requested, outcome: Batched<T>, command: Requested): Batched<T> {
  if (command.request.fingerprint === leader.request.fingerprint) return outcome;
  return typeof outcome === 'string' || !outcome.ok ? 'again' : keyReused();
}
