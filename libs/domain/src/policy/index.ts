export * from './parse-policy-pack.js';
export * from './policy-pack.js';
export * from './county-name.js';
