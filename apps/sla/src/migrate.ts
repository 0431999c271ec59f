import 'reflect-metadata';
import { persistenceOptions, readConfigOrExit, systemClock } from '@hotline/http';
import { migrate } from '@hotline/persistence';
import { shippedYears } from './calendar/calendar-seed.js';
import { publishShippedYears } from './calendar/publish-shipped-years.js';
import { SLA_CONFIG } from './sla.config.js';
import { SLA_PERSISTENCE } from './sla.persistence.js';

const { databaseUrl, databaseSchema, databasePoolMax, county, calendarPath } = SLA_CONFIG;
const settings = readConfigOrExit({ databaseUrl, databaseSchema, databasePoolMax, county, calendarPath });
const persistence = persistenceOptions('sla', settings, SLA_PERSISTENCE);
const applied = await migrate(persistence);
const years = await publishShippedYears(persistence, settings.county, shippedYears(settings.calendarPath, settings.county), systemClock.now());
process.stdout.write(`sla: ${applied.length + years.length === 0 ? 'up to date' : [...applied, ...years.map((year) => `calendar ${year}`)].join(', ')}\n`);
