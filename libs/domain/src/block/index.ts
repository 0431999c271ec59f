export * from './block.js';
export * from './block.decide.js';
export * from './block.evolve.js';
