import { serviceConfig, type ServiceConfig } from '@hotline/http';

/** Settings of the routing service (派单). */
export const ROUTING_CONFIG = serviceConfig('routing');
export type RoutingConfig = ServiceConfig;
