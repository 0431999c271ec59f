export * from './knowledge.js';
export * from './knowledge.decide.js';
export * from './knowledge.evolve.js';
