import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { INTAKE_CONFIG } from './intake.config.js';
import { INTAKE_PERSISTENCE } from './intake.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = INTAKE_CONFIG; // a migration needs neither keys nor bus
const applied = await migrate(persistenceOptions('intake', readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax }), INTAKE_PERSISTENCE));
process.stdout.write(`intake: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
