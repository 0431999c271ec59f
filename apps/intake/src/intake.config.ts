import { type ConfigOf, type ConfigSchema, serviceConfig } from '@hotline/http';

/** Injection token of the {@link IntakeConfig}. */
export const INTAKE_SETTINGS = Symbol('intake.config');

/** Everything intake reads from its environment. */
export const INTAKE_CONFIG = {
  ...serviceConfig('intake'),
  identityKey: { env: 'HOTLINE_IDENTITY_KEY', kind: 'base64-32', meaning: '诉求人身份信息的加密密钥，可用 openssl rand -base64 32 生成' },
  oldIdentityKeys: { env: 'HOTLINE_IDENTITY_OLD_KEYS', kind: 'base64-32-list', optional: true, meaning: '更换密钥前用过的密钥，只用于读取此前登记的身份信息' },
  attachments: { env: 'HOTLINE_ATTACHMENTS', kind: 'text', default: '.hotline/attachments', example: '/var/lib/hotline/attachments', meaning: 'x' },
  numberPrefix: { env: 'HOTLINE_NUMBER_PREFIX', kind: 'text', default: 'YM', pattern: /^[A-Z]{1,6}$/, example: 'YM', meaning: '工单编号的前缀，各县不同' },
} as const satisfies ConfigSchema;

export type IntakeConfig = ConfigOf<typeof INTAKE_CONFIG>;
