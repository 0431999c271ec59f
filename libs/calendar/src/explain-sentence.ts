import type { Deadline, ExplainedDay, LocalDate } from '@hotline/domain/shared';

/** The verbs of the clock that is explained; by default the ticket is 收到 and must be 办结. */
export interface SentenceWords {
  readonly started?: string;
  readonly finished?: string;
}

/**
 * One plain Chinese sentence that a clerk can read aloud (reading §2.7): the start, the last counted day, the days that did
 * not count and why, the make-up days that did, and the end. `days` and `deadline` come from the same start and count.
 */
export function explainSentence(days: readonly ExplainedDay[], deadline: Deadline, words: SentenceWords = {}): string {
  const { started = '收到', finished = '办结' } = words;
  const zero = days[0];
  if (!zero) throw new RangeError('an explanation without its day zero');
  const due = `应于${fullDate(deadline.dueOn)}24时前${finished}`;
  const proviso = deadline.provisional ? '；因相关年度的放假安排尚未公布，该期限为暂定' : '';
  const first = days[1];
  const last = days.at(-1);
  if (!first || !last) return `${fullDate(zero.date)}${started}，${due}${proviso}。`;
  const counting = `自${dateSince(zero.date, first.date)}起算，第${last.ordinal}个工作日为${dateSince(zero.date, last.date)}`;
  return `${fullDate(zero.date)}${started}，当日不计；${counting}${asides(days.slice(1), zero.date)}，${due}${proviso}。`;
}

/** The days worth a word, in brackets: all skipped ones, and those counted by order of a notice. */
function asides(days: readonly ExplainedDay[], since: LocalDate): string {
  const skipped = namedGroups(days, (day) => day.role === 'skipped', since);
  const madeUp = namedGroups(days, (day) => day.role === 'counted' && day.layer !== 'weekday', since);
  const parts = [skipped && `${skipped}，不计在内`, madeUp && `${madeUp}，计为工作日`].filter(Boolean);
  return parts.length > 0 ? `（${parts.join('；')}）` : '';
}

/** `9月22日至23日、9月30日为周末，9月24日为中秋节`: one group a reason, in order of first appearance. */
function namedGroups(days: readonly ExplainedDay[], wanted: (day: ExplainedDay) => boolean, since: LocalDate): string {
  const groups = new Map<string, LocalDate[][]>();
  let previous: string | undefined;
  for (const day of days) {
    const name = wanted(day) ? `${ORDERED_BY[day.layer] ?? ''}为${day.reason}` : undefined;
    if (name !== undefined) {
      const runs = groups.get(name) ?? [];
      if (name === previous) runs.at(-1)?.push(day.date);
      else runs.push([day.date]);
      groups.set(name, runs);
    }
    previous = name;
  }
  return [...groups].map(([name, runs]) => `${runs.map((run) => rangeText(run, since)).join('、')}${name}`).join('，');
}

const ORDERED_BY: Readonly<Record<string, string>> = { prefecture: '按州级通知', county: '按县级通知' };

function rangeText(run: readonly LocalDate[], since: LocalDate): string {
  const from = run[0] ?? '';
  const to = run.at(-1) ?? '';
  if (from === to) return dateSince(since, from);
  const end = from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dateSince(from, to);
  return `${dateSince(since, from)}至${end}`;
}

/** Month and day; with the year when it is not the year of `since`. */
function dateSince(since: LocalDate, date: LocalDate): string {
  return since.slice(0, 4) === date.slice(0, 4) ? `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日` : fullDate(date);
}

function fullDate(date: LocalDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}
