import 'reflect-metadata';
import { readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { INTAKE_CONFIG } from './intake.config.js';
import { persistenceOf } from './intake.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = INTAKE_CONFIG;
const applied = await migrate(persistenceOf(readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax })));
process.stdout.write(`intake: ${applied.length > 0 ? applied.join(', ') : 'nothing to migrate'}\n`);
