import { serviceConfig, type ServiceConfig } from '@hotline/http';

/** Settings of the supervision service (督办). */
export const SUPERVISION_CONFIG = serviceConfig('supervision');
export type SupervisionConfig = ServiceConfig;
