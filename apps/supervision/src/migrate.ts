import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { SUPERVISION_CONFIG } from './supervision.config.js';
import { SUPERVISION_PERSISTENCE } from './supervision.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = SUPERVISION_CONFIG;
const applied = await migrate(persistenceOptions('supervision', readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax }), SUPERVISION_PERSISTENCE));
process.stdout.write(`supervision: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
