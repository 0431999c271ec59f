import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseInsecure } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { SUPERVISION_CONFIG } from './supervision.config.js';
import { SupervisionModule } from './supervision.module.js';

const config = readConfigOrExit(SUPERVISION_CONFIG, process.env, refuseInsecure);
await bootstrapService({ name: 'supervision', module: SupervisionModule.forRoot(config), config, strategy: JetStreamServer });
