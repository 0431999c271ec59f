import { serviceConfig, type ServiceConfig } from '@hotline/http';

/** Settings of the appraisal service (考核). */
export const APPRAISAL_CONFIG = serviceConfig('appraisal');
export type AppraisalConfig = ServiceConfig;
