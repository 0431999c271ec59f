import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseUnusable } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { SLA_CONFIG } from './sla.config.js';
import { SlaModule } from './sla.module.js';

const config = readConfigOrExit(SLA_CONFIG, process.env, refuseUnusable);
await bootstrapService({ name: 'sla', module: SlaModule.forRoot(config), config, strategy: JetStreamServer });
