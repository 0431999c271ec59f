import { serviceConfig, type ConfigOf, type ConfigSchema } from '@hotline/http';

/** Settings of the service; the policy pack that HOTLINE_POLICY names is the default, all packs of its folder are known. */
export const SLA_CONFIG = {
  ...serviceConfig('sla'),
  calendarPath: { env: 'HOTLINE_CALENDARS', kind: 'text', default: 'deploy/calendar', example: 'deploy/calendar', meaning: '随产品发布的工作日历（JSON）所在目录，由迁移步骤写入；文件名带区划代码的只用于该地各县' },
} as const satisfies ConfigSchema;

export type SlaConfig = ConfigOf<typeof SLA_CONFIG>;
