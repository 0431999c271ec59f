export * from './rate.js';
export { isDue, ratesOf } from './rates-of.js';
export * from './comparison.js';
