import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { BenchStack } from './bench-stack.ts';
import { median, quantile, rounded } from './figures.ts';
import { machine } from './machine.ts';
import { fillYear } from './year-of-facts.ts';

const TICKETS = Number(process.env['HOTLINE_BENCH_TICKETS'] ?? 1_000_000);
const CONNECTIONS = 8;
const REQUESTS_EACH = 15;
const AIM_P99_MS = 200;

const QUESTIONS: Readonly<Record<string, string>> = {
  'year, all rates': 'rates?period=2018',
  'year, all rates by unit': 'rates?period=2018&groupBy=unit',
  'year, all rates by unit and month': 'rates?period=2018&groupBy=unit,month&limit=200',
  'year, satisfied by category and channel': 'rates?period=2018&groupBy=category,channel&rate=satisfied',
  'year, on-time close by township': 'rates?period=2018&groupBy=township&rate=on-time-close',
  'year, ranking by score': 'ranking?period=2018',
  'month, scores by unit': 'scores?period=2018-09&groupBy=unit',
  'month, tickets that missed': 'tickets?period=2018-09&rate=on-time-close&part=missed',
};

/** What a careful person would type for one of the questions, on the same rows. */
const PLAIN = `select unit, count(*) filter (where verdict = 'on-time'), count(*) from appraisal.clock_fact where kind = 'resolve' and due_on between '2018-01-01' and '2018-12-31' group by unit`;

/** Measures how long analysts wait for figures of a year of tickets (HOTLINE_BENCH_TICKETS, 1,000,000) when eight ask at once. */
export async function scoringBench(): Promise<BenchResult> {
  const stack = await BenchStack.start();
  try {
    const began = performance.now();
    await fillYear(stack.pool, TICKETS);
    const filledMs = performance.now() - began;
    const headers = { authorization: `Bearer ${await stack.token('analyst')}` };
    const rows: BenchRow[] = [];
    for (const [way, path] of Object.entries(QUESTIONS)) {
      rows.push(rowOf(way, await asked(async () => {
        const answer = await fetch(`${stack.url}/appraisal/v1/scoring/${path}`, { headers });
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
        await answer.arrayBuffer();
      })));
    }
    rows.push(rowOf('plain SQL: on-time close of the year by unit', await asked(() => stack.pool.query(PLAIN))));
    const summary = { machine: machine(), tickets: TICKETS, connections: CONNECTIONS, filledMs: rounded(filledMs), met: rows.every(({ p99 }) => Number(p99) <= AIM_P99_MS) };
    const result = { name: `figures of ${TICKETS} tickets, ms at ${CONNECTIONS} connections`, rows, summary };
    printResult(result);
    return result;
  } finally {
    await stack.stop();
  }
}

async function asked(once: () => Promise<unknown>): Promise<number[]> {
  await once();
  const samples: number[] = [];
  const one = async (): Promise<void> => {
    for (let n = 0; n < REQUESTS_EACH; n++) {
      const began = performance.now();
      await once();
      samples.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return samples;
}

function rowOf(way: string, samples: readonly number[]): BenchRow {
  return { way, p50: rounded(median(samples)), p99: rounded(quantile(samples, 0.99)) };
}

if (import.meta.main) await scoringBench();
