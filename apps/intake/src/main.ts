import 'reflect-metadata';
import { bootstrapService, readConfigOrExit, refuseUnusable } from '@hotline/http';
import { JetStreamServer } from '@hotline/messaging';
import { refuseUnusableStore } from './attachment/open-object-store.js';
import { INTAKE_CONFIG } from './intake.config.js';
import { IntakeModule } from './intake.module.js';
import { readSubjectTree } from './suggestion/subject-file.js';

/** For 10 MB over a village's mobile network. */
const UPLOAD_MS = 60_000;

const config = readConfigOrExit(INTAKE_CONFIG, process.env, (settings) => {
  refuseUnusable(settings);
  refuseUnusableStore(settings);
  readSubjectTree(settings.subjectsPath);
});
await bootstrapService({ name: 'intake', module: IntakeModule.forRoot(config), config, strategy: JetStreamServer, arriveWithinMs: UPLOAD_MS });
