import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { serviceNames } from '../../deploy/local/layout.ts';
import { ofKind, rendered, valuesOf } from './helm.ts';

jest.setTimeout(240_000);

interface Route {
  readonly spec: {
    readonly hostnames: readonly string[];
    readonly rules: readonly { readonly matches: readonly { readonly path: { readonly type: string; readonly value: string } }[]; readonly backendRefs: readonly { readonly name: string; readonly port: number }[] }[];
  };
}
interface Probe {
  readonly httpGet: { readonly path: string };
}
interface Deployment {
  readonly spec: { readonly template: { readonly spec: { readonly containers: readonly { readonly startupProbe: Probe; readonly livenessProbe: Probe; readonly readinessProbe: Probe }[] } } };
}

describe('the routes', () => {
  it.each(serviceNames)('%s: everything that its document describes is reached, health and metrics are not', async (name) => {
    const [route] = ofKind<Route>(await rendered(...valuesOf('smallest')), 'HTTPRoute').filter(({ metadata }) => metadata.name === `hotline-${name}`);
    const [rule] = route?.spec.rules ?? [];
    expect(rule?.backendRefs).toEqual([{ name: `hotline-${name}`, port: 8080 }]);
    const reached = (path: string): boolean => (rule?.matches ?? []).some(({ path: { type, value } }) => type === 'PathPrefix' && (path === value || path.startsWith(`${value}/`)));
    const { paths } = JSON.parse(readFileSync(`apps/${name}/openapi.json`, 'utf8')) as { readonly paths: object };
    const described = Object.keys(paths).filter((path) => !/\/(health\/\w+|metrics)$/.test(path));
    expect(described.length).toBeGreaterThan(0);
    expect([...described, `/${name}/docs`, `/${name}/docs/openapi.json`].filter((path) => !reached(path))).toEqual([]);
    expect([`/${name}/metrics`, `/${name}/health/ready`, '/'].filter(reached)).toEqual([]);
  });

  it('end at the gateway of the chart, or at one that is there', async () => {
    const values = valuesOf('smallest');
    expect(ofKind(await rendered(...values), 'Gateway')).toHaveLength(1);
    const shared = await rendered(...values, '--set', 'gateway.create=false,gateway.parent.name=shared,gateway.parent.namespace=edge');
    expect(ofKind(shared, 'Gateway')).toHaveLength(0);
    for (const { spec } of ofKind<{ readonly spec: object }>(shared, 'HTTPRoute')) expect(spec).toMatchObject({ parentRefs: [{ name: 'shared', namespace: 'edge' }], hostnames: ['hotline.example.gov.cn'] });
  });
});

describe('the probes', () => {
  it('ask each service by the paths that it has for them', async () => {
    const controller = readFileSync('libs/observability/src/health.controller.ts', 'utf8');
    for (const { metadata, spec } of ofKind<Deployment>(await rendered(...valuesOf('smallest')), 'Deployment')) {
      const [container] = spec.template.spec.containers;
      const health = `/${metadata.name.replace('hotline-', '')}/health`;
      expect([container?.startupProbe, container?.livenessProbe, container?.readinessProbe].map((probe) => probe?.httpGet.path)).toEqual([`${health}/startup`, `${health}/live`, `${health}/ready`]);
    }
    for (const path of ['startup', 'live', 'ready']) expect(controller).toContain(`@Get('${path}')`);
  });
});
