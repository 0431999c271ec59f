import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { parse } from 'yaml';
import { suggestion } from '@hotline/domain';
import { printResult, type BenchResult, type BenchRow } from './bench-result.ts';
import { median, quantile, rounded } from './figures.ts';
import { machine } from './machine.ts';

const FOLDS = 10;

/** A message with its true subject of the first level. */
interface Labelled {
  readonly title: string;
  readonly detail: string;
  readonly label1: string;
}

interface Sample {
  readonly label: string;
  readonly features: suggestion.Features;
  readonly fold: number;
}

interface Way {
  readonly way: string;
  readonly listed: boolean;
  readonly learnt: boolean;
  /** May suggest any subject of the tree, as at the desk, or only those that occur in the file. */
  readonly labels: 'whole tree' | 'of the file';
}

const WAYS: readonly Way[] = [
  { way: 'tree and tickets, any of the tree', listed: true, learnt: true, labels: 'whole tree' },
  { way: 'tree alone, any of the tree', listed: true, learnt: false, labels: 'whole tree' },
  { way: 'tree and tickets, those of the file', listed: true, learnt: true, labels: 'of the file' },
  { way: 'tickets alone, those of the file', listed: false, learnt: true, labels: 'of the file' },
];

/**
 * Measures how often the suggested subject of the first level is the true one, first and among the first three, by stratified
 * cross-validation over a file of labelled messages: `npm run bench -- suggestions <file.jsonl>`, or HOTLINE_BENCH_FILE.
 */
export function suggestionsBench(file: string): BenchResult {
  const jieba = Jieba.withDict(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')));
  const tagged = (text: string): suggestion.Token[] => jieba.tag(text, true);
  const parsed = suggestion.parseSubjectTree(parse(readFileSync(new URL('../../deploy/subjects/county.yaml', import.meta.url), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const listed = suggestion.startingCounts(suggestion.level1Words(parsed.tree.leaves), tagged);
  const messages = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Labelled);
  const samples = samplesOf(messages, tagged);
  const rows = WAYS.map((way) => measured(way, samples, listed));
  const [first] = rows;
  const summary = { machine: machine(), messages: messages.length, labels: new Set(messages.map(({ label1 }) => label1)).size, folds: FOLDS, top1: first?.['top1'], top3: first?.['top3'] };
  const result = { name: 'suggested subject of the first level, cross-validated', rows, summary };
  printResult(result);
  return result;
}

/** Every label is spread over the folds in the order of the file. */
function samplesOf(messages: readonly Labelled[], tagged: (text: string) => suggestion.Token[]): Sample[] {
  const byLabel = Map.groupBy(messages, ({ label1 }) => label1);
  return [...byLabel.values()].flat().map(({ title, detail, label1 }, place) => ({
    label: label1,
    features: suggestion.matterFeatures({ title: tagged(title), text: tagged(detail) }),
    fold: place % FOLDS,
  }));
}

function measured({ way, listed: withList, learnt, labels }: Way, samples: readonly Sample[], listed: suggestion.WordCounts): BenchRow {
  const only = labels === 'of the file' ? new Set(samples.map(({ label }) => label)) : undefined;
  const start: suggestion.WordCounts = withList ? listed : { labels: new Map(), words: new Map() };
  const milliseconds: number[] = [];
  let [top1, top3] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const counts = suggestion.addedCounts(start, countsOf(learnt ? samples.filter((sample) => sample.fold !== fold) : []), only);
    for (const { features, label } of samples.filter((sample) => sample.fold === fold)) {
      const began = performance.now();
      const ranked = suggestion.rankLabels(features, counts).map((each) => each.label);
      milliseconds.push(performance.now() - began);
      if (ranked[0] === label) top1++;
      if (ranked.slice(0, 3).includes(label)) top3++;
    }
  }
  const share = (hits: number): string => `${rounded((100 * hits) / samples.length, 1)} % (${hits}/${samples.length})`;
  return { way, top1: share(top1), top3: share(top3), msP50: rounded(median(milliseconds), 2), msP99: rounded(quantile(milliseconds, 0.99), 2) };
}

function countsOf(samples: readonly Sample[]): suggestion.WordCounts {
  const labels = new Map<string, { tickets: number; weight: number }>();
  const words = new Map<string, Map<string, number>>();
  for (const { label, features } of samples) {
    const about = labels.get(label) ?? { tickets: 0, weight: 0 };
    labels.set(label, { tickets: about.tickets + 1, weight: about.weight + [...features.values()].reduce((sum, weight) => sum + weight, 0) });
    for (const [word, weight] of features) {
      const byLabel = words.get(word) ?? new Map<string, number>();
      words.set(word, byLabel.set(label, (byLabel.get(label) ?? 0) + weight));
    }
  }
  return { labels, words };
}

if (import.meta.main) {
  const file = process.argv[2] ?? process.env['HOTLINE_BENCH_FILE'];
  if (file) suggestionsBench(resolve(process.env['INIT_CWD'] ?? '.', file));
  else console.log('suggestions: name a file of labelled messages, `npm run bench -- suggestions <file.jsonl>` or HOTLINE_BENCH_FILE; nothing measured');
}
