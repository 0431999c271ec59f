import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { APPRAISAL_CONFIG } from './appraisal.config.js';
import { APPRAISAL_PERSISTENCE } from './appraisal.persistence.js';

const applied = await migrate(persistenceOptions('appraisal', readConfigOrExit(APPRAISAL_CONFIG), APPRAISAL_PERSISTENCE));
process.stdout.write(`appraisal: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
