export * from './accountability-case.js';
export * from './accountability-case.decide.js';
export * from './candidate.js';
export * from './proposals.js';
