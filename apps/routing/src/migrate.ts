import 'reflect-metadata';
import { readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { ROUTING_CONFIG } from './routing.config.js';
import { ROUTING_PERSISTENCE } from './routing.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = readConfigOrExit(ROUTING_CONFIG);
const applied = await migrate({ name: 'routing', url: databaseUrl, schema: databaseSchema, poolMax: databasePoolMax, ...ROUTING_PERSISTENCE });
process.stdout.write(`routing: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
