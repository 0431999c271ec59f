import { type ConfigOf, type ConfigSchema, serviceConfig } from '@hotline/http';

/** Injection token of the {@link IntakeConfig}. */
export const INTAKE_SETTINGS = Symbol('intake.config');

/** Everything intake reads from its environment. */
export const INTAKE_CONFIG = {
  ...serviceConfig('intake'),
  identityKey: { env: 'HOTLINE_IDENTITY_KEY', kind: 'base64-32', meaning: '诉求人身份信息的加密密钥，可用 openssl rand -base64 32 生成' },
  oldIdentityKeys: { env: 'HOTLINE_IDENTITY_OLD_KEYS', kind: 'base64-32-list', optional: true, meaning: '更换密钥前用过的密钥，只用于读取此前登记的身份信息' },
  attachments: { env: 'HOTLINE_ATTACHMENTS', kind: 'text', default: '.hotline/attachments', example: '/var/lib/hotline/attachments', meaning: '附件存放处：本机文件夹，或 s3://桶名' },
  s3Endpoint: { env: 'HOTLINE_S3_ENDPOINT', kind: 'url', optional: true, example: 'https://s3.example.gov.cn', meaning: '附件存放于 S3 时的服务地址' },
  s3Region: { env: 'HOTLINE_S3_REGION', kind: 'text', default: 'us-east-1', example: 'us-east-1', meaning: '附件存放于 S3 时的区域' },
  s3AccessKey: { env: 'HOTLINE_S3_ACCESS_KEY', kind: 'secret', optional: true, meaning: '附件存放于 S3 时的访问标识' },
  s3SecretKey: { env: 'HOTLINE_S3_SECRET_KEY', kind: 'secret', optional: true, meaning: '附件存放于 S3 时的访问密钥' },
  attachmentMaxBytes: { env: 'HOTLINE_ATTACHMENT_MAX_BYTES', kind: 'integer', min: 1_024, max: 104_857_600, default: 10_485_760, meaning: '每个附件的字节数上限' },
  attachmentTypes: { env: 'HOTLINE_ATTACHMENT_TYPES', kind: 'text', default: 'jpeg,png,gif,webp,pdf,docx,xlsx,mp3,wav,amr,mp4', example: 'jpeg,png,pdf', refuseEmpty: true, meaning: '可以接受的附件类型，英文逗号分隔' },
  attachmentsPerTicket: { env: 'HOTLINE_ATTACHMENTS_PER_TICKET', kind: 'integer', min: 1, max: 200, default: 20, meaning: '每件工单的附件数上限' },
  numberPrefix: { env: 'HOTLINE_NUMBER_PREFIX', kind: 'text', default: 'YM', pattern: /^[A-Z]{1,6}$/, example: 'YM', meaning: '工单编号的前缀，各县不同' },
  subjectsPath: { env: 'HOTLINE_SUBJECTS', kind: 'text', default: 'deploy/subjects/county.yaml', example: 'deploy/subjects/county.yaml', meaning: '三级事项分类文件，用于受理时的分类建议' },
} as const satisfies ConfigSchema;

export type IntakeConfig = ConfigOf<typeof INTAKE_CONFIG>;
