import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseUnusable } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { APPRAISAL_CONFIG } from './appraisal.config.js';
import { AppraisalModule } from './appraisal.module.js';

const config = readConfigOrExit(APPRAISAL_CONFIG, process.env, refuseUnusable);
await bootstrapService({ name: 'appraisal', module: AppraisalModule.forRoot(config), config, strategy: JetStreamServer });
