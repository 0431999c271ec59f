export * from './bulletin.js';
export * from './bulletin.decide.js';
export * from './bulletin.evolve.js';
export * from './month.js';
export * from './ranking.js';
