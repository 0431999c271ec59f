import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseInsecure } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { refuseIncompleteStore } from './attachment/open-object-store.js';
import { INTAKE_CONFIG } from './intake.config.js';
import { IntakeModule } from './intake.module.js';

const config = readConfigOrExit(INTAKE_CONFIG, process.env, (settings) => {
  refuseInsecure(settings);
  refuseIncompleteStore(settings);
});
await bootstrapService({ name: 'intake', module: IntakeModule.forRoot(config), config, strategy: JetStreamServer });
