import { type ConfigSchema, configTable, exampleEnvironment, readConfig, refuseInsecure, refuseUnusable, serviceConfig } from './index.js';

const schema = {
  ...serviceConfig('intake'),
  identityKey: { env: 'HOTLINE_IDENTITY_KEY', kind: 'base64-32', meaning: '身份信息加密密钥' },
  apiSecret: { env: 'API_SECRET', kind: 'secret', minLength: 16, optional: true, meaning: '接口密钥' },
} as const satisfies ConfigSchema;

const key = Buffer.alloc(32, 7).toString('base64');
const good = { DATABASE_URL: 'postgresql://u:p@localhost/hotline', NATS_URL: 'nats://localhost:4222', OIDC_ISSUER: 'http://localhost:8086', HOTLINE_IDENTITY_KEY: key };

function complaint(env: Record<string, string | undefined>): string {
  try {
    readConfig(schema, { ...good, ...env });
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}

it('becomes one frozen typed object with defaults', () => {
  const config = readConfig(schema, { ...good, PORT: '18081', HOTLINE_MODE: 'local', OTEL_TRACES_SAMPLER_ARG: '0.25', HOTLINE_TRUST_PROXY: 'true' });
  expect(config).toEqual({
    mode: 'local',
    county: '532328',
    port: 18_081,
    host: undefined,
    databaseUrl: good.DATABASE_URL,
    databaseSchema: 'intake',
    databasePoolMax: 10,
    auditAnchor: undefined,
    auditAnchorSeconds: 3_600,
    natsUrl: good.NATS_URL,
    oidcIssuer: good.OIDC_ISSUER,
    oidcAudience: 'hotline',
    oidcJwksUrl: undefined,
    allowPlainHttp: false,
    policyPath: 'deploy/policy',
    logLevel: 'info',
    otlpEndpoint: undefined,
    traceRatio: 0.25,
    trustProxy: true,
    identityKey: new Uint8Array(32).fill(7),
    apiSecret: undefined,
  });
  expect(Object.isFrozen(config)).toBe(true);
});

it.each([
  [{ OIDC_ISSUER: undefined }, 'OIDC_ISSUER 未设置'],
  [{ OIDC_ISSUER: '' }, 'OIDC_ISSUER 未设置'],
  [{ PORT: '80a' }, 'PORT 应为 0 至 65535 的整数，现为「80a」。例如 PORT=8081'],
  [{ PORT: '70000' }, 'PORT 应为 0 至 65535 的整数'],
  [{ HOTLINE_MODE: 'test' }, 'HOTLINE_MODE 应为 local、production 之一，现为「test」。例如 HOTLINE_MODE=local'],
  [{ HOTLINE_COUNTY: '元谋' }, 'HOTLINE_COUNTY 应符合 ^\\d{6}$'],
  [{ OIDC_ISSUER: 'localhost' }, 'OIDC_ISSUER 应为以 http:// 或 https:// 开头的地址，现为「localhost」'],
  [{ NATS_URL: 'http://localhost' }, 'NATS_URL 应为以 nats:// 或 tls:// 开头的地址。例如'],
  [{ OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG 应为 0 至 1 的数字'],
])('stops the boot with one line for %j', (env, line) => {
  const message = complaint(env as Record<string, string | undefined>);
  expect(message).toContain(line);
  expect(message).toMatch(/例如 \w+=.+$/);
  expect(message).not.toContain('\n');
});

it('names all that is wrong, a line each', () => {
  const lines = complaint({ PORT: 'x', HOTLINE_MODE: 'test', DATABASE_URL: undefined }).split('\n');
  expect(lines.map((line) => /[A-Z_]{4,}/.exec(line)?.[0])).toEqual(['HOTLINE_MODE', 'PORT', 'DATABASE_URL']);
});

it.each([
  ['local', 'http://localhost:8086', 'false', undefined],
  ['production', 'http://localhost:8086', 'true', 'OIDC_ISSUER 不能是本机地址'],
  ['production', 'http://id.example.gov.cn', 'false', 'OIDC_ISSUER 应为 https 地址'],
  ['production', 'http://id.example.gov.cn', 'true', undefined],
  ['production', 'https://id.example.gov.cn', 'false', undefined],
])('in mode %s with the issuer %s and plain HTTP allowed %s: %s', (mode, issuer, allowed, fault) => {
  const check = () => refuseInsecure(readConfig(schema, { ...good, HOTLINE_MODE: mode, OIDC_ISSUER: issuer, HOTLINE_ALLOW_PLAIN_HTTP: allowed }));
  if (fault) expect(check).toThrow(fault);
  else expect(check).not.toThrow();
});

it('never repeats a secret', () => {
  for (const env of [{ HOTLINE_IDENTITY_KEY: 'hunter2' }, { API_SECRET: 'hunter2' }, { DATABASE_URL: 'mysql://root:hunter2@db/x' }, { NATS_URL: 'hunter2' }]) {
    expect(complaint(env)).toMatch(/配置错误/);
    expect(complaint(env)).not.toContain('hunter2');
  }
});

it('shows itself as a table and satisfies itself with its own examples', () => {
  const table = configTable(schema).split('\n');
  expect(table).toHaveLength(2 + Object.keys(schema).length);
  expect(table).toContain('| `PORT` | 端口 | `8081` | HTTP 监听端口 |');
  expect(table).toContain('| `DATABASE_URL` | 网址（机密） | （必填） | PostgreSQL 地址 |');
  expect(readConfig(schema, exampleEnvironment(schema)).databaseSchema).toBe('intake');
});

it('stops the boot when audit anchors cannot be written where they shall be', () => {
  const check = (file: string) => () => refuseUnusable(readConfig(schema, { ...good, HOTLINE_MODE: 'local', HOTLINE_AUDIT_ANCHOR: file }));
  expect(check('/dev/null/anchors')).toThrow('HOTLINE_AUDIT_ANCHOR「/dev/null/anchors」写不进去');
  expect(check('/dev/null')).not.toThrow();
});
