export * from './check-pack-series.js';
export * from './parse-policy-pack.js';
export * from './policy-pack.js';
export * from './county-name.js';
export * from './readings.js';
