import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { APPRAISAL_CONFIG } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = APPRAISAL_CONFIG;
const applied = await migrate(persistenceOptions('appraisal', readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax }), APPRAISAL_PERSISTENCE));
process.stdout.write(`appraisal: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
