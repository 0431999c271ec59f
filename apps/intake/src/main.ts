import 'reflect-metadata';
import { bootstrapService, readConfigOrExit } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { intakeConfig } from './intake.config.js';
import { IntakeModule } from './intake.module.js';

const config = readConfigOrExit(intakeConfig);
await bootstrapService({ name: 'intake', module: IntakeModule.with(config), config, strategy: JetStreamServer });
