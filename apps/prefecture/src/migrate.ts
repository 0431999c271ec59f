import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { PREFECTURE_CONFIG } from './prefecture.config.js';
import { PREFECTURE_PERSISTENCE } from './prefecture.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = PREFECTURE_CONFIG;
const applied = await migrate(persistenceOptions('prefecture', readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax }), PREFECTURE_PERSISTENCE));
process.stdout.write(`prefecture: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
