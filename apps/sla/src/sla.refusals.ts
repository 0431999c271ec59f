import { CALENDAR_REFUSALS } from './calendar/calendar.refusals.js';
import { EXTENSION_REFUSALS } from './extension/extension.refusals.js';
import { STATUTORY_LIMIT_REFUSALS } from './statutory-limit/statutory-limit.refusals.js';

/** Every refusal this service gives, with its text. */
export const SLA_REFUSALS = { ...CALENDAR_REFUSALS, ...EXTENSION_REFUSALS, ...STATUTORY_LIMIT_REFUSALS };
