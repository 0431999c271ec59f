import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseUnusable } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { refuseUnusableStore } from './attachment/open-object-store.js';
import { INTAKE_CONFIG } from './intake.config.js';
import { IntakeModule } from './intake.module.js';
import { readSubjectTree } from './suggestion/subject-file.js';

const config = readConfigOrExit(INTAKE_CONFIG, process.env, (settings) => {
  refuseUnusable(settings);
  refuseUnusableStore(settings);
  readSubjectTree(settings.subjectsPath);
});
await bootstrapService({ name: 'intake', module: IntakeModule.forRoot(config), config, strategy: JetStreamServer });
