import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { ROUTING_CONFIG } from './routing.config.js';
import { ROUTING_PERSISTENCE } from './routing.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = ROUTING_CONFIG;
const applied = await migrate(persistenceOptions('routing', readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax }), ROUTING_PERSISTENCE));
process.stdout.write(`routing: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
