import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { parse } from 'yaml';
import { serviceNames } from '../../deploy/local/layout.ts';
import { chart, ofKind, rendered, valuesOf } from './helm.ts';
import { exportedSeries, seriesIn } from './metric-names.ts';

jest.setTimeout(240_000);

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string };
}
interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly { readonly id: number; readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

const exported = exportedSeries();
const alerts = (parse(readFileSync(join(chart, 'alerts/hotline.yaml'), 'utf8')) as { rules: Alert[] }[]).flatMap(({ rules }) => rules);
const dashboards = readdirSync(join(chart, 'dashboards')).map((file) => JSON.parse(readFileSync(join(chart, 'dashboards', file), 'utf8')) as Dashboard);
const unknownIn = (expression: string): readonly string[] => seriesIn(expression.replaceAll('$namespace', 'hotline')).filter((name) => !exported.has(name));

describe('the series', () => {
  it('are found in the sources, under the names that Prometheus gives them', () => {
    for (const name of ['hotline_consumer_lag', 'hotline_messages_buried_total', 'hotline_sla_sweep_lateness_seconds_bucket', 'http_server_request_duration_seconds_count']) expect(exported).toContain(name);
    expect(exported).not.toContain('hotline_messages_buried');
  });

  it('of an expression are told, and what is no expression is refused', () => {
    expect(seriesIn('max by (job) (a_b) / rate(c_total{x="y"}[5m])')).toEqual(['a_b', 'c_total']);
    expect(() => seriesIn('max by (job (a_b)')).toThrow('no PromQL');
  });
});

describe('the alarms', () => {
  it.each(alerts)('$alert asks for what exists, and says what to do', ({ expr, labels, annotations }) => {
    expect(seriesIn(expr).length).toBeGreaterThan(0);
    expect(unknownIn(expr)).toEqual([]);
    expect(['warning', 'critical']).toContain(labels.severity);
    expect(annotations).toEqual({ summary: expect.stringMatching(/\p{Script=Han}/u), description: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it('watch lag, outbox, sweep, calendar, dead letters and back-up', () => {
    const asked = new Set(alerts.flatMap(({ expr }) => seriesIn(expr)));
    const due = ['hotline_consumer_lag', 'hotline_outbox_age_seconds', 'hotline_sla_clocks_due', 'hotline_sla_sweep_lateness_seconds_bucket', 'hotline_sla_calendar_days_left', 'hotline_dead_letters', 'kube_cronjob_status_last_successful_time'];
    expect(due.filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe('the dashboards', () => {
  it.each(dashboards)('$title shows only what exists', ({ panels }) => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { title, targets } of panels) expect([title, targets.flatMap(({ expr }) => unknownIn(expr))]).toEqual([title, []]);
  });
});

describe('with monitoring switched on', () => {
  it('every service is scraped where it shows its metrics, and alarms and dashboards arrive unchanged', async () => {
    const manifests = await rendered(...valuesOf('county'), '--set', 'monitoring.labels.release=prometheus');
    const monitors = ofKind<{ readonly spec: { readonly endpoints: readonly { readonly path: string }[] } }>(manifests, 'ServiceMonitor');
    expect(monitors.map(({ spec }) => spec.endpoints[0]?.path).sort()).toEqual(serviceNames.map((name) => `/${name}/metrics`).sort());
    const [rules] = ofKind<{ readonly spec: { readonly groups: readonly { readonly rules: readonly Alert[] }[] } }>(manifests, 'PrometheusRule');
    expect(rules?.spec.groups.flatMap((group) => group.rules)).toEqual(alerts);
    expect(rules?.metadata.labels).toMatchObject({ release: 'prometheus' });
    const shown = ofKind(manifests, 'ConfigMap').filter(({ metadata }) => metadata.labels?.['grafana_dashboard']);
    expect(shown.flatMap(({ data }) => Object.values(data ?? {}).map((text) => JSON.parse(text) as Dashboard))).toEqual(dashboards);
  });
});
