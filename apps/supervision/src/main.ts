import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseUnusable } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { SUPERVISION_CONFIG } from './supervision.config.js';
import { SupervisionModule } from './supervision.module.js';

const config = readConfigOrExit(SUPERVISION_CONFIG, process.env, refuseUnusable);
await bootstrapService({ name: 'supervision', module: SupervisionModule.forRoot(config), config, strategy: JetStreamServer });
