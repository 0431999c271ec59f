import 'reflect-metadata';
import { bootstrapService, readConfigOrExit } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { SLA_CONFIG } from './sla.config.js';
import { SlaModule } from './sla.module.js';

const config = readConfigOrExit(SLA_CONFIG);
await bootstrapService({ name: 'sla', module: SlaModule.forRoot(config), config, strategy: JetStreamServer });
