import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseInsecure } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { INTAKE_CONFIG } from './intake.config.js';
import { IntakeModule } from './intake.module.js';

const config = readConfigOrExit(INTAKE_CONFIG, process.env, refuseInsecure);
await bootstrapService({ name: 'intake', module: IntakeModule.forRoot(config), config, strategy: JetStreamServer });
