export * from './report.js';
export * from './report.causes.js';
export * from './report.decide.js';
export * from './report.evolve.js';
