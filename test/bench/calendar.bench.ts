import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import chineseDays from 'chinese-days';
import type { CalendarYear, CompiledCalendar } from '@hotline/calendar';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { machine } from './machine.ts';

const WORKING_DAYS = 15;
const ROUNDS = 7;
const ROUND_MS = 150;
const STARTS = 2048;
const FIRST_START = 17_532; // 2018-01-01; every start and its end lie in years that both sides know
const SPAN_DAYS = 3_200;
const DAY_MS = 86_400_000;

/** Median over the rounds, additions of 15 working days a second, and the ratio to chinese-days in the same run. */
interface CalendarRow extends BenchRow {
  readonly perSecond: number;
  readonly slowestRound: number;
  readonly fastestRound: number;
  readonly ratio: number;
}

interface Contender {
  readonly way: string;
  /** Adds the working days to every start of the sample; the sum keeps the optimiser from dropping the work. */
  readonly pass: () => number;
  readonly rates: number[];
}

/**
 * Measures adding 15 working days: the bare day numbers, the whole deadline with its texts, and the chinese-days package,
 * in turns over several rounds of one process, so that a busy machine slows them all alike. Aim: 100 times the package.
 */
export async function calendarBench(): Promise<BenchResult> {
  const calendar = await shippedCalendar();
  const days = Array.from({ length: STARTS }, (_, place) => FIRST_START + ((place * 1_579) % SPAN_DAYS));
  const instants = days.map((day) => day * DAY_MS + 3_600_000);
  const dates = days.map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));
  const contenders: Contender[] = [
    { way: 'calendar.dueDay', pass: () => sum(days, (day) => calendar.dueDay(day, WORKING_DAYS)), rates: [] },
    { way: 'calendar.deadline', pass: () => sum(instants, (at) => calendar.deadline(at, WORKING_DAYS).dueAt), rates: [] },
    { way: 'chinese-days findWorkday', pass: () => sum(dates, (date) => chineseDays.findWorkday(WORKING_DAYS, date).length), rates: [] },
  ];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { pass, rates } of contenders) {
      const rate = passesPerSecond(pass) * STARTS;
      if (round > 0) rates.push(rate); // the first round warms up
    }
  }
  const rows = rowsOf(contenders);
  const agreeing = instants.filter((at, place) => calendar.deadline(at, WORKING_DAYS).dueOn === chineseDays.findWorkday(WORKING_DAYS, dates[place])).length;
  const result = { name: 'calendar: add 15 working days', rows, summary: summaryOf(rows, agreeing) };
  printResult(result);
  return result;
}

async function shippedCalendar(): Promise<CompiledCalendar> {
  // Under the source condition the libs are read as TypeScript, whose relative `.js` imports stand for the `.ts` beside them.
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier.startsWith('.') && context.parentURL?.endsWith('.ts') ? specifier.replace(/\.js$/, '.ts') : specifier, context),
  });
  const { compileCalendar } = await import('@hotline/calendar');
  const folder = new URL('../../deploy/calendar/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const records = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as CalendarYear);
  return compileCalendar(records, { layers: ['national'] });
}

function sum<T>(inputs: readonly T[], measure: (input: T) => number): number {
  let total = 0;
  for (const input of inputs) total += measure(input);
  return total;
}

function passesPerSecond(pass: () => number): number {
  let passes = 0;
  let total = 0;
  const began = performance.now();
  let elapsed = 0;
  do {
    total += pass();
    passes++;
    elapsed = performance.now() - began;
  } while (elapsed < ROUND_MS);
  if (!Number.isFinite(total)) throw new Error('a contender answered no number');
  return (passes * 1000) / elapsed;
}

function rowsOf(contenders: readonly Contender[]): CalendarRow[] {
  const median = (rates: readonly number[]): number => [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
  const yardstick = median(contenders.at(-1)?.rates ?? []);
  return contenders.map(({ way, rates }) => ({
    way,
    perSecond: Math.round(median(rates)),
    slowestRound: Math.round(Math.min(...rates)),
    fastestRound: Math.round(Math.max(...rates)),
    ratio: Number((median(rates) / yardstick).toFixed(1)),
  }));
}

function summaryOf(rows: readonly CalendarRow[], agreeing: number): BenchResult['summary'] {
  const [ratioOfDueDay = 0, ratioOfDeadline = 0] = rows.map((row) => row.ratio);
  const aim = 100;
  const reached = ratioOfDueDay >= aim && ratioOfDeadline >= aim;
  return { machine: machine(), workingDays: WORKING_DAYS, rounds: ROUNDS, ratioOfDueDay, ratioOfDeadline, aim, reached, agreeing, compared: STARTS };
}

if (import.meta.main) await calendarBench();
