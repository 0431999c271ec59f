import type { ConfigSchema } from '@hotline/http';

type Setting = ConfigSchema[string];

/** What the chart says itself, out of its other values. */
const SAID_BY_THE_CHART = [
  'HOTLINE_MODE', 'HOTLINE_CLOCK', 'HOTLINE_TRUST_PROXY', 'PORT', 'HOST', 'DATABASE_SCHEMA', 'HOTLINE_POLICY', 'HOTLINE_CALENDARS', 'HOTLINE_SUBJECTS',
  'HOTLINE_ATTACHMENTS', 'HOTLINE_S3_ENDPOINT', 'HOTLINE_S3_REGION', 'HOTLINE_API_URL', 'PREFECTURE_INBOX',
  'HOTLINE_AUDIT_ANCHOR', // a cluster's logs are outside of its database: anchors go there
];
const SECRET_KINDS = ['secret', 'secret-url', 'base64-32', 'base64-32-list'];

/** The settings of a service that stand openly in the values of the chart. */
export function openSettings(config: ConfigSchema): readonly Setting[] {
  return Object.values(config).filter(({ env, kind }) => !SAID_BY_THE_CHART.includes(env) && !SECRET_KINDS.includes(kind));
}

/** JSON Schema of those settings, by their names. */
export function settingsSchema(settings: readonly Setting[]): object {
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(settings.map((setting) => [setting.env, { description: setting.meaning, ...shapeOf(setting) }])) };
}

function shapeOf(setting: Setting): object {
  if (setting.kind === 'port' || setting.kind === 'integer' || setting.kind === 'number') {
    return { type: setting.kind === 'number' ? 'number' : 'integer', minimum: setting.min ?? 0, maximum: setting.max ?? 65_535 };
  }
  if (setting.kind === 'choice') return { enum: [...setting.choices] };
  if (setting.kind === 'flag') return { type: 'boolean' };
  if (setting.kind === 'text') return { type: 'string', ...(setting.pattern ? { pattern: setting.pattern.source } : { minLength: 1 }) };
  return { type: 'string', pattern: '^https?://' };
}
