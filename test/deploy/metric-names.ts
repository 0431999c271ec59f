import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { root } from '../../deploy/local/workspace.mjs';

/** Series that others export: Prometheus itself, and kube-state-metrics about the back-up's CronJob. */
const OF_OTHERS = ['up', 'kube_cronjob_status_last_successful_time'];
const SUFFIXES: Readonly<Record<string, readonly string[]>> = { gauge: [''], counter: ['_total'], histogram: ['_bucket', '_sum', '_count'] };

/** Every series that the services export by their sources, under the names that Prometheus sees. */
export function exportedSeries(): ReadonlySet<string> {
  const sources = ['apps', 'libs'].flatMap((group) => readdirSync(join(root, group), { recursive: true, encoding: 'utf8' }).filter((file) => /^[^/]+\/src\/.*(?<!\.spec)\.ts$/.test(file)).map((file) => join(root, group, file)));
  const made = sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\b(gauge|counter|histogram)\(\s*'(\w+)'/g)]);
  return new Set([...OF_OTHERS, ...made.flatMap(([, kind = '', name = '']) => (SUFFIXES[kind] ?? []).map((suffix) => name + suffix))]);
}

/** The series that an expression asks for; throws where it is no PromQL. */
export function seriesIn(expression: string): readonly string[] {
  const series: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) throw new Error(`no PromQL at ${from}: ${expression}`);
      if (type.name === 'Identifier' && node.parent?.type.name === 'VectorSelector') series.push(expression.slice(from, to));
    },
  });
  return series;
}
