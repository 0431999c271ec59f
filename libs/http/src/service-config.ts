import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadPolicyPacks } from './policy-book.js';
import { ConfigError, type ConfigOf, type ConfigSchema } from './read-config.js';

/** Order of the services' ports behind the local gateway's port. */
const LOCAL_PORTS: Readonly<Record<string, number>> = { intake: 8081, routing: 8082, sla: 8083, supervision: 8084, appraisal: 8085, prefecture: 8089 };

/** As `instantOf` reads it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The settings every service has; spread them into the service's own: `{ ...serviceConfig('sla'), sweep: {…} }`. */
export function serviceConfig(name: string) {
  return {
    mode: { env: 'HOTLINE_MODE', kind: 'choice', choices: ['local', 'production'], default: 'production', meaning: '运行方式：local 为本机试用，production 为正式运行' },
    county: { env: 'HOTLINE_COUNTY', kind: 'text', default: '532328', pattern: /^\d{6}$/, example: '532328', meaning: '县级行政区划代码，出现在消息主题中' },
    port: { env: 'PORT', kind: 'port', default: LOCAL_PORTS[name] ?? 8080, meaning: 'HTTP 监听端口' },
    host: { env: 'HOST', kind: 'text', optional: true, example: '0.0.0.0', meaning: 'HTTP 监听地址；local 方式默认 127.0.0.1，其余默认 0.0.0.0' },
    databaseUrl: { env: 'DATABASE_URL', kind: 'secret-url', protocols: ['postgres:', 'postgresql:'], example: 'postgresql://hotline@localhost:5432/hotline', meaning: 'PostgreSQL 地址' },
    databaseSchema: { env: 'DATABASE_SCHEMA', kind: 'text', default: name, pattern: /^[a-z][a-z0-9_]{0,62}$/, example: name, meaning: '本服务的数据库模式（schema）' },
    databasePoolMax: { env: 'DATABASE_POOL_MAX', kind: 'integer', min: 1, max: 200, default: 10, meaning: '数据库连接池上限' },
    auditAnchor: { env: 'HOTLINE_AUDIT_ANCHOR', kind: 'text', optional: true, example: '/var/lib/hotline/audit-anchors.jsonl', meaning: '审计链锚点文件，应放在数据库管理员改不到的地方；不填则锚点写入日志' },
    auditAnchorSeconds: { env: 'HOTLINE_AUDIT_ANCHOR_SECONDS', kind: 'integer', min: 1, max: 86_400, default: 3_600, meaning: '每隔多少秒在数据库以外留一次审计链锚点' },
    natsUrl: { env: 'NATS_URL', kind: 'secret-url', protocols: ['nats:', 'tls:'], example: 'nats://localhost:4222', meaning: '消息总线（NATS JetStream）地址' },
    oidcIssuer: { env: 'OIDC_ISSUER', kind: 'url', example: 'https://id.example.gov.cn', meaning: '身份认证服务（OIDC）的签发方地址，须与令牌中的 iss 完全一致' },
    oidcAudience: { env: 'OIDC_AUDIENCE', kind: 'text', default: 'hotline', example: 'hotline', meaning: '访问令牌的受众（aud）' },
    oidcJwksUrl: { env: 'OIDC_JWKS_URL', kind: 'url', optional: true, example: 'https://id.example.gov.cn/jwks', meaning: '公钥地址；不填则由签发方的发现文档得知' },
    allowPlainHttp: { env: 'HOTLINE_ALLOW_PLAIN_HTTP', kind: 'flag', default: false, meaning: '正式运行时是否允许身份认证服务不用 TLS（仅限集群内部网络）' },
    policyPath: { env: 'HOTLINE_POLICY', kind: 'text', default: 'deploy/policy', example: 'deploy/policy', meaning: '县级政策包：一个文件，或放有各版本政策包的目录（各服务取本县的）' },
    simulatedFrom: { env: 'HOTLINE_CLOCK', kind: 'text', optional: true, pattern: INSTANT, example: '2025-01-01T00:00:00+08:00', meaning: '仅限 local 方式：模拟时钟的起始时刻；不填则用系统时钟' },
    logLevel: { env: 'LOG_LEVEL', kind: 'choice', choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], default: 'info', meaning: '日志级别' },
    otlpEndpoint: { env: 'OTEL_EXPORTER_OTLP_ENDPOINT', kind: 'url', optional: true, example: 'http://collector:4318', meaning: 'OpenTelemetry 收集器（OTLP/HTTP）；不填则不导出链路' },
    traceRatio: { env: 'OTEL_TRACES_SAMPLER_ARG', kind: 'number', min: 0, max: 1, default: 1, meaning: '新链路的采样比例' },
    trustProxy: { env: 'HOTLINE_TRUST_PROXY', kind: 'flag', default: false, meaning: '是否信任网关的 X-Forwarded-* 请求头' },
  } as const satisfies ConfigSchema;
}

/** What {@link serviceConfig} reads. */
export type ServiceConfig = ConfigOf<ReturnType<typeof serviceConfig>>;

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Throws {@link ConfigError} when a service that is not run locally would trust an identity provider that anybody on the way
 * could play: one without TLS (unless expressly allowed), or one on its own machine, as the development one is; or would go by a
 * simulated clock.
 */
export function refuseInsecure({ mode, oidcIssuer, oidcJwksUrl, allowPlainHttp, simulatedFrom }: Pick<ServiceConfig, 'mode' | 'oidcIssuer' | 'oidcJwksUrl' | 'allowPlainHttp'> & { simulatedFrom?: string | undefined }): void {
  if (mode === 'local') return;
  if (simulatedFrom !== undefined) throw new ConfigError('配置错误：正式运行（HOTLINE_MODE=production）时不能用模拟时钟，请去掉 HOTLINE_CLOCK');
  const faults = [['OIDC_ISSUER', oidcIssuer] as const, ['OIDC_JWKS_URL', oidcJwksUrl] as const].flatMap(([name, value]) => {
    if (value === undefined) return [];
    const url = new URL(value);
    if (THIS_MACHINE.test(url.hostname)) return [`配置错误：正式运行（HOTLINE_MODE=production）时 ${name} 不能是本机地址，现为「${value}」。本机试用请设置 HOTLINE_MODE=local`];
    if (url.protocol === 'https:' || allowPlainHttp) return [];
    return [`配置错误：正式运行（HOTLINE_MODE=production）时 ${name} 应为 https 地址，现为「${value}」。确在集群内部网络的，可设置 HOTLINE_ALLOW_PLAIN_HTTP=true`];
  });
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
}

/** {@link refuseInsecure}, and throws {@link ConfigError} when the county's policy packs or the file for audit anchors cannot be used: told before anything is started. */
export function refuseUnusable(config: Parameters<typeof refuseInsecure>[0] & Pick<ServiceConfig, 'policyPath' | 'county'> & { auditAnchor?: string | undefined }): void {
  refuseInsecure(config);
  loadPolicyPacks(config.policyPath, config.county);
  if (config.auditAnchor !== undefined) refuseUnwritable(config.auditAnchor);
}

function refuseUnwritable(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw new ConfigError(`配置错误：HOTLINE_AUDIT_ANCHOR「${file}」写不进去（${(error as NodeJS.ErrnoException).code}），请换一个可以写入的位置`);
  }
}
