import 'reflect-metadata';
import { readConfigOrExit } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { SUPERVISION_CONFIG } from './supervision.config.js';
import { SUPERVISION_PERSISTENCE } from './supervision.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax } = readConfigOrExit(SUPERVISION_CONFIG);
const applied = await migrate({ name: 'supervision', url: databaseUrl, schema: databaseSchema, poolMax: databasePoolMax, ...SUPERVISION_PERSISTENCE });
process.stdout.write(`supervision: ${applied.length === 0 ? 'up to date' : applied.join(', ')}\n`);
