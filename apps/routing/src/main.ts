import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseUnusable } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { ROUTING_CONFIG } from './routing.config.js';
import { RoutingModule } from './routing.module.js';

const config = readConfigOrExit(ROUTING_CONFIG, process.env, refuseUnusable);
await bootstrapService({ name: 'routing', module: RoutingModule.forRoot(config), config, strategy: JetStreamServer });
